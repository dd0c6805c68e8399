import type { EventResult } from "#contract/events.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import type { Logger } from "#functions/runtime/logger.ts";
import { advanceStarted } from "./advance-started.ts";
import { unlimitedBudget } from "./send-budget.ts";
import { takeEvent } from "./take-event.ts";
import { createTally } from "./tally.ts";
import type { MailWorkshop } from "./workshop.ts";

/** How many people's events are worked on side by side. One person's come one after the other, in their order. */
const sideBySide = 8;
/** Longest that one request's events are worked on, in milliseconds: API Gateway waits for 30 seconds. */
const longest = 18_000;
/** Longest that mail made due by them is worked on besides; what is left is the due index's. */
const longestMail = 5_000;

/** Takes many events in, each by itself: one that fails or is refused costs the others nothing. */
export async function takeEvents(workshop: MailWorkshop, told: readonly unknown[], log: Logger): Promise<readonly EventResult[]> {
  const until = performance.now() + longest;
  const results = new Map<number, EventResult>();
  const tally = createTally(workshop.stores.counters, log);
  const leave = { budget: unlimitedBudget, tally, deadline: performance.now() + longestMail };
  const take = async (place: number): Promise<void> => {
    if (performance.now() > until) return;
    try {
      const { result, started } = await takeEvent(workshop, told[place]);
      results.set(place, result);
      if (performance.now() < leave.deadline) await advanceStarted(workshop, started, leave);
    } catch (thrown) {
      log.error("an event could not be taken", { problem: describeFault(thrown) });
    }
  };
  const queues = byPerson(told);
  await Promise.all(
    Array.from({ length: sideBySide }, async () => {
      for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) for (const place of queue) await take(place);
    }),
  );
  await tally.flush();
  return told.map((_, place) => results.get(place) ?? notTaken);
}

const notTaken: EventResult = {
  id: null,
  status: "not-taken",
  personId: null,
  field: null,
  problem: "There was no time for it, or it failed.",
  remedy: "Send it again: what was taken before counts once if it has an id.",
};

/** The places of each person's events, in the order they came. */
function byPerson(told: readonly unknown[]): number[][] {
  const queues = new Map<unknown, number[]>();
  for (const [place, event] of told.entries()) {
    const whose = doerOf(event) ?? place;
    const queue = queues.get(whose) ?? [];
    queues.set(whose, queue);
    queue.push(place);
  }
  return [...queues.values()];
}

function doerOf(event: unknown): string | undefined {
  if (typeof event !== "object" || event === null) return undefined;
  if ("personId" in event && typeof event.personId === "string") return event.personId;
  return "email" in event && typeof event.email === "string" ? event.email.trim().toLowerCase() : undefined;
}
