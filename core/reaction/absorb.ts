import { pageView } from "#core/activity/activity.ts";
import type { Suppression } from "#core/address/suppression.ts";
import { lastActOf, withoutAct } from "#core/call/take-back.ts";
import { laterOf, type Touch } from "#core/call/touch.ts";
import { coerceAnswer } from "#core/person/coerce-answer.ts";
import { mergePeople } from "#core/merge/merge-people.ts";
import { mergeAttributes } from "#core/person/merge-attributes.ts";
import type { AttributeValue } from "#core/person/attribute.ts";
import { type Consent, type LawfulBasis, stands } from "#core/person/consent.ts";
import { mergeTags } from "#core/person/tags.ts";
import type { Person } from "#core/person/person.ts";
import type { Given } from "#core/source/given.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Fact } from "./fact.ts";
import type { Judging } from "./judging.ts";

/** What a fact says of a person, taken into their record, before anything is judged anew. */
export interface Absorbed {
  readonly person: Person;
  readonly changed: readonly string[];
}

export function absorb(person: Person, fact: Fact, judging: Judging): Absorbed {
  switch (fact.kind) {
    case "submission":
      return absorbSubmission(person, fact, judging);
    case "import":
      return absorbRow(person, fact, judging);
    case "set":
      return answered(added(edited(person, fact), fact), fact.attributes, fact.at, fact.by, judging);
    case "enter":
    case "leave":
      return unchanged(person);
    case "note":
      return unchanged({ ...person, lastAct: lastActOf(person, fact) });
    case "call":
      return unchanged({ ...called(person, fact), lastAct: lastActOf(person, fact) });
    case "snooze":
      return unchanged({ ...person, snoozed: { until: fact.until, at: fact.at }, lastAct: lastActOf(person, fact) });
    case "take-back":
      return unchanged(withoutAct(person, fact.of));
    case "pause":
      return unchanged({ ...person, paused: person.paused ?? { at: fact.at, by: fact.by, reason: fact.reason } });
    case "resume": {
      const { paused: _, ...rest } = person;
      return unchanged(rest);
    }
    case "purchase":
      return unchanged(acted(withPurchase(person, fact), fact.at));
    case "activity":
      // A look at a page is no message to us: like an open, it does not prolong how long we may keep them (CNIL).
      return unchanged(fact.activity.name === pageView ? person : acted(person, fact.at));
    case "click":
      return unchanged(fact.by === "person" ? touched(acted(person, fact.at), { clickedAt: fact.at }) : person);
    case "reply":
      return unchanged(fact.automatic ? person : touched(acted(person, fact.at), { repliedAt: fact.at }));
    case "unsubscribe":
      return unchanged(suppressed(withdrawn(acted(person, fact.at), fact.at, fact.id), { reason: "unsubscribed", at: fact.at }));
    case "complaint":
      return unchanged(suppressed(withdrawn(person, fact.at, fact.id), { reason: "complained", at: fact.at }));
    case "bounce":
      return unchanged(fact.permanent ? suppressed(person, { reason: "bounced", at: fact.at }) : person);
    case "merge":
      return unchanged(mergePeople(person, fact, fact.at));
    case "unmerge":
      return unchanged({ ...fact.restored, rev: person.rev });
    case "review":
      return unchanged(person);
  }
}

function unchanged(person: Person): Absorbed {
  return { person, changed: [] };
}

function absorbSubmission(person: Person, fact: Extract<Fact, { kind: "submission" }>, judging: Judging): Absorbed {
  const { extracted, source, receivedAt, given = {} } = fact.submission;
  const { person: known, changed } = answered(welcomed(person, given), fact.answers, receivedAt, fact.submission.id, judging);
  const arrived: Person = {
    ...touched(acted(known, receivedAt), { askedAt: receivedAt }),
    firstSource: person.firstSource ?? source,
    consent: consented(person.consent, fact.consent),
    ...(extracted.locale === undefined ? {} : { locale: extracted.locale }),
    ...(extracted.timeZone === undefined ? {} : { timeZone: extracted.timeZone }),
  };
  return { person: fact.suppression === undefined ? arrived : suppressed(arrived, fact.suppression), changed };
}

/** With the tags their source gives, and with somebody to look after them where nobody did. */
function welcomed(person: Person, { tags = [], owner }: Given): Person {
  const tagged = tags.length === 0 ? person : { ...person, tags: [...mergeTags(person.tags ?? [], { add: tags, remove: [] })] };
  return owner === undefined || tagged.owner !== undefined ? tagged : { ...tagged, owner };
}

/**
 * What a list says fills what we do not know; what people told us themselves stays, unless the list is to win. Somebody who has said no
 * is not brought back by any list.
 */
