import { NativeSelect } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { toastList } from "../../parts/toast/toasts.ts";
import { ask, type Source } from "./ask.ts";
import { Extracted } from "./Extracted.tsx";
import { problemText } from "./problem-text.ts";
import { firstMapping, mappable, meaningOf, pointed } from "./mappable.ts";

/** One arrival: what came, field by field, beside how it is read. Saying what a field is shows at once what would be read. */
export function SubmissionPanel({ source, id }: { readonly source: Source; readonly id: string }) {
  const { t, said } = useText();
  const queries = useQueryClient();
  const submission = useQuery({ queryKey: ["submission", id], queryFn: () => ask.submission(id) });
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>();
  const tried = useQuery({
    queryKey: ["submission", id, "tried", changed],
    queryFn: () => ask.tryMapping(source.id, id, changed ?? null),
    enabled: changed !== undefined,
    retry: false,
  });
  if (submission.isPending) return <Loading />;
  if (submission.isError) return <Failure fault={submission.error} retry={() => void submission.refetch()} />;
  const { delivery, status, extracted } = submission.data;
  const mapping = changed ?? firstMapping(source, delivery?.text ?? null);
  const readAgain = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ["source", source.id] });
    await queries.invalidateQueries({ queryKey: ["submission", id] });
  };
  const save = async (): Promise<void> => {
    await answered(
      client.PATCH("/api/sources/{id}", {
        params: { path: { id: source.id } },
        headers: { "If-Match": `"${source.rev}"` },
        body: { mapping: { ...mapping } },
      }),
    );
    await ask.replay(id);
    setChanged(undefined);
    toastList.say({ text: t("sources.saved") });
    await readAgain();
  };
  const part = tried.data?.parts[0];
  const isOpen = status === "quarantined" || status === "parked" || status === "discarded";
  return (
    <div className="columns">
      <div className="stack">
        <div>
          <h3>{t("sources.came")}</h3>
          {delivery === null || delivery.fields.length === 0 ? null : <p className="quiet small">{t("sources.cameLead")}</p>}
        </div>
        {delivery?.kept === "head" ? <p className="notice">{t("sources.head")}</p> : null}
        <div>
          {delivery?.fields.map(({ at, title, value }) => (
            <div key={at} className="came-field">
              <div>
                <div className="quiet small break">{title}</div>
                <div className="break">{value === null ? "" : String(value)}</div>
              </div>
              <NativeSelect
                size="xs"
                aria-label={t("sources.means", { field: title })}
                value={meaningOf(mapping, at) ?? ""}
                data={[
                  { value: "", label: t("sources.nothing") },
                  ...mappable.map((field) => ({ value: field, label: t(`sources.field.${field}`) })),
                ]}
                onChange={(event) =>
                  setChanged(
                    pointed(
                      mapping,
                      at,
                      mappable.find((field) => field === event.currentTarget.value),
                    ),
                  )
                }
              />
            </div>
          ))}
        </div>
        <details>
          <summary>{t("sources.raw")}</summary>
          <pre className="address" tabIndex={0}>
            {delivery?.text ?? ""}
          </pre>
          <h3>{t("sources.headers")}</h3>
          <dl className="read-list small">
            {Object.entries(delivery?.headers ?? {}).map(([name, value]) => (
              <Pair key={name} name={name} value={value} />
            ))}
          </dl>
        </details>
      </div>
      <div className="stack" aria-live="polite">
        <h3>{t("sources.read")}</h3>
        {tried.error === null ? null : <Failure fault={tried.error} />}
        {part === undefined ? <Extracted extracted={extracted} /> : null}
        {part?.kind === "read" ? <Extracted extracted={part.extracted} /> : null}
        {part?.kind === "problem" ? (
          <div className="notice">
            <strong>{t("sources.unreadable")}</strong>
            <p className="break">{problemText({ t, said }, part.code, part.problem)}</p>
          </div>
        ) : null}
        {part?.kind === "ignored" || part?.kind === "fetch" ? <p>{part.because}</p> : null}
        <div className="row">
          {changed === undefined ? null : (
            <Act permission="sources:manage" tone="main" run={save}>
              {t("sources.save")}
            </Act>
          )}
          {isOpen ? (
            <Act permission="work:retry" run={() => ask.replay(id).then(readAgain)}>
              {t("sources.replay")}
            </Act>
          ) : null}
          {status === "quarantined" ? (
            <Act permission="work:retry" tone="quiet" run={() => ask.discard(id).then(readAgain)}>
              {t("sources.discard")}
            </Act>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function Pair({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="break">{value}</dd>
    </>
  );
}
