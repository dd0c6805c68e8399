import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endEnrollment } from "#core/enrollment/end-enrollment.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { wasStartedBy, wasTakenBackFrom } from "#core/enrollment/started-by-move.ts";
import { eventIdOf } from "#core/event/event-id.ts";
import { messageIdOf } from "#core/message/message-id.ts";
import type { Person } from "#core/person/person.ts";
import { considerResuming, endedByTakingBack, wasEndedBy } from "#core/reaction/take-back-runs.ts";
import { because } from "#core/reason/sentences.ts";
import { exitOf } from "#core/sequence/exits.ts";
import { considerEnrolling } from "#core/sequence/trigger.ts";
import { day, hour, minute } from "#core/time/instant.ts";
import { aProspect, inStage, tuesday } from "#tests/core/builders/a-person.ts";
import { demo } from "#tests/core/builders/example.ts";
import { aRun } from "#tests/functions/adapters/examples.ts";

const move = { fact: "evt_move", at: tuesday };
const zoe = inStage(aProspect(), "connection");
const waiting = aRun(zoe, { startedAt: tuesday - day, cursor: { step: "un-jour", visit: 2, slot: tuesday + hour }, dueAt: tuesday + hour });
const over: Enrollment = { ...endEnrollment(waiting, "stage-left", because("ended-stage-left"), tuesday), endedBy: move.fact };
const now = tuesday + minute;

const consider = (change: { run?: Enrollment; person?: Person; sequence?: typeof demo | undefined; now?: number } = {}) =>
  considerResuming({ run: over, sequence: demo, person: zoe, suppression: undefined, by: "evt_back", now, holds: () => false, ...change });

describe("a run that a move to another stage ended, once the move is taken back", () => {
  it("goes on at the same step of the same version, when it would have", () => {
    const { rev: _, ...stood } = waiting;

    expect(consider()).toEqual({
      kind: "goes-on",
      run: { ...stood, rev: over.rev + 1, resumed: { by: "evt_back", at: now, step: "un-jour", ending: "stage-left" } },
    });
  });

  it("is due at once where its time has passed meanwhile", () => {
    expect(consider({ now: tuesday + 2 * day })).toMatchObject({ run: { dueAt: tuesday + 2 * day, cursor: waiting.cursor } });
  });

  it("that was parked is parked again, with what was wrong", () => {
    const parked: Enrollment = { ...waiting, status: "parked", dueAt: tuesday - hour, because: because("uncertain"), problem: "uncertain" };
    const run = { ...endEnrollment(parked, "stage-left", because("ended-stage-left"), tuesday), endedBy: move.fact };

    expect(consider({ run })).toMatchObject({ run: { status: "parked", dueAt: tuesday - hour, problem: "uncertain" } });
  });

  it("that was stored before it was remembered how runs stood is due at once", () => {
    const { stood: _, ...run } = over;

    expect(consider({ run })).toMatchObject({ run: { status: "active", dueAt: now, because: { code: "just-resumed" } } });
  });

  it.each<[string, Partial<Person>]>([
    ["suppressed-unsubscribed", { suppressed: { reason: "unsubscribed", at: now } }],
    ["suppressed-bounced", { suppressed: { reason: "bounced", at: now } }],
    ["paused", { paused: { at: now, by: "Malik", reason: "" } }],
    ["no-lawful-basis", { consent: {} }],
    ["ended-bought", { purchases: { count: 1, total: 1, lastAt: now } }],
    ["ended-replied", { touch: { repliedAt: now } }],
    ["ended-stage-left", { stage: { value: "won", since: now, because: { rule: "purchase" } } }],
  ])("stays over where something stands against it (%s)", (code, change) => {
    expect(consider({ person: { ...zoe, ...change } })).toMatchObject({ kind: "stays-ended", because: { code } });
  });

  it("stays over where its goal is reached meanwhile", () => {
    const sequence = { ...demo, exits: [...demo.exits, { on: "condition", when: "true", ending: "exited" } as const] };

    expect(
      considerResuming({ run: over, sequence, person: zoe, suppression: undefined, by: "evt_back", now, holds: () => true }),
    ).toMatchObject({ kind: "stays-ended", because: { code: "ended-exited" } });
  });

  it("stays over where its version is gone", () => {
    expect(consider({ sequence: undefined })).toMatchObject({ kind: "stays-ended", because: { code: "version-gone" } });
  });

  it("names the same mails as before, whenever it goes on: none can leave twice", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90 * day }),
        fc.constantFrom(...Object.keys(demo.steps)),
        fc.nat({ max: 20 }),
        fc.integer({ min: -30 * day, max: 30 * day }),
        (later, step, visit, slot) => {
          const run = { ...waiting, cursor: { step, visit, slot: tuesday + slot }, dueAt: tuesday + slot };
          const ended = { ...endEnrollment(run, "stage-left", because("ended-stage-left"), tuesday), endedBy: move.fact };
          const verdict = consider({ run: ended, now: tuesday + later });
          if (verdict.kind !== "goes-on") throw new Error(verdict.because.code);

          expect(messageIdOf(verdict.run, verdict.run.cursor)).toBe(messageIdOf(run, run.cursor));
          expect(verdict.run.signals).toEqual(run.signals);
          expect(verdict.run.dueAt).toBe(Math.max(run.dueAt, tuesday + later));
          expect(wasEndedBy(verdict.run, move)).toBe(false);
        },
      ),
    );
  });
});

