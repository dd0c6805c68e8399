import type { Suppression } from "#core/address/suppression.ts";
import type { MergeId } from "#core/id/id.ts";
import { laterOf } from "#core/call/touch.ts";
import type { Attribute } from "#core/person/attribute.ts";
import type { Lifecycle } from "#core/person/lifecycle.ts";
import { lifecycles } from "#core/person/lifecycle.ts";
import type { Person } from "#core/person/person.ts";
import type { Qualification } from "#core/person/qualification.ts";
import { type Stage, stages } from "#core/person/stage.ts";
import { mergeTags } from "#core/person/tags.ts";
import { together } from "#core/score/decay.ts";
import type { Score } from "#core/score/score.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Alias, MergedFrom } from "./merged.ts";
import { stricterConsent, stricterSuppression } from "./stricter-consent.ts";

/** What a merge rests on: the other as they were when nothing could happen to them any more, and what the suppression list says. */
export interface Merging {
  readonly merge: MergeId;
  readonly other: Person;
  readonly by: string;
  /** Whose address is written to from now on. */
  readonly address: "kept" | "other";
  readonly until: Instant;
  readonly suppressions: { readonly kept: Suppression | undefined; readonly other: Suppression | undefined };
}

const furtherOn = {
  en: "They stood further on as the person who was merged into this one.",
  fr: "La fiche fusionnée avec celle-ci était plus avancée.",
};

/**
 * Two people who are one, as one: the newest answer of each attribute wins and lists join, purchases and engagement add up,
 * the further stage and lifecycle stay, and of consents and suppressions the stricter.
 */
export function mergePeople(kept: Person, merging: Merging, at: Instant): Person {
  const { other, address, suppressions } = merging;
  const { email: _, addressHash: __, suppressed: ___, purchases: ____, tags: _____, ...rest } = kept;
  const [written, silent] = address === "kept" ? [kept, other] : [other, kept];
  const [listed, unused] = address === "kept" ? [suppressions.kept, suppressions.other] : [suppressions.other, suppressions.kept];
  const suppressed = stricterSuppression([written.suppressed, listed], [silent.suppressed, unused]);
  const purchases = added(kept.purchases, other.purchases);
  const tags = mergeTags(kept.tags ?? [], { add: other.tags ?? [], remove: [] });
  return {
    ...filledIn(rest, other),
    email: written.email,
    addressHash: written.addressHash,
    attributes: newestAnswers(kept.attributes, other.attributes),
    lifecycle: further<Lifecycle, Person["lifecycle"]>(kept.lifecycle, other.lifecycle, (value) => lifecycles.indexOf(value)),
    stage: further<Stage, Person["stage"]>(kept.stage, other.stage, stagePlace),
    qualification: surestFindings(kept.qualification, other.qualification),
    score: addedScores(kept.score, other.score),
    consent: stricterConsent({ kept: kept.consent, other: other.consent }, address).consent,
    ...(suppressed === undefined ? {} : { suppressed }),
    ...(purchases === undefined ? {} : { purchases }),
    ...(tags.length === 0 ? {} : { tags: [...tags] }),
    applied: [...kept.applied, ...other.applied].toSorted((one, next) => (one.judgedAt ?? one.at) - (next.judgedAt ?? next.at)),
    createdAt: Math.min(kept.createdAt, other.createdAt),
    aliases: aliasesOf(kept, other, written.addressHash),
    mergedFrom: [...(kept.mergedFrom ?? []), ...mergedFrom(merging, at)],
  };
}

/** What the other knows and the one who stays does not; of instants the one that matters more. */
function filledIn(kept: Omit<Person, "email" | "addressHash">, other: Person): Omit<Person, "email" | "addressHash"> {
  const earliest = other.createdAt < kept.createdAt ? (other.firstSource ?? kept.firstSource) : (kept.firstSource ?? other.firstSource);
  const nextCallAt = soonest(kept.nextCallAt, other.nextCallAt);
  const lastActionAt = latest(kept.lastActionAt, other.lastActionAt);
  const touch = other.touch === undefined ? kept.touch : laterOf(kept.touch, other.touch);
  const filled = {
    locale: kept.locale ?? other.locale,
    timeZone: kept.timeZone ?? other.timeZone,
    owner: kept.owner ?? other.owner,
    value: kept.value ?? other.value,
    snoozed: kept.snoozed ?? other.snoozed,
    paused: kept.paused ?? other.paused,
    firstSource: earliest,
    nextCallAt,
    lastActionAt,
    touch,
  };
  return { ...kept, ...Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== undefined)) };
}

