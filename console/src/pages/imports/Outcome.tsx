import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { csvFile, save } from "../../api/save-file.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { Section } from "../../parts/Section.tsx";
import { Stat, Stats } from "../../parts/Stat.tsx";
import { DataTable } from "../../parts/table/DataTable.tsx";
import { ask, type List } from "./ask.ts";

/** Refused rows that are shown; all of them are in the file. */
const shown = 20;

/** How far a list has come, and what became of its rows; or what would, when it is only tried. */
export function Outcome({ list }: { readonly list: List }) {
  const { t, own, locale } = useText();
  const count = new Intl.NumberFormat(locale);
  if (list.state === "running")
    return (
      <Progress
        label={list.dryRun ? t("imports.trying") : t("imports.bringing")}
        done={list.rows}
        of={list.of}
        note={t("imports.goesOn")}
      />
    );
  const figures = [
    ["created", list.created],
    ["updated", list.updated],
    ["unchanged", list.unchanged],
    ["refused", list.refused],
  ] as const;
  return (
    <>
      {list.problemText === null || list.state !== "stopped" ? null : (
        <p role="alert" className="break">
          {t("imports.stopped", { problem: own(list.problemText) })}
        </p>
      )}
      <div role="status">
        <Stats>
          {figures.map(([what, figure]) => (
            <Stat key={what} label={t(list.dryRun ? `imports.would.${what}` : `imports.did.${what}`)} figure={count.format(figure)} />
          ))}
        </Stats>
      </div>
      {list.withoutBasis === 0 ? null : <p className="notice">{t("imports.withoutBasis", { count: list.withoutBasis })}</p>}
      {list.refused === 0 ? null : <Refused list={list} />}
    </>
  );
}

function Refused({ list }: { readonly list: List }) {
  const { t, language } = useText();
  const refused = useQuery({ queryKey: ["import", list.id, "refused", language], queryFn: () => ask.refused(list.id, language) }).data;
  return (
    <Section
      title={t("imports.refused")}
      lead={t("imports.refusedLead")}
      flush
      actions={
        <Act icon={IconDownload} size="xs" run={() => download(list, language)}>
          {t("imports.download")}
        </Act>
      }
    >
      <DataTable
        name={t("imports.refused")}
        rows={(refused?.items ?? []).slice(0, shown)}
        idOf={({ line }) => String(line)}
        nameOf={({ line }) => String(line)}
        columns={[
          { id: "line", head: t("imports.line"), width: "4rem", align: "end", phone: "named", cell: ({ line }) => line },
          { id: "field", head: t("imports.header"), phone: "title", cell: ({ field }) => <span className="break">{field}</span> },
          { id: "problem", head: t("imports.problem"), width: "2fr", cell: ({ problem }) => <span className="break">{problem}</span> },
          { id: "remedy", head: t("imports.remedy"), width: "2fr", cell: ({ remedy }) => <span className="break">{remedy}</span> },
        ]}
      />
      {list.refused > shown ? <p className="quiet small">{t("imports.moreRefused", { count: list.refused - shown })}</p> : null}
    </Section>
  );
}

/** All refused rows as a file to mend and bring in again: the same columns, and what is wrong beside them. */
async function download(list: List, language: "fr" | "en"): Promise<void> {
  const parts: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask.refused(list.id, language, cursor);
    parts.push(page.csv);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  save(csvFile(parts), `${list.name.replace(/\.(csv|tsv|txt)?(\.gz)?$/i, "")}-${language === "fr" ? "refus" : "refused"}.csv`);
}
