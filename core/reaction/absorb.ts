import { pageView } from "#core/activity/activity.ts";
import type { Suppression } from "#core/address/suppression.ts";
import { lastActOf, moveActOf, withoutAct } from "#core/call/take-back.ts";
import { laterOf, type Touch } from "#core/call/touch.ts";
import { coerceAnswer } from "#core/person/coerce-answer.ts";
import { changedByMerge, changedByUndo } from "#core/merge/consent-changes.ts";
import { mergePeople } from "#core/merge/merge-people.ts";
import { mergeAttributes } from "#core/person/merge-attributes.ts";
import type { AttributeValue } from "#core/person/attribute.ts";
import { confirm, type ConsentChange, lapse, type Taken, takeConsent, withdraw } from "#core/consent/take-consent.ts";
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
  readonly consent?: readonly ConsentChange[];
}

export function absorb(person: Person, fact: Fact, judging: Judging): Absorbed {
  switch (fact.kind) {
    case "submission":
      return absorbSubmission(person, fact, judging);
    case "import":
      return absorbRow(person, fact, judging);
    case "set":
      return absorbSet(person, fact, judging);
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
      return withConsent(
        suppressed(acted(person, fact.at), { reason: "unsubscribed", at: fact.at }),
        withdraw(person.consent, "marketing", fact.at, fact.id),
      );
    case "complaint":
      return withConsent(
        suppressed(person, { reason: "complained", at: fact.at }),
        withdraw(person.consent, "marketing", fact.at, fact.id),
      );
    case "bounce":
      return fact.permanent
        ? withConsent(suppressed(person, { reason: "bounced", at: fact.at }), lapse(person.consent, undefined, "suppressed-bounced"))
        : unchanged(person);
    case "merge":
      return { person: mergePeople(person, fact, fact.at), changed: [], consent: changedByMerge(person.consent, fact) };
    case "unmerge":
      return {
        person: { ...fact.restored, rev: person.rev },
        changed: [],
        consent: changedByUndo(person.consent, fact.restored.consent),
      };
    case "ask":
      return withConsent(person, takeConsent(askedOf(person, fact.suppression), { awaited: fact.awaited }, fact.at));
    case "confirm":
      return confirmed(person, fact);
    case "lapse":
      return withConsent(person, lapse(person.consent, fact.request, fact.because));
    case "give":
      return withConsent(person, takeConsent(askedOf(person, undefined), { [fact.purpose]: fact.basis }, fact.at));
    case "withdraw":
      return withConsent(person, withdraw(person.consent, fact.purpose, fact.at, fact.id));
    case "review":
      return unchanged(person);
  }
}

function unchanged(person: Person): Absorbed {
  return { person, changed: [] };
}

function withConsent(person: Person, { consent, changes }: Taken): Absorbed {
  return { person: { ...person, consent }, changed: [], consent: changes };
}

/** Whoever says yes once more by the link acts, and takes back an opt-out of before: it was theirs. */
function confirmed(person: Person, fact: Extract<Fact, { kind: "confirm" }>): Absorbed {
  const taken = confirm(person.consent, fact.request, fact);
  if (taken.changes.length === 0) return unchanged(person);
  const { suppressed: before, ...rest } = acted(person, fact.at);
  return withConsent(before === undefined || before.reason === "unsubscribed" ? rest : { ...rest, suppressed: before }, taken);
}

function askedOf(person: Person, suppression: Suppression | undefined) {
  return { consent: person.consent, suppression: suppression ?? person.suppressed, isPaused: person.paused !== undefined };
}

function absorbSubmission(person: Person, fact: Extract<Fact, { kind: "submission" }>, judging: Judging): Absorbed {
  const { extracted, source, receivedAt, given = {} } = fact.submission;
  const { person: known, changed } = answered(welcomed(person, given), fact.answers, receivedAt, fact.submission.id, judging);
  const taken = takeConsent(askedOf(person, fact.suppression), fact.consent, receivedAt);
  const arrived: Person = {
    ...touched(acted(known, receivedAt), { askedAt: receivedAt }),
    firstSource: person.firstSource ?? source,
    consent: taken.consent,
    ...(extracted.locale === undefined ? {} : { locale: extracted.locale }),
    ...(extracted.timeZone === undefined ? {} : { timeZone: extracted.timeZone }),
  };
  return { person: fact.suppression === undefined ? arrived : suppressed(arrived, fact.suppression), changed, consent: taken.changes };
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
  return {
    person: fact.suppression === undefined ? listed : suppressed(listed, fact.suppression),
    changed,
    consent: listedConsent(person, fact),
  };
}

/** A list gives a basis to those of whom none was known. */
function listedConsent(person: Person, { basis, refused }: Extract<Fact, { kind: "import" }>): readonly ConsentChange[] {
  if (refused !== undefined) return [{ purpose: "marketing", act: "not-given", because: refused }];
  return basis === undefined || person.consent.marketing !== undefined ? [] : [{ purpose: "marketing", act: "given" }];
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
function absorbSet(person: Person, fact: Extract<Fact, { kind: "set" }>, judging: Judging): Absorbed {
  const { arrival } = fact;
  const lastAct = moveActOf(person, fact) ?? person.lastAct;
  const acted: Person = { ...edited(person, fact), ...(lastAct === undefined ? {} : { lastAct }) };
  const known = answered(acted, fact.attributes, fact.at, fact.by, judging);
  if (arrival === undefined) return known;
  const taken = takeConsent(askedOf(person, arrival.suppression), arrival.consent, fact.at);
  const arrived: Person = { ...known.person, firstSource: person.firstSource ?? arrival.source, consent: taken.consent };
  return {
    person: arrival.suppression === undefined ? arrived : suppressed(arrived, arrival.suppression),
    changed: known.changed,
    consent: taken.changes,
  };
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
