import type { CallView, EnrollmentView, PersonDetail, PersonSummary } from "#contract/api.ts";
import type { CallItem } from "#contract/calls.ts";
import type { Call } from "#core/call/call.ts";
import { callAdvice, callReasonTexts } from "#core/call/call-texts.ts";
import type { LastAct } from "#core/call/last-act.ts";
import type { Published } from "#core/definition/definition.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { type MergedFrom, undoable } from "#core/merge/merged.ts";
import type { Person } from "#core/person/person.ts";
import { type PersonRow, rowOf } from "#core/person/person-row.ts";
import { criteria, criterionTexts } from "#core/person/qualification.ts";
import type { Dossier } from "#core/ports/person-store.ts";
import type { Judging } from "#core/reaction/judging.ts";
import { valueAt } from "#core/score/decay.ts";
import { explainScore } from "#core/score/explain-score.ts";
import type { Scoring } from "#core/score/scoring.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import { type Instant, toIso } from "#core/time/instant.ts";
import { isoOrNull } from "./instants.ts";
import { bilingual, reasonView } from "./texts.ts";

export function personSummary(person: Person, scoring: Scoring, now: Instant): PersonSummary {
  return rowSummary(rowOf(person), scoring, now);
}

/** A person as a list shows them, from what the list itself keeps. */
export function rowSummary(row: PersonRow, scoring: Scoring, now: Instant): PersonSummary {
  const { fit, penalty } = row;
  const engagement = row.engagement === undefined ? 0 : valueAt(row.engagement, now, scoring.halfLife);
  const total = Math.max(0, fit + engagement + penalty);
  return {
    id: row.id,
    email: row.email,
    name: row.name ?? row.email,
    company: row.company ?? null,
    lifecycle: row.lifecycle,
    stage: row.stage,
    score: { total: round(total), fit: round(fit), engagement: round(engagement), penalty: round(penalty) },
    stageSince: toIso(row.stageSince),
    suppressed: row.suppressed ?? null,
    paused: row.paused,
    tags: row.tags,
    owner: row.owner ?? null,
    value: row.value ?? null,
    call: row.call === undefined ? null : callView(row.call),
    lastActionAt: isoOrNull(row.lastActionAt),
    createdAt: toIso(row.createdAt),
  };
}

export function personDetail(dossier: Dossier, judging: Judging, sequences: readonly Published<Sequence>[], now: Instant): PersonDetail {
  const { person, enrollments } = dossier;
  const { reasons } = explainScore(person.score, judging.scoring, now);
  return {
    ...personSummary(person, judging.scoring, now),
    locale: person.locale ?? null,
    timeZone: person.timeZone ?? null,
    phone: rowOf(person).phone ?? null,
    nextCallAt: isoOrNull(person.nextCallAt),
    snoozedUntil: person.snoozed !== undefined && person.snoozed.until > now ? toIso(person.snoozed.until) : null,
    lastAct: person.lastAct === undefined ? null : lastActView(person.lastAct),
    pausedBecause: person.paused === undefined ? null : { ...person.paused, at: toIso(person.paused.at) },
    attributes: Object.entries(person.attributes).map(([name, attribute]) => ({
      name,
      label: bilingual(judging.declarations[name]?.label, name),
      value: attribute.value,
      ...choiceOf(judging, name, attribute.value),
      at: toIso(attribute.at),
      from: attribute.from,
    })),
    lifecycleBecause: positionView(person.lifecycle),
    stageBecause: positionView(person.stage),
    qualification: criteria.map((criterion) => ({
      criterion,
      label: criterionTexts[criterion],
      level: person.qualification[criterion]?.level ?? "unknown",
      from: person.qualification[criterion]?.from ?? "",
    })),
    scoreReasons: reasons.map(({ lastAt, ...reason }) => ({
      ...reason,
      text: bilingual(reason.text, reason.rule),
      points: round(reason.points),
      ...(lastAt === undefined ? {} : { lastAt: toIso(lastAt) }),
    })),
    consent: consentViews(person),
    awaited: awaitedView(person),
    enrollments: enrollments.map((enrollment) => enrollmentView(enrollment, sequences)),
    purchases:
      person.purchases === undefined
        ? null
        : { count: person.purchases.count, total: person.purchases.total, currency: person.purchases.currency ?? null },
    aliases: (person.aliases ?? []).map(({ email }) => email),
    mergedFrom: (person.mergedFrom ?? []).map((from) => mergedView(from, undoable(person, now))),
  };
}

