import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countsOfFact } from "#core/insight/count-fact.ts";
import { countMailFact, countRejected, countSent, notices } from "#core/insight/count-mail.ts";
import { countErased, noSource } from "#core/insight/count-people.ts";
import { countEnded, countMoved, countStarted } from "#core/insight/count-run.ts";
import { balances, type Count, dayRow, peopleCounts, readDayRow, readStepRow, stepRow, summed, totals } from "#core/insight/count.ts";
import { mailboxGroupOf } from "#core/insight/mailbox-group.ts";
import type { Outcome } from "#core/person/person.ts";
import { type Stage, stages } from "#core/person/stage.ts";
import type { Fact } from "#core/reaction/fact.ts";
import type { Verdict } from "#core/sequence/verdict.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { aMessage, aRun } from "#tests/functions/adapters/examples.ts";

const person = aProspect({ firstSource: "form:demo" });
const today = dayRow("2026-11-24", "form:demo");
const note: Fact = { kind: "note", id: "f1", at: tuesday, by: "test", text: "" };
const because = { rule: "test" };

/** What all counts add to one table's row. */
function added(counts: readonly Count[], name: string, row: string): Readonly<Record<string, number>> {
  return totals(counts.filter((count) => count.name === name && count.row === row).map(({ add }) => ({ row, sums: add })));
}
const ofFact = (outcome: Partial<Outcome>, fact: Fact = note): readonly Count[] =>
  countsOfFact({ person, fact, outcome: { fact: fact.id, at: tuesday, ...outcome }, message: undefined, ended: [], started: [] });
const ofDay = (outcome: Partial<Outcome>, fact: Fact = note) => added(ofFact(outcome, fact), peopleCounts, today);
const ofBalance = (outcome: Partial<Outcome>) =>
  totals(
    ofFact(outcome)
      .filter(({ name }) => name === balances)
      .map(({ row, add }) => ({ row, sums: add })),
  );

describe("a row's name", () => {
  it("is read back as it was written, whatever the source, the step and the version", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 999_999 }), (of, version) => {
        expect(readDayRow(dayRow("2026-11-24", of))).toEqual({ day: "2026-11-24", of });
        expect(readStepRow(stepRow(version, of))).toEqual({ version, step: of });
      }),
    );
  });
});

describe("counts of people", () => {
  it("has somebody new come to the first stage and to the first lifecycle, by their source", () => {
    expect(ofDay({ created: true })).toEqual({ created: 1, up_awareness: 1 });
    expect(ofBalance({ created: true })).toEqual({ in_awareness: 1, in_contact: 1 });
  });

  it("counts the stages passed on the way, and none gained by going back", () => {
    const move = (from: Stage, to: Stage) => [ofDay({ stage: { from, to, because } }), ofBalance({ stage: { from, to, because } })];

    expect(move("awareness", "proposal")).toEqual([
      { up_connection: 1, up_qualification: 1, up_proposal: 1 },
      { out_awareness: 1, in_proposal: 1 },
    ]);
    expect(move("proposal", "connection")).toEqual([{}, { out_proposal: 1, in_connection: 1 }]);
    expect(move("proposal", "lost")).toEqual([{ up_lost: 1 }, { out_proposal: 1, in_lost: 1 }]);
    expect(move("lost", "proposal")).toEqual([{}, { out_lost: 1, in_proposal: 1 }]);
  });

  it("leaves as many as it enters, whatever the move", () => {
    fc.assert(
      fc.property(fc.constantFrom(...stages), fc.constantFrom(...stages), (from, to) => {
        const sums = ofBalance({ stage: { from, to, because } });
        const of = (kind: string): number => stages.reduce((sum, stage) => sum + (sums[`${kind}_${stage}`] ?? 0), 0);

        expect(of("in")).toBe(of("out"));
      }),
    );
  });

  it("counts who became a prospect or a client under the day they arrived", () => {
    const old = aProspect({ firstSource: "form:demo", createdAt: tuesday - 3 * 86_400_000 });
    const outcome = { fact: "f1", at: tuesday, qualified: true, becameClient: true };
    const counts = countsOfFact({ person: old, fact: note, outcome, message: undefined, ended: [], started: [] });

    expect(added(counts, "people", today)).toMatchObject({ qualified: 1, clients: 1 });
    expect(added(counts, "people", dayRow("2026-11-21", "form:demo"))).toEqual({ cohort_qualified: 1, cohort_clients: 1 });
  });

  it("counts what was bought, by currency", () => {
    const fact: Fact = {
      kind: "purchase",
      id: "f1",
      at: tuesday,
      purchase: { id: "c", email: "zoe@example.com", amount: 12.5, currency: "EUR" },
    };

    expect(ofDay({}, fact)).toEqual({ purchases: 1, revenue_EUR: 12.5 });
  });

  it("takes who is erased out of where they stood and waited", () => {
    const counts = countErased(aProspect(), [aRun(person), aRun(person, { status: "ended" })], tuesday);

    expect(added(counts, "people", dayRow("2026-11-24", noSource))).toEqual({ erased: 1 });
    expect(totals(counts.filter(({ name }) => name === balances).map(({ row, add }) => ({ row, sums: add })))).toEqual({
      out_awareness: 1,
      out_contact: 1,
    });
    expect(added(counts, "sequence_demo", stepRow(1, "un-jour"))).toEqual({ waiting: -1 });
  });
});

