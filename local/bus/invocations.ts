import { join } from "node:path";
import * as z from "zod";
import { describeFault } from "#functions/runtime/faults.ts";
import { openJournal, readJournal, rewriteJournal } from "#local/journal.ts";
import type { Terminal } from "#local/terminal.ts";
import type { BusEvent } from "./event.ts";

/** What became of one asynchronous invocation. */
export type Outcome = { readonly kind: "succeeded" } | { readonly kind: "gave-up"; readonly target: string; readonly problem: string };

/** Events that are safe. Their outcomes follow when the functions have had their tries. */
export interface HandedOver {
  outcomes(): Promise<readonly Outcome[]>;
}

/** Asynchronous invocations with Lambda's manners: accepted durably, tried three times, then set aside as dead letters. */
export interface Invocations {
  /** Accepts events for functions; done when they are safe. */
  accept(invocations: readonly { readonly target: string; readonly event: BusEvent }[]): Promise<HandedOver>;
  /** Begins to invoke: what was left behind first. Until then events are accepted and wait. */
  begin(): void;
  /** Done when nothing is running or queued. */
  idle(): Promise<void>;
  busy(): boolean;
  /** Lets what runs finish and begins nothing more; what is still accepted stays in the journal for the next start. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

const eventSchema = z.object({
  version: z.literal("0"),
  id: z.string(),
  "detail-type": z.string(),
  source: z.string(),
  account: z.string(),
  time: z.string(),
  region: z.string(),
  resources: z.array(z.string()).readonly(),
  detail: z.unknown(),
});
const pendingSchema = z.object({ id: z.string(), target: z.string(), event: eventSchema });
type Pending = z.infer<typeof pendingSchema>;
const recordSchema = z.union([z.object({ accepted: z.array(pendingSchema) }), z.object({ done: z.string() })]);

/** So many run at once, as a machine with few cores can bear. */
const abreast = 32;

/**
 * Opens the invocations of a data folder and takes up those that a stopped or killed process left. Pauses between tries are
 * Lambda's one and two minutes, shortened: nobody waits for them on a laptop.
 */
export async function openInvocations(options: {
  readonly folder: string;
  readonly invoke: (target: string, event: BusEvent) => Promise<unknown>;
  readonly terminal: Terminal;
  readonly pausesMs?: readonly number[];
}): Promise<Invocations> {
  const path = join(options.folder, "invocations.jsonl");
  const left = await pendingIn(path);
  await rewriteJournal(path, left.length === 0 ? [] : [{ accepted: left }]);
  const journal = await openJournal(path);
  const deadLetters = await openJournal(join(options.folder, "dead-letters.jsonl"));
  const pauses = options.pausesMs ?? [300, 1200];

  const queue: { readonly pending: Pending; readonly settle: (outcome: Outcome) => void }[] = [];
  const running = new Set<Promise<void>>();
  let accepting = 0;
  let active = false;
  let waiters: (() => void)[] = [];
  const busy = (): boolean => accepting > 0 || queue.length > 0 || running.size > 0;

  const attempt = async ({ target, event }: Pending): Promise<Outcome> => {
    for (let tries = 0; ; tries++) {
      try {
        await options.invoke(target, event);
        return { kind: "succeeded" };
      } catch (thrown) {
        const problem = describeFault(thrown);
        const pause = pauses[tries];
        if (pause === undefined) return { kind: "gave-up", target, problem };
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  };

  const run = async ({ pending, settle }: (typeof queue)[number]): Promise<void> => {
    const outcome = await attempt(pending);
    if (outcome.kind === "gave-up") {
      await deadLetters.append({ at: new Date().toISOString(), target: pending.target, problem: outcome.problem, event: pending.event });
      options.terminal.warn(
        `${pending.target} failed three times on "${pending.event["detail-type"]}" (kept in dead-letters.jsonl): ${outcome.problem}`,
      );
    }
    await journal.append({ done: pending.id });
    settle(outcome);
  };

  const pump = (): void => {
    while (active && running.size < abreast) {
      const next = queue.shift();
      if (next === undefined) break;
      const work = run(next).finally(() => {
        running.delete(work);
        pump();
      });
      running.add(work);
    }
    if (busy()) return;
    const done = waiters;
    waiters = [];
    for (const resolve of done) resolve();
  };

  const enqueue = (pending: Pending): Promise<Outcome> => new Promise((settle) => queue.push({ pending, settle }));

  for (const pending of left) void enqueue(pending);

  return {
    accept: async (invocations) => {
      if (invocations.length === 0) return { outcomes: async () => [] };
      accepting++;
      try {
        const accepted = invocations.map(({ target, event }) => ({ id: `${event.id}/${target}`, target, event }));
        await journal.append({ accepted });
        const outcomes = Promise.all(accepted.map((each) => enqueue(each)));
        return { outcomes: () => outcomes };
      } finally {
        accepting--;
        pump();
      }
    },
    begin: () => {
      active = true;
      pump();
    },
    idle: () => (busy() ? new Promise((resolve) => waiters.push(resolve)) : Promise.resolve()),
    busy,
    rest: async () => {
      active = false;
      await Promise.all(running);
    },
    close: async () => {
      await journal.close();
      await deadLetters.close();
    },
  };
}

/** What was accepted and not done, oldest first. */
async function pendingIn(path: string): Promise<readonly Pending[]> {
  const pending = new Map<string, Pending>();
  for (const { record } of await readJournal(path)) {
    const read = recordSchema.parse(record);
    if ("done" in read) pending.delete(read.done);
    else for (const each of read.accepted) pending.set(each.id, each);
  }
  return [...pending.values()];
}
