import type { Ending } from "#core/enrollment/enrollment.ts";
import { wasTakenBackFrom } from "#core/enrollment/started-by-move.ts";
import { because } from "#core/reason/sentences.ts";
import type { Planning } from "./plan.ts";
import type { Exit } from "./sequence.ts";
import type { Verdict } from "./verdict.ts";

/** What it depends on whether a run is over. */
export type Exiting = Pick<Planning, "sequence" | "enrollment" | "person" | "suppression" | "holds">;

/**
 * The first exit condition that is met, as the verdict that ends the run. Facts end runs as they happen; this catches what
 * a crash let slip between, at the last moment before anything is done.
 */
export function exitOf(planning: Exiting): Extract<Verdict, { kind: "exit" }> | undefined {
  const { suppression, person } = planning;
  const reason = suppression?.reason ?? person.suppressed?.reason;
  // Who unsubscribed and has ticked a box since is waited for; the mail itself asks again whether it may leave.
  const isAwaitedBack = reason === "unsubscribed" && person.consent.awaited !== undefined;
  if (reason !== undefined && !isAwaitedBack) {
    return { kind: "exit", ending: reason === "unsubscribed" ? "unsubscribed" : "suppressed", because: because(`suppressed-${reason}`) };
  }
  if (wasTakenBackFrom(person, planning.enrollment)) return { kind: "exit", ending: "taken-back", because: because("ended-taken-back") };
  for (const exit of planning.sequence.exits) {
    const ending = met(exit, planning);
    if (ending !== undefined) return { kind: "exit", ending, because: because(`ended-${ending}`) };
  }
  return undefined;
}

function met(exit: Exit, { person, enrollment, holds }: Exiting): Ending | undefined {
  switch (exit.on) {
    case "bought":
      return person.purchases !== undefined && person.purchases.lastAt >= enrollment.startedAt ? "bought" : undefined;
    case "replied":
      return enrollment.signals.repliedAt === undefined ? undefined : "replied";
    case "unsubscribed":
      if (person.consent.awaited !== undefined) return undefined;
      return person.consent.marketing?.withdrawnAt === undefined ? undefined : "unsubscribed";
    case "stage-left":
      return exit.stages.includes(person.stage.value) ? undefined : "stage-left";
    case "condition":
      return holds(exit.when) ? exit.ending : undefined;
  }
}
