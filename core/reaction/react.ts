import { decideCall, nextCallReview } from "#core/call/decide-call.ts";
import { settled } from "#core/call/take-back.ts";
import { type EventFacts, factsOf } from "#core/condition/facts.ts";
import { keysVersion } from "#core/duplicate/likeness.ts";
import { decidePosition } from "#core/person/decide-position.ts";
import { nextReview } from "#core/person/next-review.ts";
import type { Outcome, Person, Reason } from "#core/person/person.ts";
import { qualify } from "#core/person/qualify.ts";
import { type Lifecycle, lifecycles } from "#core/person/lifecycle.ts";
import type { Stage } from "#core/person/stage.ts";
import { totalAt } from "#core/score/rank.ts";
import { worthMoved } from "#core/person/worth-moved.ts";
import { scoreEvent } from "#core/score/score-event.ts";
import { scoreFit } from "#core/score/score-fit.ts";
import type { Instant } from "#core/time/instant.ts";
import { absorb } from "./absorb.ts";
import { rowOfList } from "#core/import/import-fact.ts";
import type { Fact } from "./fact.ts";
import { nextLookAtTakeBacks } from "./finish-take-back.ts";
import type { Judging } from "./judging.ts";

/** How many facts a person remembers having counted. A retry comes long before as many others have. */
const rememberedFacts = 12;

/** A person after a fact, and what it changed. `fresh` is false where the fact had been counted before: nothing to store. */
export interface Reaction {
  readonly person: Person;
  readonly outcome: Outcome;
  readonly fresh: boolean;
}

/** Decides all that one fact does to one person: answers, consent, score, qualification, lifecycle and stage. */
export function react(input: { readonly person: Person; readonly fact: Fact; readonly judging: Judging; readonly now: Instant }): Reaction {
  const { person: before, fact, judging, now } = input;
  const counted = before.applied.find((outcome) => outcome.fact === fact.id);
  if (counted !== undefined) return { person: before, outcome: counted, fresh: false };

  const { person: absorbed, changed, consent = [] } = absorb(before, fact, judging);
  // Whoever is as they would have been without a merge was judged with each thing that happened to them.
  const placed = fact.kind === "unmerge" ? absorbed : position(judge(absorbed, fact, judging, now), fact, judging, now);
  const moved = movedBetween(before, placed, fact);
  const happened = fact.kind !== "merge" && fact.kind !== "unmerge";
  const worth = worthMoved(before, placed);
  const outcome: Outcome = {
    fact: fact.id,
    at: fact.at,
    judgedAt: now,
    ...(before.rev === 0 ? { created: true } : {}),
    ...(happened && moved.lifecycle?.to === "prospect" && moved.lifecycle.from === "contact" ? { qualified: true } : {}),
    ...(happened && moved.lifecycle?.to === "client" ? { becameClient: true } : {}),
    ...moved,
    ...tookBack(before, fact),
    ...(fact.kind === "set" || !happened || givesMore(fact) ? { edited: true } : {}),
    ...(worth.length > 0 ? { worth: [...worth] } : {}),
    ...(consent.length > 0 ? { consent: [...consent] } : {}),
    ...(changed.length > 0 ? { changed: [...changed] } : {}),
    ...(fact.kind === "import" ? { row: rowOfList(fact) } : {}),
  };
  const call = decideCall(placed, totalAt(placed.score, now), now);
  const applied = [...placed.applied, outcome];
  const reviewAt = soonest(
    nextReview(placed, judging.scoring, judging.lifecycle, now),
    nextCallReview(placed, now),
    nextLookAtTakeBacks(applied, now),
  );
  const { reviewAt: _, call: __, ...rest } = fact.kind === "unmerge" ? placed : settled(placed, fact, moved.stage !== undefined);
  const after: Person = {
    ...rest,
    ...(call === undefined ? {} : { call }),
    ...(reviewAt === undefined ? {} : { reviewAt }),
    keyed: keysVersion,
    rev: before.rev + 1,
    updatedAt: now,
    // What a merged person remembers is in the middle of being told, perhaps: nothing of it is forgotten at once.
    applied: applied.slice(happened ? -rememberedFacts : 0),
  };
  return { person: after, outcome, fresh: true };
}

/** The act that a fact takes back, if it is still the latest. */
function tookBack({ lastAct }: Person, fact: Fact): Pick<Outcome, "tookBack"> {
  if (fact.kind !== "take-back" || lastAct?.fact !== fact.of) return {};
  const { before: _, ...act } = lastAct;
  return { tookBack: { ...act, takenBackBy: fact.by } };
}

/** Whether a submission's source gives what lists and the search show. */
function givesMore(fact: Fact): boolean {
  if (fact.kind === "import") return true;
  return fact.kind === "submission" && (fact.submission.given?.tags !== undefined || fact.submission.given?.owner !== undefined);
}

const beginsHere = {
  en: "The source they came through begins people here.",
  fr: "La source par laquelle la personne est arrivée fait commencer ici.",
};

const wentBack = {
  en: "The move to another stage was taken back.",
  fr: "Le changement d’étape a été annulé.",
};

