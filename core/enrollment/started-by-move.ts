import type { LastAct } from "#core/call/last-act.ts";
import { eventIdOf } from "#core/event/event-id.ts";
import type { Person } from "#core/person/person.ts";
import type { Enrollment } from "./enrollment.ts";

/** A move to another stage that was taken back: the fact it was, and when. */
export type TakenBack = Pick<LastAct, "fact" | "at">;

/** What a move tells the bus of, and a sequence may begin by. */
const eventsOfMove = ["stage.changed", "lifecycle.changed", "person.qualified", "person.became_client"] as const;

/** Whether a run began because of a move. */
export function wasStartedBy(run: Pick<Enrollment, "trigger">, move: TakenBack): boolean {
  return eventsOfMove.some((type) => run.trigger === eventIdOf(type, move.at, move.fact));
}

/** Whether what began a run was taken back lately. */
export function wasTakenBackFrom({ applied }: Pick<Person, "applied">, run: Pick<Enrollment, "trigger">): boolean {
  return applied.some(({ tookBack }) => tookBack?.kind === "stage" && wasStartedBy(run, tookBack));
}
