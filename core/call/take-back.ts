import type { Person } from "#core/person/person.ts";
import type { Fact } from "#core/reaction/fact.ts";
import type { LastAct } from "./last-act.ts";

/** Remembers an act with how calls stood before it. */
export function lastActOf(before: Person, fact: Extract<Fact, { kind: LastAct["kind"] }>): LastAct {
  const { touch, nextCallAt, snoozed } = before;
  return {
    fact: fact.id,
    kind: fact.kind,
    at: fact.at,
    by: fact.by,
    before: {
      ...(touch?.contactedAt === undefined ? {} : { contactedAt: touch.contactedAt }),
      ...(nextCallAt === undefined ? {} : { nextCallAt }),
      ...(snoozed === undefined ? {} : { snoozed }),
    },
  };
}

/** The person as they were before their latest act, if `fact` names it; else as they are. What they did meanwhile stays. */
export function withoutAct(person: Person, fact: string): Person {
  const { lastAct, nextCallAt: _, snoozed: __, ...rest } = person;
  if (lastAct?.fact !== fact) return person;
  const { contactedAt: ___, ...touch } = rest.touch ?? {};
  const { contactedAt, ...before } = lastAct.before;
  return { ...rest, ...before, touch: contactedAt === undefined ? touch : { ...touch, contactedAt } };
}