/** Where a fact puts a person outright: a hand, or the source of somebody who was not known before. */
function placeGiven(person: Person, fact: Fact): { readonly to: Stage; readonly because: Reason } | undefined {
  // Where they go back to was decided before: no rule has a say in it now.
  if (fact.kind === "merge" || (fact.kind === "take-back" && fact.act === "stage"))
    return { to: person.stage.value, because: person.stage.because };
  if (fact.kind === "set" && fact.stage !== undefined) return { to: fact.stage, because: reasonByHand(fact) };
  const isNew = person.rev === 0;
  // A list says it of who is new; of others only where it is to win over what is known.
  if (fact.kind === "import" && fact.row.stage !== undefined && (isNew || fact.overwrite))
    return { to: fact.row.stage, because: { rule: fact.by } };
  const stage = fact.kind === "submission" && isNew ? fact.submission.given?.stage : undefined;
  return stage === undefined ? undefined : { to: stage, because: { rule: "source", text: beginsHere } };
}

function soonest(...instants: readonly (Instant | undefined)[]): Instant | undefined {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** Their own words, in whatever language they wrote them. */
function reasonByHand({ by, reason }: Extract<Fact, { kind: "set" }>): Reason {
  return reason === undefined || reason === "" ? { rule: by } : { rule: by, text: { en: reason, fr: reason } };
}

function judge(person: Person, fact: Fact, judging: Judging, now: Instant): Person {
  const { scoring, conditions, declarations } = judging;
  const event = eventFactsOf(fact);
  const before = factsOf({ person, now, scoring, declarations, ...(event === undefined ? {} : { event }) });
  const engaged = event === undefined ? person.score : scoreEvent(person.score, event, before, fact.at, scoring, conditions);
  const score = { ...engaged, fit: scoreFit(before, scoring, conditions), rules: judging.scoringVersion };
  const scored = { ...person, score };
  return { ...scored, qualification: qualify(scored, factsOf({ person: scored, now, scoring, declarations }), scoring, conditions, now) };
}

/** What the rules of engagement may know of a fact; nothing where it must never score. */
function eventFactsOf(fact: Fact): EventFacts | undefined {
  switch (fact.kind) {
    case "submission":
      return { type: "submission.received", source: fact.submission.source };
    case "click":
      return fact.by === "person" ? { type: "link.clicked", link: fact.link, source: fact.message.sequence ?? "" } : undefined;
    case "reply":
      return fact.automatic ? undefined : { type: "person.replied" };
    case "purchase":
      return { type: "purchase" };
    case "activity": {
      const { name, url } = fact.activity;
      return { type: "activity", name, ...(url === undefined ? {} : { link: url }) };
    }
    case "unsubscribe":
      return { type: "person.unsubscribed" };
    case "bounce":
      return { type: "message.bounced" };
    case "complaint":
      return { type: "message.complained" };
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
    case "merge":
    case "unmerge":
    case "ask":
    case "confirm":
    case "lapse":
    case "give":
    case "withdraw":
    case "review":
      return undefined;
  }
}

interface Moved {
  readonly lifecycle?: { readonly from: Lifecycle; readonly to: Lifecycle; readonly because: Reason };
  readonly stage?: { readonly from: Stage; readonly to: Stage; readonly because: Reason };
}

function movedBetween({ lifecycle, stage }: Person, after: Person, fact: Fact): Moved {
  const tookBack: Reason | undefined = fact.kind === "take-back" && fact.act === "stage" ? { rule: fact.by, text: wentBack } : undefined;
  return {
    ...(lifecycle.value === after.lifecycle.value
      ? {}
      : { lifecycle: { from: lifecycle.value, to: after.lifecycle.value, because: tookBack ?? after.lifecycle.because } }),
    ...(stage.value === after.stage.value
      ? {}
      : { stage: { from: stage.value, to: after.stage.value, because: tookBack ?? after.stage.because } }),
  };
}

function position(person: Person, fact: Fact, judging: Judging, now: Instant): Person {
  const given = placeGiven(person, fact);
  // The lifecycle follows from the stage that was set, not from the one before.
  const placed = given === undefined ? person : { ...person, stage: { ...person.stage, value: given.to } };
  const decided = decidePosition({
    person: placed,
    facts: factsOf({ person: placed, now, scoring: judging.scoring, declarations: judging.declarations }),
    rules: judging.lifecycle,
    conditions: judging.conditions,
  });
  const stage = given ?? decided.stage;
  const lifecycle = fact.kind === "merge" && isBehind(decided.lifecycle?.to, person) ? undefined : decided.lifecycle;
  return {
    ...person,
    ...(lifecycle === undefined || lifecycle.to === person.lifecycle.value
      ? {}
      : { lifecycle: { value: lifecycle.to, since: fact.at, because: lifecycle.because } }),
    ...(stage === undefined || stage.to === person.stage.value
      ? {}
      : { stage: { value: stage.to, since: fact.at, because: stage.because } }),
  };
}

/** Whoever has come further as one of two people has come so far. */
function isBehind(to: Lifecycle | undefined, { lifecycle }: Person): boolean {
  return to !== undefined && lifecycles.indexOf(to) < lifecycles.indexOf(lifecycle.value);
}
