import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Person } from "#core/person/person.ts";
import { entriesOf, receiptOf } from "#core/reaction/entries-of.ts";
import { eventsOf } from "#core/reaction/events-of.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { nextLookAtTakeBacks, takeBacksOf, wasTakenBack } from "#core/reaction/finish-take-back.ts";
import { triggerEventsOf } from "#core/reaction/move-enrollments.ts";
import { react } from "#core/reaction/react.ts";
import { type Stage, stages } from "#core/person/stage.ts";
import { day, hour, minute } from "#core/time/instant.ts";
import { aProspect, inStage, tuesday } from "#tests/core/builders/a-person.ts";
import { judging } from "#tests/core/builders/example.ts";

const zoe = inStage(aProspect(), "connection");
const moved = (stage: Stage, at = tuesday + hour): Fact => ({
  kind: "set",
  id: `evt_${stage}`,
  at,
  by: "Malik",
  reason: "Offer sent",
  attributes: {},
  stage,
});
const back = (of: string, at = tuesday + 2 * hour): Fact => ({ kind: "take-back", id: "evt_back", at, by: "Lea", of, act: "stage" });
const after = (person: Person, ...facts: readonly Fact[]): Person =>
  facts.reduce((before, fact) => react({ person: before, fact, judging, now: fact.at }).person, person);

describe("a move to another stage by hand, taken back", () => {
  it("leaves the person where they stood, since when they had", () => {
    fc.assert(
      fc.property(fc.constantFrom(...stages), fc.constantFrom<Stage>(...stages, "lost"), (from, to) => {
        const person = inStage(zoe, from);
        const then = after(person, moved(to));
        const now = after(then, back(`evt_${to}`));

        expect(now.stage).toEqual(person.stage);
        expect(now.lifecycle).toEqual(person.lifecycle);
        expect(now.lastAct).toBeUndefined();
      }),
    );
  });

  it("says so in the place of the move and by a line of its own, and begins no sequence", () => {
    const there = after(zoe, moved("proposal"));
    const fact = back("evt_proposal");
    const { person, outcome } = react({ person: there, fact, judging, now: fact.at });
    const events = eventsOf(person, fact, outcome);

    expect(entriesOf(person, fact, outcome).filter(({ type }) => type === "stage.changed")).toMatchObject([
      { at: tuesday + hour, data: { from: "connection", to: "proposal", takenBackBy: "Lea" } },
    ]);
    expect(receiptOf(person, fact)).toMatchObject({ type: "stage.taken-back", data: { by: "Lea" } });
    expect(events).toMatchObject([{ type: "stage.changed", data: { from: "proposal", to: "connection", because: "Lea" } }]);
    expect(triggerEventsOf(fact, events)).toEqual([]);
  });

  it("cannot be, once something else moved them or they bought", () => {
    const there = after(zoe, moved("proposal"));
    const purchase: Fact = {
      kind: "purchase",
      id: "buy",
      at: tuesday + hour,
      purchase: { id: "buy", email: zoe.email, amount: 1, currency: "EUR" },
    };
    const bySequence: Fact = { kind: "set", id: "step", at: tuesday + hour, by: "sequence:demo", attributes: {}, stage: "negotiation" };

    expect(there.lastAct).toMatchObject({ kind: "stage", fact: "evt_proposal" });
    expect(after(there, purchase).lastAct).toBeUndefined();
    expect(after(there, bySequence).lastAct).toBeUndefined();
    expect(after(there, bySequence, back("evt_proposal")).stage.value).toBe("negotiation");
  });

  it("is no act where it moved nobody, or a sequence did it", () => {
    expect(after(zoe, moved("connection")).lastAct).toBeUndefined();
    expect(
      after(zoe, { kind: "set", id: "step", at: tuesday, by: "sequence:demo", attributes: {}, stage: "proposal" }).lastAct,
    ).toBeUndefined();
  });

  it("is looked after three times, and remembered as the fact it was", () => {
    const person = after(zoe, moved("proposal"), back("evt_proposal"));
    const at = tuesday + 2 * hour;

    expect(person.reviewAt).toBe(at + minute);
    expect([at, at + minute, at + 10 * minute, at + day].map((now) => nextLookAtTakeBacks(person.applied, now))).toEqual([
      at + minute,
      at + 10 * minute,
      at + hour,
      undefined,
    ]);
    expect(takeBacksOf(person)).toEqual([back("evt_proposal")]);
    expect(wasTakenBack(person, "evt_proposal")).toBe(true);
    expect(wasTakenBack(person, "evt_other")).toBe(false);
  });
});
