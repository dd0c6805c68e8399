import { useQuery } from "@tanstack/react-query";
import { IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { answered } from "../api/answered.ts";
import { client } from "../api/client.ts";
import { useText } from "../i18n/language.ts";
import { Empty } from "../parts/Empty.tsx";
import { ChoiceField } from "../parts/form/fields.tsx";
import { Paged } from "../parts/Paged.tsx";
import { Section } from "../parts/Section.tsx";
import { Toolbar } from "../parts/Toolbar.tsx";
import { AuditLine } from "./audit/AuditLine.tsx";
import { subjectKinds } from "./audit/names.ts";

/** What one list of the log is asked by: everything, one person or key, or one kind of thing. */
interface Filter {
  readonly by: string;
  readonly kind: string;
}

/** Every change, newest first: by whom, from what, to what. Each filter is a list of its own, so they take turns. */
export function AuditLog() {
  const { t } = useText();
  const [filter, setFilter] = useState<Filter>({ by: "", kind: "" });
  const team = useQuery({ queryKey: ["team"], queryFn: () => answered(client.GET("/api/team")) });
  const keys = useQuery({ queryKey: ["keys"], queryFn: () => answered(client.GET("/api/keys")) });
  const people = [
    ...(team.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ...(keys.data?.items ?? []).map(({ id, name }) => ({ value: id, label: t("log.key", { name }) })),
  ];
  const read = (cursor: string | undefined) =>
    answered(
      client.GET("/api/audit", {
        params: {
          query: {
            limit: 30,
            ...(cursor === undefined ? {} : { cursor }),
            ...(filter.by === "" ? {} : { by: filter.by }),
            ...(filter.kind === "" ? {} : { kind: filter.kind }),
          },
        },
      }),
    );
  return (
    <Section title={t("settings.log")} lead={t("log.lead")}>
      <div className="stack">
        <Toolbar label={t("log.filters")}>
          <ChoiceField
            name="by"
            label={t("log.by")}
            value={filter.by}
            change={(by) => setFilter({ by, kind: "" })}
            choices={[{ value: "", label: t("log.everybody") }, ...people]}
          />
          <ChoiceField
            name="kind"
            label={t("log.kind")}
            value={filter.kind}
            change={(kind) => setFilter({ by: "", kind })}
            choices={[
              { value: "", label: t("log.everything") },
              ...subjectKinds.map((kind) => ({ value: kind, label: t(`log.of.${kind}`) })),
            ]}
          />
        </Toolbar>
        <Paged
          key={`${filter.by} ${filter.kind}`}
          name={["audit", filter.by, filter.kind]}
          read={read}
          empty={
            <Empty icon={IconHistory} title={t("log.none")}>
              {t("log.noneText")}
            </Empty>
          }
        >
          {(entries) => (
            <ul className="card flush rows log">
              {entries.map((entry) => (
                <AuditLine key={entry.id} entry={entry} />
              ))}
            </ul>
          )}
        </Paged>
      </div>
    </Section>
  );
}
