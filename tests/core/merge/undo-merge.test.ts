import { describe, expect, it } from "vitest";
import { sharedRefusals } from "#core/merge/undo-merge.ts";
import type { LawfulBasis } from "#core/person/consent.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";

describe("a no that one of two has said while they were one", () => {
  const agreed: LawfulBasis = { basis: "consent", at: tuesday - 9, source: "form:demo" };
  const no: Fact = { kind: "unsubscribe", id: "evt_no", at: tuesday + 3, messageId: undefined };

  it("stands in the proof of the other too, if it took back what they rest on", () => {
    const shared = aProspect({ consent: { marketing: { ...agreed, withdrawnAt: no.at, withdrawnBy: "evt_no#both" } } });
    const longGone = aProspect({ consent: { marketing: { ...agreed, withdrawnAt: tuesday - 2, withdrawnBy: "evt_old" } } });

    expect(sharedRefusals(shared, [{ at: no.at, fact: no }])).toMatchObject([
      { personId: shared.id, purpose: "marketing", act: "withdrawn", at: no.at },
    ]);
    expect(sharedRefusals(longGone, [{ at: no.at, fact: no }])).toEqual([]);
    expect(sharedRefusals(aProspect({ consent: {} }), [{ at: no.at, fact: no }])).toEqual([]);
  });
});