describe("counts of mails", () => {
  const sent = tuesday - 86_400_000;
  const message = aMessage(person, { state: "sent", sentAt: sent });
  const row = dayRow("2026-11-23", "gmail");
  const step = stepRow(1, "bienvenue");
  const told = (fact: Fact): readonly Count[] => countMailFact("zoe@gmail.com", fact, message);
  const base = { id: "f1", at: tuesday, message } as const;

  it("has a mail leave under its mailbox group, and a notice under its own name", () => {
    expect(countSent("zoe@gmail.com", "marketing", tuesday)).toEqual({
      name: "mail",
      row: dayRow("2026-11-24", "gmail"),
      add: { sent: 1 },
    });
    expect(countSent("boss@gmail.com", "notice", tuesday).row).toBe(dayRow("2026-11-24", notices));
  });

  it("counts what came back under the day the mail left, and at the step that sent it", () => {
    const bounce = told({ kind: "bounce", ...base, permanent: true, problem: "gone" });

    expect(added(bounce, "mail", row)).toEqual({ bounced_permanent: 1 });
    expect(added(bounce, "sequence_demo", step)).toEqual({ bounced: 1 });
    expect(added(told({ kind: "bounce", ...base, permanent: false, problem: "full" }), "mail", row)).toEqual({ bounced_transient: 1 });
    expect(added(told({ kind: "complaint", ...base }), "mail", row)).toEqual({ complained: 1 });
    expect(added(countRejected("zoe@gmail.com", message), "mail", row)).toEqual({ rejected: 1 });
    expect(added(countRejected("zoe@gmail.com", message), "sequence_demo", step)).toEqual({ rejected: 1 });
  });

  it("counts who clicked and who replied once, and no machine", () => {
    const click = (by: "person" | "machine", clicks: readonly { at: number; link: string; by: "person" | "machine" }[] = []): Fact => ({
      kind: "click",
      ...base,
      message: { ...message, clicks: [...clicks] },
      link: "https://a.example",
      by,
    });

    expect(added(told(click("person")), "sequence_demo", step)).toEqual({ clicked: 1 });
    expect(told(click("machine"))).toEqual([]);
    expect(told(click("person", [{ at: sent + 1, link: "https://b.example", by: "person" }]))).toEqual([]);
    expect(told(click("person", [{ at: sent + 1, link: "https://b.example", by: "machine" }]))).toHaveLength(1);
    const reply = (automatic: boolean): Fact => ({
      kind: "reply",
      id: "f1",
      at: tuesday,
      messageId: message.id,
      subject: "",
      text: "",
      automatic,
    });
    expect(added(told(reply(false)), "sequence_demo", step)).toEqual({ replied: 1 });
    expect(told(reply(true))).toEqual([]);
  });

  it.each([
    ["a@gmail.com", "gmail"],
    ["a@Hotmail.FR", "outlook"],
    ["a@yahoo.co.uk", "yahoo"],
    ["a@orange.fr", "french"],
    ["a@me.com", "icloud"],
    ["a@atelier-lumen.example", "other"],
    ["a@live.my-company.example", "other"],
    ["a@constructor", "other"],
    ["", "other"],
  ])("knows who runs the mailbox of %s: %s", (email, group) => {
    expect(mailboxGroupOf(email)).toBe(group);
  });
});

describe("counts of a run", () => {
  const run = aRun(person, { cursor: { step: "a", visit: 1, slot: tuesday } });
  const at = (step: string, change: Partial<typeof run> = {}) => ({ ...run, cursor: { step, visit: 2, slot: tuesday }, ...change });
  const send: Verdict = { kind: "send", step: "a", visit: 1, slot: tuesday, email: "m", because: { code: "waits" } };
  const ofStep = (counts: readonly Count[], step: string) => added(summed(counts), "sequence_demo", stepRow(1, step));

  it("enters its first step and waits there", () => {
    expect(countStarted(run, "a")).toEqual([{ name: "sequence_demo", row: stepRow(1, "a"), add: { entered: 1, waiting: 1 } }]);
  });

  it("waits at the next step once a step is performed, and no more at the one before", () => {
    const counts = countMoved(run, at("b"), send);

    expect(ofStep(counts, "a")).toEqual({ waiting: -1, sent: 1 });
    expect(ofStep(counts, "b")).toEqual({ waiting: 1, entered: 1 });
  });

  it("stays where it is while a mail is held", () => {
    const hold: Verdict = { kind: "hold", step: "a", visit: 1, slot: tuesday, until: tuesday + 1, because: { code: "waits" } };

    expect(summed(countMoved(run, run, hold))).toEqual([]);
  });

  it("waits nowhere once it has ended, and says how it ended", () => {
    const ended = at("a", { status: "ended", ending: "stage-left" });

    expect(ofStep(countMoved(run, ended, send), "a")).toEqual({ waiting: -1, sent: 1, ended_stage_left: 1 });
    expect(ofStep(countEnded({ ...run, ending: "bought" }), "a")).toEqual({ waiting: -1, ended_bought: 1 });
  });
});

describe("a sum of counts", () => {
  it("brings rows together and leaves out what adds nothing", () => {
    const one: Count = { name: "n", row: "r", add: { a: 1, b: 1 } };

    expect(summed([one, { ...one, add: { a: 2, b: -1 } }, { name: "n", row: "other", add: { a: 0 } }])).toEqual([
      { name: "n", row: "r", add: { a: 3 } },
    ]);
  });
});
