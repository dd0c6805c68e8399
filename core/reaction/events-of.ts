import { catalogue, type DomainEvent, type EventData, type EventType } from "#core/event/catalogue.ts";
import { eventIdOf } from "#core/event/event-id.ts";
import type { Message } from "#core/message/message.ts";
import type { Outcome, Person } from "#core/person/person.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Fact } from "./fact.ts";

/**
 * An event with the id its cause gives it: told again, it is recognised. `idAt` is the instant the id sorts by, where
 * another try may tell of the same thing at another instant.
 */
export function domainEvent<T extends EventType>(type: T, at: Instant, cause: string, data: EventData<T>, idAt: Instant = at): DomainEvent {
  const event = { id: eventIdOf(type, idAt, cause), type, version: catalogue[type].version, at, data };
  return event as DomainEvent;
}

/** What events about a mail say of it. */
export function mailData(message: Message, email: string): EventData<"message.delivered"> {
  return {
    personId: message.personId,
    email,
    messageId: message.id,
    ...(message.sequence === undefined ? {} : { sequence: message.sequence }),
    step: message.step,
    template: message.email,
  };
}

/** Every domain event one fact gives rise to, from the outcome that is stored with the person: the same at each retry. */
export function eventsOf(person: Person, fact: Fact, outcome: Outcome): readonly DomainEvent[] {
  const who = { personId: person.id, email: person.email };
  const event = <T extends EventType>(type: T, data: EventData<T>): DomainEvent => domainEvent(type, fact.at, fact.id, data);
  const events: DomainEvent[] = [];
  if (outcome.created === true) events.push(event("person.created", { ...who, source: person.firstSource ?? fact.kind }));
  events.push(...ownEvents(person, fact, outcome));
  if (outcome.stage !== undefined) {
    const { from, to, because } = outcome.stage;
    events.push(event("stage.changed", { ...who, from, to, because: because.rule }));
  }
  if (outcome.lifecycle !== undefined) {
    const { from, to, because } = outcome.lifecycle;
    events.push(event("lifecycle.changed", { ...who, from, to, because: because.rule }));
    if (outcome.qualified === true) events.push(event("person.qualified", { ...who, because: because.rule }));
  }
  if (outcome.becameClient === true) {
    const bought =
      fact.kind === "purchase" ? { purchaseId: fact.purchase.id, amount: fact.purchase.amount, currency: fact.purchase.currency } : {};
    events.push(event("person.became_client", { ...who, ...bought }));
  }
  return events;
}

function ownEvents(person: Person, fact: Fact, outcome: Outcome): readonly DomainEvent[] {
  const who = { personId: person.id, email: person.email };
  const event = <T extends EventType>(type: T, data: EventData<T>): readonly DomainEvent[] => [domainEvent(type, fact.at, fact.id, data)];
  switch (fact.kind) {
    case "submission":
      return event("submission.received", { ...who, submissionId: fact.submission.id, source: fact.submission.source });
    case "click":
      return event("link.clicked", { ...mailData(fact.message, person.email), link: fact.link, by: fact.by });
    case "bounce":
      if (fact.message === undefined) return [];
      return event("message.bounced", { ...mailData(fact.message, person.email), permanent: fact.permanent, reason: fact.problem });
    case "complaint":
      return fact.message === undefined ? [] : event("message.complained", mailData(fact.message, person.email));
    case "reply":
      if (fact.automatic) return [];
      return event("person.replied", {
        ...who,
        replyId: fact.id,
        text: fact.text,
        ...(fact.messageId === undefined ? {} : { messageId: fact.messageId }),
      });
    case "unsubscribe":
      return event("person.unsubscribed", { ...who, ...(fact.messageId === undefined ? {} : { messageId: fact.messageId }) });
    case "activity": {
      const { name, url } = fact.activity;
      return event("activity.told", { ...who, name, ...(url === undefined ? {} : { url }) });
    }
    case "confirm":
      if (outcome.consent === undefined) return [];
      return event("consent.confirmed", { ...who, purpose: "marketing", source: fact.given.source, messageId: fact.messageId });
    case "withdraw":
      return outcome.consent === undefined ? [] : event("consent.withdrawn", { ...who, purpose: fact.purpose, by: fact.by });
    case "purchase":
    case "import":
    case "set":
    case "note":
    case "call":
    case "snooze":
    case "take-back":
    case "pause":
    case "resume":
    case "enter":
    case "leave":
    case "ask":
    case "lapse":
    case "give":
    case "review":
      return [];
    case "merge":
      return event("person.merged", { ...who, mergedId: fact.other.id });
    case "unmerge":
      return event("person.unmerged", { ...who, mergedId: fact.other });
  }
}