function absorbRow(person: Person, fact: Extract<Fact, { kind: "import" }>, judging: Judging): Absorbed {
  const { row, overwrite } = fact;
  const isNew = (name: string): boolean => overwrite || !Object.hasOwn(person.attributes, name);
  const answers = Object.fromEntries(Object.entries(row.answers).filter(([name]) => isNew(name)));
  const { person: known, changed } = answered(person, answers, fact.at, fact.importId, judging);
  const marketing = person.consent.marketing ?? fact.basis;
  const tags = mergeTags(person.tags ?? [], { add: row.tags, remove: [] });
  const owner = overwrite ? (row.owner ?? person.owner) : (person.owner ?? row.owner);
  const value = overwrite ? (row.value ?? person.value) : (person.value ?? row.value);
  const locale = overwrite ? (row.locale ?? person.locale) : (person.locale ?? row.locale);
  const timeZone = overwrite ? (row.timeZone ?? person.timeZone) : (person.timeZone ?? row.timeZone);
  const listed: Person = {
    ...known,
    firstSource: person.firstSource ?? `import:${fact.importId}`,
    consent: { ...person.consent, ...(marketing === undefined ? {} : { marketing }) },
    ...(tags.length === 0 ? {} : { tags: [...tags] }),
    ...(owner === undefined ? {} : { owner }),
    ...(value === undefined ? {} : { value }),
    ...(locale === undefined ? {} : { locale }),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
  return { person: fact.suppression === undefined ? listed : suppressed(listed, fact.suppression), changed };
}

function answered(
  person: Person,
  answers: Readonly<Record<string, AttributeValue>>,
  at: Instant,
  from: string,
  judging: Judging,
): Absorbed {
  const coerced = Object.fromEntries(
    Object.entries(answers).map(([name, raw]) => {
      // A form may have a field called `constructor`; every object has one.
      const declaration = Object.hasOwn(judging.declarations, name) ? judging.declarations[name] : undefined;
      return [name, declaration === undefined ? raw : coerceAnswer(declaration, raw)];
    }),
  );
  const merged = mergeAttributes(person.attributes, coerced, at, from);
  return { person: { ...person, attributes: merged.attributes }, changed: merged.changed.map((change) => change.name) };
}

/** Counts as an action that came from the person: what the three years of the CNIL are counted from. */
function acted(person: Person, at: Instant): Person {
  return { ...person, lastActionAt: Math.max(person.lastActionAt ?? 0, at) };
}

/** The later of each instant stays: facts may come out of order. */
function touched(person: Person, touch: Touch): Person {
  return { ...person, touch: laterOf(person.touch, touch) };
}

function called(person: Person, fact: Extract<Fact, { kind: "call" }>): Person {
  const { nextCallAt: _, snoozed: __, ...rest } = touched(person, { contactedAt: fact.at });
  return fact.nextAt === undefined ? rest : { ...rest, nextCallAt: fact.nextAt };
}

/** Whoever was added by hand has done nothing yet: no action of theirs is counted. */
function added(person: Person, { arrival }: Extract<Fact, { kind: "set" }>): Person {
  if (arrival === undefined) return person;
  const known = { ...person, firstSource: person.firstSource ?? arrival.source, consent: consented(person.consent, arrival.consent) };
  return arrival.suppression === undefined ? known : suppressed(known, arrival.suppression);
}

/** What a hand set that is no answer of theirs: tags, who looks after them, what they are worth. */
function edited(person: Person, { tags, owner, value }: Extract<Fact, { kind: "set" }>): Person {
  const { owner: ownerBefore, value: valueBefore, tags: tagsBefore = [], ...rest } = person;
  const kept = tags === undefined ? tagsBefore : mergeTags(tagsBefore, tags);
  const ownerNow = owner === undefined ? ownerBefore : (owner ?? undefined);
  const valueNow = value === undefined ? valueBefore : (value ?? undefined);
  return {
    ...rest,
    ...(kept.length === 0 ? {} : { tags: [...kept] }),
    ...(ownerNow === undefined ? {} : { owner: ownerNow }),
    ...(valueNow === undefined ? {} : { value: valueNow }),
  };
}

function withPurchase(person: Person, fact: Extract<Fact, { kind: "purchase" }>): Person {
  const before = person.purchases ?? { count: 0, total: 0, lastAt: 0 };
  return {
    ...person,
    purchases: {
      count: before.count + 1,
      total: before.total + fact.purchase.amount,
      currency: before.currency ?? fact.purchase.currency,
      lastAt: Math.max(before.lastAt, fact.at),
    },
  };
}

/** The first reason stays, as it does in the suppression list. */
function suppressed(person: Person, suppression: Pick<Suppression, "reason" | "at">): Person {
  return { ...person, suppressed: person.suppressed ?? { reason: suppression.reason, at: suppression.at } };
}

function withdrawn(person: Person, at: Instant, by: string): Person {
  const { marketing } = person.consent;
  if (!stands(marketing)) return person;
  return { ...person, consent: { ...person.consent, marketing: { ...marketing, withdrawnAt: at, withdrawnBy: by } } };
}

/** A newer consent replaces what stood; mere interest never replaces a consent that stands. */
function consented(before: Consent, given: Consent): Consent {
  const marketing = stronger(before.marketing, given.marketing);
  const measurement = stronger(before.measurement, given.measurement);
  return { ...(marketing === undefined ? {} : { marketing }), ...(measurement === undefined ? {} : { measurement }) };
}

function stronger(before: LawfulBasis | undefined, given: LawfulBasis | undefined): LawfulBasis | undefined {
  if (given === undefined) return before;
  if (stands(before) && before.basis === "consent" && given.basis !== "consent") return before;
  // A person who said no is not brought back by an interest of ours, only by a new yes of theirs.
  if (before !== undefined && !stands(before) && given.basis !== "consent") return before;
  return before !== undefined && before.at > given.at ? before : given;
}
