import { describe, expect, it } from "vitest";
import { consentEventsOf } from "#core/consent/consent-event.ts";
import { historyOf } from "#core/consent/history.ts";
import { deterministicId } from "#core/id/id.ts";
import type { LawfulBasis } from "#core/person/consent.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { react } from "#core/reaction/react.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { judging } from "#tests/core/builders/example.ts";

const interest: LawfulBasis = { basis: "legitimate-interest", at: tuesday, source: "hand" };
const kept = aProspect();
const other = aProspect({ id: deterministicId("person", tuesday, "other"), email: "other@example.com", addressHash: "hash-other" });
const given = (basis: LawfulBasis): Fact => ({
  kind: "give",
  id: `evt_given-${basis.at}`,
  at: basis.at,
  purpose: "marketing",
  basis,
  by: "Malik",
  reason: "au salon",
});
const takenBack: Fact = { kind: "withdraw", id: "evt_no", at: tuesday + 5, purpose: "marketing", by: "Malik", reason: "au téléphone" };
const merge = (theirs: typeof other): Fact => ({
  kind: "merge",
  id: "mrg_01JDEMO0000000000000000000",
  at: tuesday + 9,
  merge: "mrg_01JDEMO0000000000000000000",
  other: theirs,
  by: "Malik",
  address: "kept",
  until: tuesday + 99,
  suppressions: { kept: undefined, other: undefined },
});
/** Somebody after each fact, and the lines it left. */
const lived = (person: typeof other, ...facts: readonly Fact[]) =>
  facts.reduce(
    ({ person: before, lines }, fact) => {
      const { person: now, outcome } = react({ person: before, fact, judging, now: fact.at });
      return { person: now, lines: [...lines, ...consentEventsOf(person, fact, outcome)] };
    },
    { person, lines: [] as ReturnType<typeof consentEventsOf> },
  );
const acts = (lines: ReturnType<typeof historyOf>) => lines.map(({ act, because }) => (because === undefined ? act : `${act}: ${because}`));

describe("all that happened to a person's consent", () => {
  it("makes up nothing of a basis that came with somebody else's record, whose own lines are read too", () => {
    const theirs = lived({ ...other, consent: {} }, given({ ...interest, basis: "consent" }), takenBack);
    const ours = lived({ ...kept, consent: {} }, given(interest));
    const merged = lived(ours.person, merge(theirs.person));

    expect(acts(historyOf(merged.person, [...ours.lines, ...theirs.lines, ...merged.lines]))).toEqual([
      "given",
      "given",
      "withdrawn",
      "merged: merge-taken-back",
    ]);
  });

  it("tells what came with the other from before their history was kept at its own date, for the merge did not give it", () => {
    const ours = lived({ ...kept, consent: {} }, given({ ...interest, basis: "consent" }));
    const merged = lived(ours.person, merge({ ...other, consent: { marketing: { ...interest, at: tuesday - 7 } } }));

    expect(acts(historyOf(merged.person, [...ours.lines, ...merged.lines]))).toEqual([
      "given: before-history",
      "given",
      "merged: merge-interest-only",
    ]);
  });

  it("tells of a withdrawal from before it was kept beside another that was", () => {
    const ours = lived({ ...kept, consent: {} }, given({ ...interest, basis: "consent" }), takenBack);
    const older = { ...other, consent: { marketing: { ...interest, at: tuesday - 7, withdrawnAt: tuesday - 6, withdrawnBy: "evt_old" } } };
    const merged = lived(ours.person, merge(older));

    expect(acts(historyOf(merged.person, [...ours.lines, ...merged.lines]))).toEqual([
      "given: before-history",
      "withdrawn: before-history",
      "given",
      "withdrawn",
    ]);
  });
});
