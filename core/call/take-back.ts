import type { Person } from "#core/person/person.ts";
import type { Fact } from "#core/reaction/fact.ts";
import type { LastAct } from "./last-act.ts";

/** Remembers an act with how calls stood before it. */
export function lastActOf(before: Person, fact: Extract<Fact, { kind: LastAct["kind"] }>): LastAct {
  return { fact: fact.id, kind: fact.kind, at: fact.at, by: fact.by, before: callsOf(before) };
}

/** Remembers a move by hand with where the person stood before; undefined where it moves nobody, or nobody was there before. */
export function moveActOf(before: Person, fact: Extract<Fact, { kind: "set" }>): LastAct | undefined {
  const isByHand = fact.reason !== undefined && before.rev > 0;
  if (!isByHand || fact.stage === undefined || fact.stage === before.stage.value) return undefined;
  const { stage, lifecycle } = before;
  return { fact: fact.id, kind: "stage", at: fact.at, by: fact.by, before: { ...callsOf(before), position: { stage, lifecycle } } };
}

/** The person as they were before their latest act, if `fact` names it; else as they are. What they did meanwhile stays. */
export function withoutAct(person: Person, fact: string): Person {
  const { lastAct, nextCallAt: _, snoozed: __, ...rest } = person;
  if (lastAct?.fact !== fact) return person;
  const { contactedAt: ___, ...touch } = rest.touch ?? {};
  const { contactedAt, position, ...before } = lastAct.before;
  return {
    ...rest,
    ...before,
    ...(position === undefined ? {} : positionBefore(person, lastAct.at, position)),
    touch: contactedAt === undefined ? touch : { ...touch, contactedAt },
  };
}

/** A move by hand that something else has moved on from, or that a purchase has settled, can be taken back no more. */
export function settled(person: Person, fact: Fact, hasMoved: boolean): Person {
  const { lastAct, ...rest } = person;
  if (lastAct?.kind !== "stage" || lastAct.fact === fact.id) return person;
  return hasMoved || fact.kind === "purchase" ? rest : person;
}

function callsOf({ touch, nextCallAt, snoozed }: Person): LastAct["before"] {
  return {
    ...(touch?.contactedAt === undefined ? {} : { contactedAt: touch.contactedAt }),
    ...(nextCallAt === undefined ? {} : { nextCallAt }),
    ...(snoozed === undefined ? {} : { snoozed }),
  };
}

/** Only what the act itself has moved goes back: it stands since the act. */
function positionBefore(
  { stage, lifecycle }: Person,
  at: number,
  before: NonNullable<LastAct["before"]["position"]>,
): Pick<Person, "stage" | "lifecycle"> {
  return {
    stage: stage.since === at ? before.stage : stage,
    lifecycle: lifecycle.since === at ? before.lifecycle : lifecycle,
  };
}
