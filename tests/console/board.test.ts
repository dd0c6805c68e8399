import { describe, expect, it } from "vitest";
import type { PersonSummary } from "#contract/api.ts";
import { afterMove, type BoardPart } from "#console/src/pages/pipeline/board.ts";

const now = "2026-11-25T09:00:00.000Z";
const zoe: PersonSummary = {
  id: "per_zoe",
  email: "zoe@example.com",
  name: "Zoé",
  company: null,
  lifecycle: "prospect",
  stage: "proposal",
  score: { total: 0, fit: 0, engagement: 0, penalty: 0 },
  stageSince: "2026-11-20T09:00:00.000Z",
  suppressed: null,
  paused: false,
  tags: [],
  owner: null,
  value: { amount: 900, currency: "EUR" },
  call: null,
  lastActionAt: null,
  createdAt: "2026-11-20T09:00:00.000Z",
};
const other: PersonSummary = { ...zoe, id: "per_other", stage: "won" };

const counts = (proposal: number, won: number): BoardPart => ({
  stages: [
    { stage: "proposal", count: proposal, value: [{ amount: 900, currency: "EUR" }], oldestSince: zoe.stageSince },
    { stage: "won", count: won, value: [{ amount: 10, currency: "GBP" }], oldestSince: null },
    { stage: "lost", count: 0, value: [], oldestSince: null },
  ],
});
const cards = (stage: "proposal" | "won" | "lost", ...pages: readonly (readonly PersonSummary[])[]): BoardPart => ({
  pages: pages.map((items) => ({ stage, items, next: null })),
  pageParams: pages.map(() => undefined),
});

describe("a card that is moved", () => {
  it("takes its count and its worth along, by currency", () => {
    expect(afterMove(counts(1, 2), zoe, "won", now)).toMatchObject({
      stages: [
        { stage: "proposal", count: 0, value: [] },
        {
          stage: "won",
          count: 3,
          value: [
            { amount: 10, currency: "GBP" },
            { amount: 900, currency: "EUR" },
          ],
        },
        { stage: "lost", count: 0, value: [] },
      ],
    });
  });

  it("leaves its column and comes last in the other, new there", () => {
    expect(afterMove(cards("proposal", [other], [zoe]), zoe, "won", now)).toEqual(cards("proposal", [other], []));
    expect(afterMove(cards("won", [other], []), zoe, "won", now)).toEqual(
      cards("won", [other], [{ ...zoe, stage: "won", stageSince: now }]),
    );
    expect(afterMove(cards("lost", [other]), zoe, "won", now)).toEqual(cards("lost", [other]));
  });
});
