import { describe, expect, it } from "vitest";
import { type CountRow, dayRow, stepRow } from "#core/insight/count.ts";
import { notices } from "#core/insight/count-mail.ts";
import { mailInsight } from "#core/insight/mail-insight.ts";
import { peopleInsight } from "#core/insight/people-insight.ts";
import { sequenceInsight } from "#core/insight/sequence-insight.ts";
import { spanUpTo } from "#core/insight/span.ts";
import { firstTold, stepFigures, stepSpan } from "#core/insight/step-figures.ts";
import type { Sequence } from "#core/sequence/sequence.ts";

const span = spanUpTo("2026-11-24", 3);
const on = (day: string, of: string, sums: CountRow["sums"]): CountRow => ({ row: dayRow(day, of), sums });

describe("what is told of people", () => {
  const rows = [
    on("2026-11-22", "form:demo", { created: 40, up_awareness: 40, up_connection: 30, cohort_qualified: 12, cohort_clients: 1 }),
    on("2026-11-24", "form:demo", { created: 2, up_awareness: 2, qualified: 5 }),
    on("2026-11-24", "direct", { created: 1, up_awareness: 1, up_won: 1, clients: 1, cohort_clients: 1 }),
    on("2026-11-24", "hook:shop", { purchases: 3 }),
  ];

  it("has each day of the period, those of nothing too", () => {
    const { days } = peopleInsight(rows, span);

    expect(days.map(({ day, arrived }) => [day, arrived])).toEqual([
      ["2026-11-22", 40],
      ["2026-11-23", 0],
      ["2026-11-24", 3],
    ]);
    expect(days[2]).toMatchObject({ qualified: 5, clients: 1, reached: { awareness: 3, won: 1, lost: 0 } });
  });

  it("sums who came as far as each stage, in the stages' order", () => {
    const { stages } = peopleInsight(rows, span);

    expect(stages.slice(0, 2)).toEqual([
      { stage: "awareness", reached: 43 },
      { stage: "connection", reached: 30 },
    ]);
    expect(stages.at(-1)).toEqual({ stage: "lost", reached: 0 });
  });

  it("tells of those who arrived by each source how many came on, the largest first; a source nobody arrived by is none", () => {
    const { sources } = peopleInsight(rows, span);

    expect(sources.map(({ source, prospects, clients }) => [source, prospects.count, prospects.of, clients.count])).toEqual([
      ["form:demo", 12, 42, 1],
      ["direct", 0, 1, 1],
    ]);
    expect(sources[1]?.clients.tooFew).toBe(true);
  });
});

describe("what is told of mails", () => {
  const rows = [
    on("2026-11-23", "gmail", { sent: 2_000, rejected: 1, bounced_permanent: 9, bounced_transient: 10, complained: 2, unsubscribed: 4 }),
    on("2026-11-24", "gmail", { sent: 20 }),
    on("2026-11-24", "other", { sent: 10, complained: 1 }),
    on("2026-11-24", notices, { sent: 7, bounced_permanent: 1 }),
  ];

  it("counts as delivered what left and did not come back", () => {
    expect(mailInsight(rows, span).days).toMatchObject([
      { day: "2026-11-22", sent: 0, delivered: 0 },
      { day: "2026-11-23", sent: 1_999, delivered: 1_980, bouncedForGood: 9, bouncedForNow: 10, complained: 2 },
      { day: "2026-11-24", sent: 30, delivered: 30, complained: 1 },
    ]);
  });

  it("judges each mailbox group apart and leaves out those without a mail", () => {
    const { groups, total } = mailInsight(rows, span);

    expect(groups.map(({ group, standing }) => [group, standing])).toEqual([
      ["gmail", "watch"],
      ["other", "too-few"],
    ]);
    expect(total).toMatchObject({ sent: 2_029, complained: 3, standing: "watch", bounces: { count: 19, of: 2_029 } });
  });

  it("keeps mails to ourselves out of every other figure", () => {
    const { notices: ours, total } = mailInsight(rows, span);

    expect(ours).toBe(7);
    expect(total.sent).toBe(2_029);
    expect(mailInsight([], span)).toMatchObject({ groups: [], notices: 0, total: { sent: 0, standing: "too-few" } });
  });
});

describe("what is told of a sequence's steps", () => {
  const rows: readonly CountRow[] = [
    { row: stepRow(1, "hello"), sums: { entered: 100, waiting: 1, sent: 90, rejected: 1, clicked: 9, bounced: 4, unsubscribed: 2 } },
    { row: stepRow(2, "hello"), sums: { entered: 50, waiting: 3, sent: 50, clicked: 11, replied: 5, complained: 1 } },
    { row: stepRow(2, "gone"), sums: { sent: 8 } },
    { row: stepRow(2, "pause"), sums: { waiting: -1, entered: 10 } },
  ];
  const sequence = {
    first: "pause",
    steps: {
      hello: { kind: "send", email: "hello-mail", window: "any" },
      pause: { kind: "wait", milliseconds: 1, next: "hello" },
      never: { kind: "send", email: "other", window: "any" },
    },
  } as const satisfies Pick<Sequence, "first" | "steps">;
  const whole: Sequence = {
    sequence: "s",
    name: {},
    trigger: { on: "link.clicked" },
    audience: "true",
    reentry: { kind: "never" },
    exits: [],
    ...sequence,
  };

  it("adds up a step's versions, and never falls below nobody", () => {
    const figures = stepFigures(rows);

    expect(figures.get("hello")).toEqual({
      waiting: 4,
      entered: 150,
      sent: 139,
      delivered: 135,
      clicked: 20,
      replied: 5,
      bounced: 4,
      unsubscribed: 2,
      complained: 1,
    });
    expect(figures.get("pause")).toMatchObject({ waiting: 0, entered: 10 });
  });

  it("tells of the sending steps alone, in reading order, with clicks and replies of what was delivered", () => {
    expect(sequenceInsight(whole, rows)).toMatchObject([
      { id: "hello", email: "hello-mail", sent: 139, clicks: { count: 20, of: 135 }, replies: { count: 5, of: 135 } },
      { id: "never", sent: 0, clicks: { share: null, tooFew: true } },
    ]);
  });

  it("reads the latest twenty versions as one range", () => {
    const isIn = (row: string, { from, to }: { from: string; to: string }): boolean => row >= from && row <= to;

    expect(firstTold(3)).toBe(1);
    expect(firstTold(40)).toBe(21);
    expect(isIn(stepRow(21, "a"), stepSpan(40))).toBe(true);
    expect(isIn(stepRow(40, "zz-é"), stepSpan(40))).toBe(true);
    expect(isIn(stepRow(20, "a"), stepSpan(40))).toBe(false);
    expect(isIn(stepRow(41, "a"), stepSpan(40))).toBe(false);
    expect(isIn(stepRow(39, "a"), stepSpan(40, 40))).toBe(false);
  });
});
