import { NativeSelect } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { IconInbox, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Moment } from "../../parts/Moment.tsx";
import { Paged } from "../../parts/Paged.tsx";
import { toastList } from "../../parts/toast/toasts.ts";
import { Toolbar } from "../../parts/Toolbar.tsx";
import { ask, type Source, type Status, statuses, type Submission } from "./ask.ts";
import { StatusTag } from "./HealthTag.tsx";
import { arrivalText } from "./problem-text.ts";
import { SubmissionPanel } from "./SubmissionPanel.tsx";

/** What came through a source, newest first; the one looked at shows what came beside how it is read. */
export function Arrivals({
  source,
  latest,
  held,
}: {
  readonly source: Source;
  readonly latest: string | undefined;
  readonly held: number;
}) {
  const { t, own } = useText();
  const queries = useQueryClient();
  const [status, setStatus] = useState<Status>();
  const [open, setOpen] = useState<string>();
  const replayAll = async (): Promise<void> => {
    const { done, refused } = await ask.replayAll(source.id);
    toastList.say({ text: t("sources.replayed", { done, refused }) });
    await queries.invalidateQueries({ queryKey: ["source", source.id] });
  };
  return (
    <>
      <Toolbar
        label={t("sources.filter")}
        actions={
          held === 0 ? null : (
            <Act permission="work:retry" icon={IconRefresh} run={replayAll}>
              {t("sources.replayAll")}
            </Act>
          )
        }
      >
        <NativeSelect
          label={t("sources.filter")}
          value={status ?? ""}
          data={[{ value: "", label: t("sources.all") }, ...statuses.map((value) => ({ value, label: t(`sources.status.${value}`) }))]}
          onChange={(event) => setStatus(statuses.find((one) => one === event.currentTarget.value))}
        />
      </Toolbar>
      <Paged<Submission>
        name={["source", source.id, "submissions", status ?? "", latest ?? ""]}
        read={(cursor) => ask.submissions(source.id, status, cursor)}
        empty={
          <Empty icon={IconInbox} title={t("sources.noArrivals")}>
            {t("sources.noArrivalsText")}
          </Empty>
        }
      >
        {(items) =>
          items.map((one) => (
            <section key={one.id} className="card stack" aria-label={one.extracted.email ?? one.id}>
              <div className="section-head">
                <div className="row">
                  <StatusTag status={one.status} />
                  <span className="strong break">{one.extracted.email ?? t("sources.nobody")}</span>
                  <span className="quiet small">
                    <Moment at={one.receivedAt} />
                  </span>
                </div>
                <div className="row">
                  {one.personId === null ? null : (
                    <Link to="/people/$id" params={{ id: one.personId }}>
                      {t("sources.person")}
                    </Link>
                  )}
                  <Act size="xs" run={() => setOpen(open === one.id ? undefined : one.id)}>
                    {open === one.id ? t("common.close") : t("sources.look")}
                  </Act>
                </div>
              </div>
              {one.reasonText === null ? null : <p className="small break">{arrivalText({ t, own }, one)}</p>}
              {open === one.id ? <SubmissionPanel source={source} id={one.id} /> : null}
            </section>
          ))
        }
      </Paged>
    </>
  );
}
