import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consentEventsOf } from "#core/consent/consent-event.ts";
import { deterministicId } from "#core/id/id.ts";
import { type Consent, type LawfulBasis, stands } from "#core/person/consent.ts";
import type { Person } from "#core/person/person.ts";
import { entriesOf } from "#core/reaction/entries-of.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { react } from "#core/reaction/react.ts";
import { entryTexts } from "#core/timeline/entry-texts.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { judging } from "#tests/core/builders/example.ts";

const agreed: LawfulBasis = { basis: "consent", at: tuesday - 9, source: "form:demo", text: "J’accepte.", textVersion: "2026-11" };
const interest: LawfulBasis = { basis: "legitimate-interest", at: tuesday - 8, source: "import:fair" };
const takenBack: LawfulBasis = { ...agreed, withdrawnAt: tuesday - 2, withdrawnBy: "evt_no" };

const anyBasis = fc.constantFrom<LawfulBasis | undefined>(
  undefined,
  agreed,
  { ...agreed, at: tuesday - 7, source: "form:fair", confirmedAt: tuesday - 6 },
  interest,
  takenBack,
  { ...interest, withdrawnAt: tuesday - 3, withdrawnBy: "evt_other" },
);
const anyConsent: fc.Arbitrary<Consent> = fc.record({ marketing: anyBasis, measurement: anyBasis }).map(({ marketing, measurement }) => ({
  ...(marketing === undefined ? {} : { marketing }),
  ...(measurement === undefined ? {} : { measurement }),
}));
const anyAddress = fc.constantFrom("kept" as const, "other" as const);
const purposes = ["marketing", "measurement"] as const;

const named = (name: string, consent: Consent): Person =>
  aProspect({
    id: deterministicId("person", tuesday, name),
    email: `${name}@example.com`,
    addressHash: `hash-${name}`,
    consent,
  });
const mergeOf = (other: Person, address: "kept" | "other" = "kept"): Fact => ({
  kind: "merge",
  id: "mrg_01JDEMO0000000000000000000",
  at: tuesday,
  merge: "mrg_01JDEMO0000000000000000000",
  other,
  by: "Malik",
  address,
  until: tuesday + 1,
  suppressions: { kept: undefined, other: undefined },
});
const undoTo = (restored: Person): Fact => ({
  kind: "unmerge",
  id: "mrg_01JDEMO0000000000000000000#undo",
  at: tuesday + 1,
  by: "Lea",
  restored,
  other: deterministicId("person", tuesday, "other"),
  otherEmail: "other@example.com",
});
const after = (person: Person, fact: Fact) => react({ person, fact, judging, now: fact.at });
/** The lines of the proof when one with the first consent has another with the second merged into them. */
const linesOf = (kept: Consent, other: Consent, address: "kept" | "other" = "kept") => {
  const [one, two] = [named("kept", kept), named("other", other)];
  return consentEventsOf(one, mergeOf(two, address), after(one, mergeOf(two, address)).outcome);
};
/** What a purpose rests on, as far as it changes what may be done: a basis, a no, or nothing. */
const rests = (basis: LawfulBasis | undefined): unknown => (stands(basis) ? basis : basis === undefined ? "nothing" : "a no");

