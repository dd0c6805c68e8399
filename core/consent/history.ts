import type { Consent } from "#core/person/consent.ts";
import type { Person } from "#core/person/person.ts";
import type { ConsentEvent } from "./consent-event.ts";

/**
 * All that happened to a person's consent, oldest first. A basis of before each thing was kept stands for itself: it is told as
 * given then, and as withdrawn if it was.
 */
export function historyOf(person: Pick<Person, "id" | "consent">, kept: readonly ConsentEvent[]): readonly ConsentEvent[] {
  const older = (["marketing", "measurement"] as const).flatMap((purpose) => olderThanHistory(person, purpose, kept));
  return [...kept, ...older].toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

function olderThanHistory(
  person: Pick<Person, "id" | "consent">,
  purpose: "marketing" | "measurement",
  kept: readonly ConsentEvent[],
): readonly ConsentEvent[] {
  const basis: Consent["marketing"] = person.consent[purpose];
  if (basis === undefined) return [];
  const { at, withdrawnAt, source, text, textVersion, ip, submissionId } = basis;
  const of = { personId: person.id, purpose, because: "before-history" } as const;
  const lines: ConsentEvent[] = [];
  const told = kept.filter((event) => event.purpose === purpose);
  if (!told.some((event) => event.givenAt === at && !isOfMerging(event))) {
    const evidence = { source, text, textVersion, ip, submissionId };
    const known = Object.fromEntries(Object.entries(evidence).filter(([, value]) => value !== undefined));
    lines.push({ ...of, id: `tl_before-${purpose}`, at, act: "given", basis: basis.basis, givenAt: at, ...known });
  }
  if (withdrawnAt !== undefined && !told.some((event) => event.act === "withdrawn" && event.at === withdrawnAt))
    lines.push({ ...of, id: `tl_before-${purpose}-withdrawn`, at: withdrawnAt, act: "withdrawn" });
  return lines;
}

/** Two records becoming one, or two again, tells what stands then; it was not given by that. */
function isOfMerging({ act }: ConsentEvent): boolean {
  return act === "merged" || act === "unmerged";
}