/** A person as whoever calls them needs them. */
export function calleeView(row: PersonRow, scoring: Scoring, now: Instant): CallItem["person"] {
  return { ...rowSummary(row, scoring, now), phone: row.phone ?? null, nextCallAt: isoOrNull(row.nextCallAt) };
}

function lastActView({ fact, kind, at, by }: LastAct): PersonDetail["lastAct"] {
  return { id: fact, kind, at: toIso(at), by };
}

function callView({ urgency, since, reasons }: Call): CallView {
  const [first] = reasons;
  return {
    urgency,
    since: toIso(since),
    reasons: reasons.map(({ code, at }) => ({ code, at: toIso(at), text: callReasonTexts[code] })),
    advice: callAdvice[first?.code ?? "promised"],
  };
}

/** What a choice is called, where the value is one of the declared ones. */
function choiceOf(judging: Judging, name: string, value: unknown): { choice?: { en: string; fr: string } } {
  const choice = judging.declarations[name]?.choices?.find((candidate) => candidate.value === value);
  return choice === undefined ? {} : { choice: bilingual(choice.label, choice.value) };
}

function enrollmentView(enrollment: Enrollment, sequences: readonly Published<Sequence>[]): EnrollmentView {
  const published = sequences.find((sequence) => sequence.name === enrollment.sequence);
  return {
    id: enrollment.id,
    sequence: enrollment.sequence,
    name: bilingual(published?.artefact.name, enrollment.sequence),
    version: enrollment.version,
    status: enrollment.status,
    step: enrollment.cursor.step,
    dueAt: enrollment.status === "active" ? isoOrNull(enrollment.dueAt) : null,
    because: reasonView(enrollment.because),
    startedAt: toIso(enrollment.startedAt),
    endedAt: isoOrNull(enrollment.endedAt),
    ending: enrollment.ending ?? null,
  };
}

function mergedView({ id, email, at, by, merge, until }: MergedFrom, open: MergedFrom | undefined): PersonDetail["mergedFrom"][number] {
  return { id, email, at: toIso(at), by, undoUntil: open?.merge === merge ? toIso(until) : null };
}

function positionView(position: Person["lifecycle"] | Person["stage"]) {
  const { rule, text } = position.because;
  return { rule, text: bilingual(text, rule), since: toIso(position.since) };
}

function consentViews(person: Person): PersonDetail["consent"] {
  return (["marketing", "measurement"] as const).flatMap((purpose) => {
    const basis = person.consent[purpose];
    if (basis === undefined) return [];
    return [
      {
        purpose,
        basis: basis.basis,
        at: toIso(basis.at),
        source: basis.source,
        text: basis.text ?? null,
        textVersion: basis.textVersion ?? null,
        submissionId: basis.submissionId ?? null,
        ip: basis.ip ?? null,
        formVersion: basis.formVersion ?? null,
        how: basis.how ?? null,
        by: basis.by ?? null,
        confirmedAt: isoOrNull(basis.confirmedAt),
        withdrawnAt: isoOrNull(basis.withdrawnAt),
      },
    ];
  });
}

function awaitedView({ consent: { awaited } }: Person): PersonDetail["awaited"] {
  if (awaited === undefined) return null;
  const { at, source, text } = awaited.given;
  return { since: toIso(at), until: toIso(awaited.until), source, text: text ?? null };
}

/** Tenths of a point are all anyone reads. */
function round(points: number): number {
  return Math.round(points * 10) / 10;
}
