import type { Suppression } from "#core/address/suppression.ts";
import { deterministicId } from "#core/id/id.ts";
import type { LawfulBasis } from "#core/person/consent.ts";
import type { Outcome, Person } from "#core/person/person.ts";
import type { Fact } from "#core/reaction/fact.ts";
import type { ReasonCode } from "#core/reason/sentences.ts";
import { whyNoInterest } from "#core/submission/consent-given-by.ts";
import type { Import } from "./import.ts";
import type { ImportedRow } from "./read-row.ts";

export type ImportFact = Extract<Fact, { kind: "import" }>;

/** What one row of a list does to the person it is about: one fact, whoever works on the row and how often. */
export function importFact(
  job: Pick<Import, "id" | "by" | "basis" | "evidence" | "overwrite" | "tags" | "createdAt">,
  line: number,
  row: ImportedRow,
  suppression: Suppression | undefined,
): ImportFact {
  const refused = refusedBasis(job, row);
  const basis = refused === undefined ? basisOf(job, row) : undefined;
  return {
    kind: "import",
    id: deterministicId("event", job.createdAt, job.id, String(line)),
    at: job.createdAt,
    importId: job.id,
    line,
    by: job.by,
    row: { ...row, tags: [...new Set([...row.tags, ...job.tags])] },
    overwrite: job.overwrite,
    suppression,
    ...(basis === undefined ? {} : { basis }),
    ...(refused === undefined ? {} : { refused }),
  };
}

/** Why somebody of a list does not get the basis it would give: an interest of ours is for professional addresses. */
export function refusedBasis({ basis }: Pick<Import, "basis">, { email }: Pick<ImportedRow, "email">): ReasonCode | undefined {
  return basis === "legitimate-interest" ? whyNoInterest(email) : undefined;
}

/** Which row a person remembers having been told: several addresses may lead to one person, each with rows of its own. */
export function rowOfList({ importId, line, row }: ImportFact): NonNullable<Outcome["row"]> {
  return { list: importId, line, of: row.addressHash.slice(0, 12) };
}

/**
 * Whether a later row of the same list and address has been applied to the person, and this one has not: it changed nothing in
 * its turn. To apply it now, in a visit after a crash, would let the earlier row win.
 */
export function isOvertaken({ applied }: Pick<Person, "applied">, fact: ImportFact): boolean {
  const own = rowOfList(fact);
  const isLater = (row: Outcome["row"]): boolean => row?.list === own.list && row.of === own.of && row.line > own.line;
  return applied.some(({ row }) => isLater(row)) && !applied.some((outcome) => outcome.fact === fact.id);
}

/** Whether the row would change somebody who is known already. What is as it was is left as it is. */
export function changesAnything(before: Person, after: Person): boolean {
  const told = ({ attributes, tags, owner, value, locale, timeZone, stage, consent, suppressed }: Person): string =>
    JSON.stringify([
      Object.entries(attributes)
        .map(([name, attribute]) => [name, attribute.value])
        .toSorted(([one], [other]) => String(one).localeCompare(String(other))),
      tags,
      owner,
      value,
      locale,
      timeZone,
      stage.value,
      consent,
      suppressed?.reason,
    ]);
  return told(before) !== told(after);
}

function basisOf(
  { id, basis, evidence, createdAt }: Pick<Import, "id" | "basis" | "evidence" | "createdAt">,
  row: ImportedRow,
): LawfulBasis | undefined {
  if (basis === "none") return undefined;
  return { basis, at: row.consentAt ?? createdAt, source: `import:${id}`, ...(evidence === undefined ? {} : { text: evidence }) };
}
