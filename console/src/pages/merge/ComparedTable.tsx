import type { PersonDetail } from "#contract/api.ts";
import type { MergePreview } from "#contract/merges.ts";
import { money, points } from "../../i18n/formats.ts";
import type { MessageId } from "../../i18n/en.ts";
import { useText } from "../../i18n/language.ts";
import { shownValue } from "../person/shown-value.ts";

interface Row {
  readonly id: string;
  readonly label: string;
  readonly of: (person: PersonDetail) => string;
}

/**
 * The two people and the one there would be, line by line; what neither has is left out. The roles are written out because on a
 * phone it is laid out as a grid, which is no table to a screen reader.
 */
export function ComparedTable({ seen }: { readonly seen: MergePreview }) {
  const { t } = useText();
  const rows = useRows(seen);
  const sides = [
    { id: "kept", title: t("merge.stays"), person: seen.kept },
    { id: "other", title: t("merge.joins"), person: seen.other },
    { id: "merged", title: t("merge.result"), person: seen.merged },
  ];
  return (
    <div className="merge-scroll" tabIndex={0} role="region" aria-label={t("merge.result")}>
      <table role="table" className="merge-table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t("merge.what")}
            </th>
            {sides.map(({ id, title }) => (
              <th key={id} role="columnheader" scope="col" data-side={id}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ id, label, of }) => (
            <tr key={id} role="row">
              <th role="rowheader" scope="row">
                {label}
              </th>
              {sides.map((side) => (
                <td key={side.id} role="cell" data-side={side.id} className="break">
                  {of(side.person) || "—"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useRows({ kept, other }: MergePreview): readonly Row[] {
  const { t, own, locale } = useText();
  const consent = (purpose: "marketing" | "measurement") => (person: PersonDetail) => {
    const basis = person.consent.find((one) => one.purpose === purpose);
    if (basis === undefined) return t("merge.none");
    if (basis.withdrawnAt !== null) return t("merge.gone");
    return t(basis.basis === "consent" ? "merge.consent" : "merge.interest");
  };
  const row = (name: Extract<MessageId, `merge.row.${string}`>, of: Row["of"]): Row => ({ id: name, label: t(name), of });
  const rows = [
    row("merge.row.name", ({ name }) => name),
    row("merge.row.email", ({ email, aliases }) => [email, ...aliases.map((alias) => `(${alias})`)].join(" ")),
    row("merge.row.lifecycle", ({ lifecycle }) => t(`lifecycle.${lifecycle}`)),
    row("merge.row.stage", ({ stage }) => t(`stage.${stage}`)),
    row("merge.row.score", ({ score }) => points(score.total, locale)),
    row("merge.row.purchases", ({ purchases }) =>
      purchases === null ? "" : t("merge.bought", { count: purchases.count, total: money(purchases.total, purchases.currency, locale) }),
    ),
    row("merge.row.marketing", consent("marketing")),
    row("merge.row.measurement", consent("measurement")),
    row("merge.row.opposition", ({ suppressed }) => (suppressed === null ? "" : t(`suppressed.${suppressed}`))),
    row("merge.row.owner", ({ owner }) => owner ?? ""),
    row("merge.row.value", ({ value }) => (value === null ? "" : money(value.amount, value.currency, locale))),
    row("merge.row.tags", ({ tags }) => tags.join(", ")),
  ];
  const labels = new Map([...other.attributes, ...kept.attributes].map(({ name, label }) => [name, own(label)]));
  const answers = [...labels].map(
    ([name, label]): Row => ({
      id: `answer ${name}`,
      label,
      of: ({ attributes }) => {
        const answer = attributes.find((one) => one.name === name);
        if (answer === undefined) return "";
        return answer.choice === undefined
          ? shownValue(answer.value, locale, { yes: t("person.yes"), no: t("person.no") })
          : own(answer.choice);
      },
    }),
  );
  return [...rows, ...answers].filter(({ of }) => of(kept) !== "" || of(other) !== "");
}
