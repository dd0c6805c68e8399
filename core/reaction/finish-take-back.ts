import type { Outcome, Person } from "#core/person/person.ts";
import { hour, type Instant, minute } from "#core/time/instant.ts";
import type { Fact } from "./fact.ts";

/** When after the taking back of a move it is looked whether all of it was done: whoever began it may have died. In milliseconds. */
const looksAfter = [minute, 10 * minute, hour] as const;

type TakeBack = Extract<Fact, { kind: "take-back" }>;

/** The next instant at which to look after what was taken back lately. */
export function nextLookAtTakeBacks(applied: readonly Outcome[], now: Instant): Instant | undefined {
  const looks = applied
    .filter(isMoveTakenBack)
    .flatMap(({ at, judgedAt = at }) => looksAfter.map((after) => judgedAt + after))
    .filter((look) => look > now);
  return looks.length === 0 ? undefined : Math.min(...looks);
}

/**
 * The moves that were taken back from somebody, as the facts they were: told again, each is done to its end. Those from before a
 * merge may have been the other's, and are left.
 */
export function takeBacksOf({ applied, mergedFrom = [] }: Pick<Person, "applied" | "mergedFrom">): readonly TakeBack[] {
  const since = Math.max(0, ...mergedFrom.map(({ at }) => at));
  return applied.flatMap(({ fact, at, judgedAt = at, tookBack }) =>
    tookBack?.kind === "stage" && judgedAt >= since
      ? [{ kind: "take-back", id: fact, at, by: tookBack.takenBackBy ?? tookBack.by, of: tookBack.fact, act: "stage" } as const]
      : [],
  );
}

/** Whether a move was taken back since: a late retry of it ends and begins nothing any more. */
export function wasTakenBack({ applied }: Pick<Person, "applied">, fact: string): boolean {
  return applied.some(({ tookBack }) => tookBack?.fact === fact);
}

function isMoveTakenBack({ tookBack }: Outcome): boolean {
  return tookBack?.kind === "stage";
}
