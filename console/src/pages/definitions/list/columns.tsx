import type { DefinitionSummary } from "#contract/definitions.ts";
import type { useText } from "../../../i18n/language.ts";
import { Moment } from "../../../parts/Moment.tsx";
import type { Column } from "../../../parts/table/column.ts";
import { Tag } from "../../../parts/Tag.tsx";
import { DefinitionLink } from "../DefinitionLink.tsx";
import { languageName } from "../language-name.ts";
import { type ManyKind, titleIn } from "../kinds.ts";

/** What the list says of each: its name, in which languages it is written, what uses it, and who published it when and why. */
export function definitionColumns(
  kind: ManyKind,
  t: ReturnType<typeof useText>["t"],
  language: string,
): readonly Column<DefinitionSummary>[] {
  const name: Column<DefinitionSummary> = {
    id: "name",
    head: t("definitions.name"),
    width: "minmax(0, 1.7fr)",
    phone: "title",
    cell: (row) => (
      <div>
        <DefinitionLink to={row} className="row-link clip">
          {titleIn(row.title, language, row.name)}
        </DefinitionLink>
        <span className="clip quiet small">{row.name}</span>
      </div>
    ),
  };
  const languages: Column<DefinitionSummary> = {
    id: "languages",
    head: t("definitions.languages"),
    width: "minmax(0, 0.8fr)",
    cell: (row) => (
      <span className="row">
        {row.languages.map((one) => (
          <span key={one} className="tag" title={languageName(one, language)}>
            {one}
          </span>
        ))}
        {row.purpose === "notice" ? <Tag tone="act">{t("definitions.notice")}</Tag> : null}
      </span>
    ),
  };
  const usedBy: Column<DefinitionSummary> = {
    id: "usedBy",
    head: t("definitions.usedBy"),
    width: "minmax(0, 1fr)",
    phone: "named",
    cell: (row) =>
      row.usedBy.length === 0 ? (
        <span className="quiet small">{t(row.purpose === "notice" ? "definitions.usedByRelance" : "definitions.unused")}</span>
      ) : (
        <span className="small row">
          {row.usedBy.map((other) => (
            <DefinitionLink key={other.name} to={other}>
              {other.name}
            </DefinitionLink>
          ))}
        </span>
      ),
  };
  const published: Column<DefinitionSummary> = {
    id: "published",
    head: t("definitions.published"),
    width: "minmax(0, 1.3fr)",
    phone: "named",
    cell: (row) => (
      <div className="small">
        <span className="clip">
          {t("definitions.version", { version: row.version })} · <Moment at={row.publishedAt} />
        </span>
        <span className="clip quiet">{[row.by?.name ?? t("definitions.byFiles"), row.note].filter(Boolean).join(" · ")}</span>
      </div>
    ),
  };
  return kind === "email" ? [name, languages, usedBy, published] : kind === "form" ? [name, usedBy, published] : [name, published];
}
