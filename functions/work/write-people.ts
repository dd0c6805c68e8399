import { stringify } from "csv-stringify/sync";
import type { AttributeValue } from "#core/person/attribute.ts";
import { stands } from "#core/person/consent.ts";
import type { Person } from "#core/person/person.ts";
import { explainScore } from "#core/score/explain-score.ts";
import type { Scoring } from "#core/score/scoring.ts";
import { type Instant, toIso } from "#core/time/instant.ts";

const standing = ["lifecycle", "stage", "stageSince", "score", "tags", "owner", "value", "currency"];
const rights = ["marketing", "marketingAt", "suppressed", "createdAt", "lastActionAt", "otherEmails"];

/**
 * People as lines of CSV: RFC 4180 with a comma, and every cell that begins with `= + - @` or a tab behind an apostrophe,
 * so that no spreadsheet runs it (OWASP, "CSV Injection").
 */
export function writePeople(
  people: readonly Person[],
  options: { readonly attributes: readonly string[]; readonly scoring: Scoring; readonly now: Instant; readonly heading: boolean },
): string {
  const { attributes, scoring, now } = options;
  const columns = ["id", "email", ...attributes, ...standing, ...rights];
  const rows = people.map((person) => [
    person.id,
    person.email,
    ...attributes.map((name) => cellOf(person.attributes[name]?.value)),
    person.lifecycle.value,
    person.stage.value,
    toIso(person.stage.since),
    String(Math.round(explainScore(person.score, scoring, now).total)),
    (person.tags ?? []).join(", "),
    person.owner ?? "",
    person.value === undefined ? "" : String(person.value.amount),
    person.value?.currency ?? "",
    stands(person.consent.marketing) ? person.consent.marketing.basis : "",
    instantCell(person.consent.marketing?.at),
    person.suppressed?.reason ?? "",
    toIso(person.createdAt),
    instantCell(person.lastActionAt),
    (person.aliases ?? []).map(({ email }) => email).join(", "),
  ]);
  return stringify(options.heading ? [columns, ...rows] : rows, { escape_formulas: true, record_delimiter: "\r\n" });
}

function cellOf(value: AttributeValue | undefined): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "object" ? `${value.amount} ${value.currency}` : String(value);
}

function instantCell(at: Instant | undefined): string {
  return at === undefined ? "" : toIso(at);
}