describe("the proof of two people who are merged", () => {
  it("tells what stopped to stand, who did it and why", () => {
    expect(linesOf({ marketing: agreed }, {})).toEqual([
      {
        id: expect.stringMatching(/^tl_/),
        personId: named("kept", {}).id,
        at: tuesday,
        purpose: "marketing",
        act: "merged",
        because: "merge-none-stood",
        by: "Malik",
      },
    ]);
    expect(linesOf({ measurement: agreed }, { measurement: takenBack })).toMatchObject([
      { purpose: "measurement", act: "merged", because: "merge-taken-back", by: "Malik" },
    ]);
    expect(linesOf({ marketing: agreed }, { marketing: takenBack })[0]).not.toHaveProperty("basis");
  });

  it("tells what it came to rest on, with its evidence", () => {
    expect(linesOf({ marketing: agreed }, { marketing: interest })).toMatchObject([
      { because: "merge-interest-only", basis: "legitimate-interest", givenAt: interest.at, source: "import:fair", by: "Malik" },
    ]);
    const younger = { ...agreed, at: tuesday - 1, text: "Oui." };
    expect(linesOf({ marketing: agreed }, { marketing: younger }, "other")).toMatchObject([
      { because: "merge-alike", basis: "consent", givenAt: younger.at, text: "Oui." },
    ]);
  });

  it("has a line for each purpose that rests on something else than it did, and for no other", () => {
    fc.assert(
      fc.property(anyConsent, anyConsent, anyAddress, (kept, other, address) => {
        const merged = after(named("kept", kept), mergeOf(named("other", other), address)).person.consent;
        const lines = linesOf(kept, other, address);

        for (const purpose of purposes) {
          const [before, now] = [rests(kept[purpose]), rests(merged[purpose])];
          const [line] = lines.filter((one) => one.purpose === purpose);
          if (JSON.stringify(before) === JSON.stringify(now)) expect(line).toBeUndefined();
          else expect(line?.basis).toBe(stands(merged[purpose]) ? merged[purpose].basis : undefined);
        }
      }),
    );
  });

  it("tells of a second yes that nobody waits for any more, and not of one that is still waited for", () => {
    const awaited = (request: string) => ({ request, given: agreed, until: tuesday + 99 });
    const lapsed = { purpose: "marketing", act: "lapsed", because: "merge-request-dropped", by: "Malik" };

    expect(linesOf({ awaited: awaited("evt_kept") }, {})).toEqual([]);
    expect(linesOf({ awaited: awaited("evt_kept") }, {}, "other")).toMatchObject([lapsed]);
    expect(linesOf({ awaited: awaited("evt_kept") }, { awaited: awaited("evt_other") })).toMatchObject([lapsed]);
    expect(linesOf({ awaited: awaited("evt_kept") }, { marketing: takenBack })).toMatchObject([{ act: "merged" }, lapsed]);
  });

  it("gives the reason by which it was decided", () => {
    fc.assert(
      fc.property(anyConsent, anyConsent, anyAddress, (kept, other, address) => {
        for (const { purpose, because, basis } of linesOf(kept, other, address)) {
          const both = [kept[purpose], other[purpose]];
          const isTakenBack = both.some((one) => one?.withdrawnAt !== undefined);
          expect(because === "merge-taken-back").toBe(isTakenBack);
          expect(because === "merge-none-stood").toBe(!isTakenBack && both.includes(undefined));
          expect(because === "merge-interest-only").toBe(basis === "legitimate-interest" && both.some((one) => one?.basis === "consent"));
        }
      }),
    );
  });

  it("is the same at each retry, whatever has happened to the person since", () => {
    fc.assert(
      fc.property(anyConsent, anyConsent, anyAddress, (kept, other, address) => {
        const fact = mergeOf(named("other", other), address);
        const first = after(named("kept", kept), fact);
        const since = after(first.person, { kind: "unsubscribe", id: "evt_since", at: tuesday + 5, messageId: undefined });
        const again = after(since.person, fact);

        expect(again.fresh).toBe(false);
        expect(consentEventsOf(again.person, fact, again.outcome)).toEqual(consentEventsOf(first.person, fact, first.outcome));
      }),
    );
  });

  it("tells of the undoing where the merge had changed something, with what holds again", () => {
    fc.assert(
      fc.property(anyConsent, anyConsent, anyAddress, (kept, other, address) => {
        const one = named("kept", kept);
        const merged = after(one, mergeOf(named("other", other), address));
        const undone = after(merged.person, undoTo(one));
        const lines = consentEventsOf(one, undoTo(one), undone.outcome);

        expect(lines.map(({ purpose }) => purpose)).toEqual(merged.outcome.consent?.map(({ purpose }) => purpose) ?? []);
        for (const { purpose, act, because, by, givenAt } of lines) {
          expect({ act, because, by }).toEqual({ act: "unmerged", because: "merge-undone", by: "Lea" });
          expect(givenAt).toBe(stands(kept[purpose]) ? kept[purpose].at : undefined);
        }
      }),
    );
  });

  it("stands in the timeline too, in words of its own for each purpose", () => {
    const one = named("kept", { marketing: agreed, measurement: agreed });
    const merge = mergeOf(named("other", {}));
    const merged = after(one, merge);

    const entries = [
      ...entriesOf(one, merge, merged.outcome),
      ...entriesOf(one, undoTo(one), after(merged.person, undoTo(one)).outcome),
    ].filter(({ type }) => type.startsWith("consent."));

    expect(entries.map(({ type }) => type)).toEqual(["consent.merged", "consent.merged", "consent.unmerged", "consent.unmerged"]);
    expect(new Set(entries.map((entry) => entryTexts(entry).fr)).size).toBe(4);
  });
});