describe("a move is the cause of an end", () => {
  it("that it made, or that the planner made upon it; not of one before, of another cause, or of a run of later", () => {
    const { endedBy: _, ...byPlanner } = over;

    expect(wasEndedBy(over, move)).toBe(true);
    expect(wasEndedBy(byPlanner, move)).toBe(true);
    expect(wasEndedBy({ ...byPlanner, endedAt: tuesday - 1 }, move)).toBe(false);
    expect(wasEndedBy({ ...byPlanner, startedAt: tuesday + 1 }, move)).toBe(false);
    expect(wasEndedBy({ ...byPlanner, ending: "completed" }, move)).toBe(false);
    expect(wasEndedBy({ ...over, endedBy: "evt_other" }, move)).toBe(false);
    expect(wasEndedBy({ ...over, moved: { to: zoe.id, status: "ended" } }, move)).toBe(false);
    expect(wasEndedBy(waiting, move)).toBe(false);
  });

  it("and of a beginning, by what it told the bus", () => {
    expect(wasStartedBy({ ...waiting, trigger: eventIdOf("stage.changed", move.at, move.fact) }, move)).toBe(true);
    expect(wasStartedBy(waiting, move)).toBe(false);
  });

  it("and the planner ends what a move began that was taken back, where a crash let it slip", () => {
    const trigger = eventIdOf("stage.changed", move.at, move.fact);
    const outcome = { fact: "evt_back", at: now, tookBack: { ...move, kind: "stage", by: "Malik" } } as const;
    const enrollment = { ...waiting, trigger };
    const exits = (person: Person) => exitOf({ sequence: demo, enrollment, person, suppression: undefined, holds: () => false });

    expect(wasTakenBackFrom({ applied: [outcome] }, waiting)).toBe(false);
    expect(exits(zoe)).toBeUndefined();
    expect(exits({ ...zoe, applied: [outcome] })).toMatchObject({ kind: "exit", ending: "taken-back" });
  });
});

describe("a run that a move began, once the move is taken back", () => {
  const again = (existing: Enrollment) =>
    considerEnrolling({
      sequence: demo,
      version: 1,
      event: { id: "evt_again", type: "submission.received", source: "form:demo" },
      person: zoe,
      suppression: undefined,
      existing,
      now: tuesday + hour,
      holds: () => true,
    }).kind;

  it("is over, and may begin another time where it has written nothing", () => {
    const silent = endedByTakingBack({ ...waiting, signals: { sent: 0 } }, false, "evt_back", now);
    const inFlight = endedByTakingBack({ ...waiting, signals: { sent: 0 } }, true, "evt_back", now);

    expect(silent).toMatchObject({ status: "ended", ending: "taken-back", endedBy: "evt_back", because: { code: "ended-taken-back" } });
    expect(again(silent)).toBe("enroll");
    expect(again(inFlight)).toBe("no");
    expect(again(endedByTakingBack(waiting, false, "evt_back", now))).toBe("no");
  });
});
