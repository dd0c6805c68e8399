import * as z from "zod";
import type { Instant } from "#core/time/instant.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import { account, busEvent, region } from "#local/bus/event.ts";
import type { RunningFunction } from "#local/functions.ts";
import type { Terminal } from "#local/terminal.ts";
import type { Turns } from "./turns.ts";

/** EventBridge's schedule: runs the scheduled functions at their rate, in real time, and whenever the clock is moved. */
export interface Ticker {
  /** Runs every scheduled function once; answers how many due items they say they performed. */
  tick(): Promise<number>;
  /** Runs them now and then at their rate, in turns, so that no tick overlaps another. */
  start(): void;
  stop(): void;
}

const drainedSchema = z.looseObject({ performed: z.number() }).catch({ performed: 0 });
const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
const rateSchema = z.templateLiteral([z.number().int().positive(), " ", z.enum(["minute", "minutes", "hour", "hours", "day", "days"])]);

export function createTicker(
  functions: readonly RunningFunction[],
  parts: { readonly now: () => Instant; readonly turns: Turns; readonly terminal: Terminal },
): Ticker {
  const scheduled = functions.flatMap((each) => {
    const { trigger } = each.declaration;
    return trigger.kind === "schedule" ? [{ ...each, everyMs: intervalOf(trigger.rate) }] : [];
  });
  const timers: NodeJS.Timeout[] = [];
  const run = async (each: RunningFunction): Promise<number> =>
    drainedSchema.parse(await each.invoke(scheduledEvent(each.declaration.name, parts.now()))).performed;
  const tick = async (): Promise<number> => {
    let performed = 0;
    for (const each of scheduled) performed += await run(each);
    return performed;
  };
  const inTurn = (each: RunningFunction): void => {
    parts.turns(() => run(each)).catch((fault: unknown) => parts.terminal.warn(`${each.declaration.name} failed: ${describeFault(fault)}`));
  };
  return {
    tick,
    start: () => {
      for (const each of scheduled) {
        inTurn(each);
        timers.push(setInterval(() => inTurn(each), each.everyMs).unref());
      }
    },
    stop: () => {
      for (const timer of timers.splice(0)) clearInterval(timer);
    },
  };
}

/** `1 minute` or `5 minutes`, in milliseconds. */
function intervalOf(rate: string): number {
  const [count, unit = "minute"] = rateSchema.parse(rate).split(" ");
  return Number(count) * units[z.enum(["minute", "hour", "day"]).parse(unit.replace(/s$/, ""))];
}

function scheduledEvent(name: string, now: Instant) {
  return busEvent({
    type: "Scheduled Event",
    source: "aws.events",
    at: now,
    resources: [`arn:aws:events:${region}:${account}:rule/${name}`],
    detail: {},
  });
}
