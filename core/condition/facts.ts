import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { AttributeDeclaration, AttributeType, AttributeValue } from "#core/person/attribute.ts";
import { stands } from "#core/person/consent.ts";
import type { Person } from "#core/person/person.ts";
import { criteria } from "#core/person/qualification.ts";
import { scoreAt } from "#core/score/score-at.ts";
import type { Scoring } from "#core/score/scoring.ts";
import type { Instant } from "#core/time/instant.ts";

/** What a rule may know of the event it scores. */
export interface EventFacts {
  readonly type: string;
  readonly source?: string;
  readonly link?: string;
  /** Of an activity: what whoever told of it calls it. */
  readonly name?: string;
}

export type FactValue = string | number | boolean | readonly string[];

/** The variables of a condition as plain values: nothing is ever absent, so that no condition can fail for want of one. */
export interface Facts {
  readonly person: Readonly<Record<string, FactValue>>;
  readonly score: { readonly fit: number; readonly engagement: number; readonly total: number };
  readonly qualification: Readonly<Record<string, string>>;
  readonly consent: { readonly marketing: boolean; readonly measurement: boolean };
  readonly lifecycle: string;
  readonly stage: string;
  readonly bought: boolean;
  readonly event: { readonly type: string; readonly source: string; readonly link: string; readonly name: string };
  readonly run: { readonly clicked: boolean; readonly opened: boolean; readonly replied: boolean; readonly sent: number };
}

const empties: Readonly<Record<AttributeType, FactValue>> = {
  text: "",
  number: 0,
  money: 0,
  date: "",
  choice: "",
  "yes-no": false,
  list: [],
};

/** All that conditions may know of one person at one instant. */
export function factsOf(input: {
  readonly person: Person;
  readonly now: Instant;
  readonly scoring: Scoring;
  readonly declarations: Readonly<Record<string, AttributeDeclaration>>;
  readonly event?: EventFacts;
  readonly run?: Enrollment["signals"];
}): Facts {
  const { person, event, run } = input;
  const { fit, engagement, total } = scoreAt(person.score, input.scoring.halfLife, input.now);
  return {
    person: personFacts(person, input.declarations),
    score: { fit, engagement, total },
    qualification: Object.fromEntries(criteria.map((criterion) => [criterion, person.qualification[criterion]?.level ?? "unknown"])),
    consent: { marketing: stands(person.consent.marketing), measurement: stands(person.consent.measurement) },
    lifecycle: person.lifecycle.value,
    stage: person.stage.value,
    bought: person.purchases !== undefined,
    event: { type: event?.type ?? "", source: event?.source ?? "", link: event?.link ?? "", name: event?.name ?? "" },
    run: {
      clicked: run?.clickedAt !== undefined,
      opened: run?.openedAt !== undefined,
      replied: run?.repliedAt !== undefined,
      sent: run?.sent ?? 0,
    },
  };
}

function personFacts(person: Person, declarations: Readonly<Record<string, AttributeDeclaration>>): Readonly<Record<string, FactValue>> {
  const facts: Record<string, FactValue> = {};
  for (const [name, declaration] of Object.entries(declarations)) facts[name] = factOf(declaration.type, person.attributes[name]?.value);
  facts["email"] = person.email;
  facts["locale"] = person.locale ?? "";
  facts["known"] = Object.keys(person.attributes);
  return facts;
}

/** A value as its declared type has it; what does not fit its type counts as unknown. */
function factOf(type: AttributeType, value: AttributeValue | undefined): FactValue {
  const empty = empties[type];
  if (value === undefined) return empty;
  if (type === "money" && typeof value === "object" && "amount" in value) return value.amount;
  if (type === "list" && Array.isArray(value)) return value;
  return typeof value === typeof empty && typeof value !== "object" ? value : empty;
}