function newestAnswers(kept: Person["attributes"], other: Person["attributes"]): Record<string, Attribute> {
  const merged: Record<string, Attribute> = { ...kept };
  for (const [name, theirs] of Object.entries(other)) {
    const ours = Object.hasOwn(kept, name) ? kept[name] : undefined;
    // Not by assignment: a form's field may be called `__proto__`.
    Object.defineProperty(merged, name, { value: newest(ours, theirs), enumerable: true, configurable: true, writable: true });
  }
  return merged;
}

function newest(ours: Attribute | undefined, theirs: Attribute): Attribute {
  if (ours === undefined) return theirs;
  const later = theirs.at > ours.at ? theirs : ours;
  if (!Array.isArray(ours.value) || !Array.isArray(theirs.value)) return later;
  return { ...later, value: [...new Set([...ours.value, ...theirs.value])] };
}

/** `lost` stands before all: who is being won as one of the two is not lost. */
function stagePlace(stage: Stage): number {
  return stage === "lost" ? -1 : stages.indexOf(stage);
}

function further<
  Value extends Stage | Lifecycle,
  Position extends { readonly value: Value; readonly since: number; readonly because: object },
>(kept: Position, other: Position, place: (value: Value) => number): Position {
  if (place(other.value) <= place(kept.value)) return kept;
  return { ...other, because: { rule: "merge", text: furtherOn } };
}

/** Of two findings the surer, then the later; what a hand found comes before what a rule did. */
function surestFindings(kept: Qualification, other: Qualification): Qualification {
  const merged: Qualification = { ...kept };
  for (const [criterion, theirs] of Object.entries(other)) {
    const ours = Object.entries(kept).find(([name]) => name === criterion)?.[1];
    if (ours === undefined || weight(theirs) > weight(ours) || (weight(theirs) === weight(ours) && theirs.at > ours.at))
      Object.assign(merged, { [criterion]: theirs });
  }
  return merged;
}

function weight(finding: NonNullable<Qualification["budget"]>): number {
  return finding.confidence + (finding.from.startsWith("hand:") ? 2 : 0);
}

/** Engagement and penalties are earned, and add up; fit is judged anew by whoever applies this. */
function addedScores(kept: Score, other: Score): Score {
  const engagement = { ...kept.engagement };
  for (const [rule, theirs] of Object.entries(other.engagement)) {
    const ours = Object.hasOwn(kept.engagement, rule) ? kept.engagement[rule] : undefined;
    engagement[rule] = ours === undefined ? theirs : together(ours, theirs);
  }
  const penalties = { ...kept.penalties };
  for (const [rule, points] of Object.entries(other.penalties))
    penalties[rule] = (Object.hasOwn(kept.penalties, rule) ? (kept.penalties[rule] ?? 0) : 0) + points;
  return { ...kept, engagement, penalties };
}

function added(kept: Person["purchases"], other: Person["purchases"]): Person["purchases"] {
  if (kept === undefined || other === undefined) return kept ?? other;
  const currency = kept.currency ?? other.currency;
  return {
    count: kept.count + other.count,
    total: kept.total + other.total,
    lastAt: Math.max(kept.lastAt, other.lastAt),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** Every address of both but the one that is written to. */
function aliasesOf(kept: Person, other: Person, written: string): Alias[] {
  const all = [kept, other].flatMap(({ id, email, addressHash, aliases = [] }) => [{ email, addressHash, of: id }, ...aliases]);
  return [...new Map(all.map((alias) => [alias.addressHash, alias])).values()].filter(({ addressHash }) => addressHash !== written);
}

function mergedFrom({ merge, other, by, until }: Merging, at: Instant): readonly MergedFrom[] {
  const { id, email, addressHash } = other;
  return [...(other.mergedFrom ?? []).map((from) => ({ ...from, through: id })), { id, merge, email, addressHash, at, by, until }];
}

function soonest(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

function latest(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}
