import type { EventPattern } from "#functions/declaration.ts";
import { matchesPattern } from "./event-pattern.ts";
import type { BusEvent } from "./event.ts";
import type { HandedOver, Invocations } from "./invocations.ts";

/** A rule as it is deployed: events of one bus that match go to one function. */
export interface Rule {
  readonly bus: string;
  readonly pattern: EventPattern;
  readonly target: string;
}

/** An event that came over a bus, and which functions it went to. */
export interface Passed {
  readonly bus: string;
  readonly event: BusEvent;
  readonly targets: readonly string[];
}

export interface Bus {
  readonly names: ReadonlySet<string>;
  /** Routes events by the rules; done when they are safe, while the outcomes follow. */
  put(events: readonly { readonly bus: string; readonly event: BusEvent }[]): Promise<HandedOver>;
  /** The last events that passed, newest last: to be looked at. */
  recent(): readonly Passed[];
}

const remembered = 500;

/** EventBridge's buses: the default one, where AWS's services speak, and ours. */
export function createBus(rules: readonly Rule[], invocations: Invocations, own: string): Bus {
  const recent: Passed[] = [];
  return {
    names: new Set(["default", own]),
    put: (events) => {
      const routed = events.map(({ bus, event }) => ({
        bus,
        event,
        targets: rules.filter((rule) => rule.bus === bus && matchesPattern(rule.pattern, event)).map((rule) => rule.target),
      }));
      recent.push(...routed);
      recent.splice(0, recent.length - remembered);
      return invocations.accept(routed.flatMap(({ event, targets }) => targets.map((target) => ({ target, event }))));
    },
    recent: () => recent,
  };
}
