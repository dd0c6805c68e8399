import { orderedId } from "#core/id/id.ts";
import { consentEntries, consentEventsOf } from "#core/consent/consent-event.ts";
import type { Outcome, Person } from "#core/person/person.ts";
import { type Entry, type EntryType, entryTypes } from "#core/timeline/entry.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Fact } from "./fact.ts";

/** The longest text of a reply or an answer a timeline entry keeps: an entry is read often and must stay small. */
const longestText = 4_000;

/** What each act that can be taken back stands in the timeline as. */
const actEntries = { call: "call.made", snooze: "call.snoozed", note: "note.written", stage: "stage.changed" } as const satisfies Record<
  string,
  EntryType
>;

/** A timeline entry under the id its cause gives it. */
export function entryOf(person: Pick<Person, "id">, at: Instant, cause: string, type: EntryType, data: Entry["data"]): Entry {
  return { id: orderedId("timeline", at, entryTypes.indexOf(type), cause, type), personId: person.id, at, type, data };
}

/** What one fact leaves in the timeline beside its receipt. */
export function entriesOf(person: Pick<Person, "id">, fact: Fact, outcome: Outcome): readonly Entry[] {
  const entry = (type: EntryType, data: Entry["data"]): Entry => entryOf(person, fact.at, fact.id, type, data);
  const entries: Entry[] = [];
  if (outcome.changed !== undefined) entries.push(entry("attributes.changed", { names: outcome.changed }));
  for (const event of consentEventsOf(person, fact, outcome)) {
    // Whoever unsubscribes is told of as that.
    if (event.act === "withdrawn" && fact.kind !== "withdraw") continue;
    const { id, personId, at, act, ...evidence } = event;
    const data: Entry["data"] = { ...Object.fromEntries(Object.entries(evidence)), ...(act === "asked-again" ? { again: true } : {}) };
    entries.push({ id, personId, at, type: consentEntries[act], data });
  }
  if (outcome.tookBack !== undefined && fact.kind === "take-back") {
    // In the place of what was taken back: what was said by mistake is not kept.
    const { kind, at, by, fact: cause } = outcome.tookBack;
    const move = kind === "stage" && outcome.stage !== undefined ? { from: outcome.stage.to, to: outcome.stage.from, rule: by } : {};
    entries.push(entryOf(person, at, cause, actEntries[kind], { ...move, by, takenBackBy: fact.by }));
  } else if (outcome.stage !== undefined) {
    entries.push(entry("stage.changed", { from: outcome.stage.from, to: outcome.stage.to, ...reasonData(outcome.stage.because) }));
  }
  if (outcome.lifecycle !== undefined) {
    entries.push(
      entry("lifecycle.changed", { from: outcome.lifecycle.from, to: outcome.lifecycle.to, ...reasonData(outcome.lifecycle.because) }),
    );
  }
  return entries;
}

function reasonData(because: NonNullable<Outcome["stage"]>["because"]): Entry["data"] {
  return { rule: because.rule, ...(because.text === undefined ? {} : { text: because.text }) };
}

/**
 * The entry that says what happened. It is written after everything else: where it stands, all of the fact is done. A
 * review leaves none, nor does the taking back of a call, a snooze or a note: they may be repeated at no harm.
 */
export function receiptOf(person: Pick<Person, "id">, fact: Fact): Entry | undefined {
  const entry = (type: EntryType, data: Entry["data"]): Entry => entryOf(person, fact.at, fact.id, type, data);
  switch (fact.kind) {
    case "submission": {
      const { submission } = fact;
      return entry("submission.received", {
        submissionId: submission.id,
        source: submission.source,
        eventId: submission.extracted.eventId,
        answers: submission.extracted.answers.map(({ key, title, value }) => ({ key, title, value: shortened(value) })),
        utm: stripUndefined(submission.extracted.utm),
        ...(submission.extracted.message === undefined ? {} : { message: submission.extracted.message.slice(0, longestText) }),
      });
    }
    case "click":
      return entry("link.clicked", { messageId: fact.message.id, subject: fact.message.subject, link: fact.link, by: fact.by });
    case "bounce":
      return entry("message.bounced", { messageId: fact.message?.id ?? null, permanent: fact.permanent, problem: fact.problem });
    case "complaint":
      return entry("message.complained", { messageId: fact.message?.id ?? null });
    case "reply":
      return entry(fact.automatic ? "reply.automatic" : "person.replied", {
        messageId: fact.messageId ?? null,
        subject: fact.subject,
        text: fact.text.slice(0, longestText),
      });
    case "unsubscribe":
      return entry("person.unsubscribed", { messageId: fact.messageId ?? null });
    case "purchase":
      return entry("purchase", { purchaseId: fact.purchase.id, amount: fact.purchase.amount, currency: fact.purchase.currency });
    case "import":
      return entry("person.imported", {
        by: fact.by,
        importId: fact.importId,
        line: fact.line,
        ...(fact.basis === undefined ? {} : { basis: fact.basis.basis }),
      });
    case "activity": {
      const { name, url, properties } = fact.activity;
      return entry("activity", { name, ...(url === undefined ? {} : { url }), ...(properties === undefined ? {} : { properties }) });
    }
    case "set":
      return isByHand(fact) ? entry("person.edited", editData(fact)) : entry("note", { by: fact.by });
    case "note":
      return entry("note.written", { by: fact.by, text: fact.text.slice(0, longestText) });
    case "call":
      return entry("call.made", {
        by: fact.by,
        outcome: fact.outcome,
        text: fact.text.slice(0, longestText),
        nextAt: fact.nextAt ?? null,
      });
    case "snooze":
      return entry("call.snoozed", { by: fact.by, until: fact.until });
    case "enter":
    case "leave":
      return entry("person.edited", { by: fact.by, [fact.kind === "enter" ? "entered" : "left"]: fact.sequence });
    case "pause":
      return entry("person.paused", { by: fact.by, reason: fact.reason });
    case "resume":
      return entry("person.resumed", { by: fact.by, reason: fact.reason });
    case "merge":
      return entry("person.merged", { by: fact.by, otherId: fact.other.id, email: fact.other.email });
    case "unmerge":
      return entry("person.unmerged", { by: fact.by, otherId: fact.other, email: fact.otherEmail });
    // What they change leaves its own entries; told again, they change nothing.
    case "ask":
    case "confirm":
    case "lapse":
    case "give":
    case "withdraw":
    case "review":
      return undefined;
    case "take-back":
      return fact.act === "stage" ? entry("stage.taken-back", { by: fact.by }) : undefined;
  }
}

/** A member's own edit, not a sequence's. */
function isByHand(fact: Extract<Fact, { kind: "set" }>): boolean {
  return fact.reason !== undefined || fact.tags !== undefined || fact.owner !== undefined || fact.value !== undefined;
}

function editData({ by, reason, tags, owner, value, attributes }: Extract<Fact, { kind: "set" }>): Entry["data"] {
  return {
    by,
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    ...(reason === undefined ? {} : { reason }),
    ...(tags === undefined ? {} : { added: [...tags.add], removed: [...tags.remove] }),
    ...(owner === undefined ? {} : { owner }),
    ...(value === undefined ? {} : { value }),
  };
}

function shortened(value: string | number | boolean | readonly string[]): string | number | boolean | string[] {
  if (typeof value === "string") return value.slice(0, longestText);
  return typeof value === "object" ? value.slice(0, 50) : value;
}

function stripUndefined(record: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
