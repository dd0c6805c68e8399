import type { Person } from "#core/person/person.ts";
import { day, hour, type Instant } from "#core/time/instant.ts";
import type { Call, CallReason } from "./call.ts";

/** How urgent each reason is. Tens, so that a score of up to ninety sorts those of one reason. */
const urgencies: Readonly<Record<CallReason, number>> = { replied: 90, promised: 80, asked: 70, interested: 60, "gone-quiet": 50 };

/** How long a click is worth a call; and how long an offer may lie before somebody asks after it. */
const clickIsFresh = 3 * day;
const quietAfter: Readonly<Partial<Record<Person["stage"]["value"], number>>> = { proposal: 7 * day, negotiation: 4 * day };

/**
 * Whether somebody should call this person now, and why. What they did before one of us last spoke to them is settled.
 * Somebody who complained is left alone, and so is everybody while snoozed — unless they reply meanwhile.
 */
export function decideCall(person: Person, score: number, now: Instant): Call | undefined {
  if (person.suppressed?.reason === "complained") return undefined;
  const reasons = reasonsFor(person, now).filter(
    ({ at, code }) => !isSnoozed(person, now) || (code === "replied" && at > snoozedAt(person)),
  );
  const [first] = reasons;
  if (first === undefined) return undefined;
  const warmth = Math.min(9, Math.max(0, Math.floor(score / 10)));
  return { reasons: [...reasons], urgency: urgencies[first.code] + warmth, since: first.at };
}

/** When time alone may bring up a reason to call, or settle one. */
export function nextCallReview(person: Person, now: Instant): Instant | undefined {
  const { touch, nextCallAt, snoozed, stage } = person;
  const patience = quietAfter[stage.value];
  const instants = [
    nextCallAt,
    snoozed?.until,
    touch?.clickedAt === undefined ? undefined : touch.clickedAt + clickIsFresh,
    patience === undefined ? undefined : lastHeard(person) + patience,
  ].filter((instant) => instant !== undefined && instant > now);
  // A call is for working hours: an hour's delay harms nobody, and spares a review for each of several instants.
  return instants.length === 0 ? undefined : Math.ceil(Math.min(...instants.map(Number)) / hour) * hour;
}

function reasonsFor(person: Person, now: Instant): readonly { readonly code: CallReason; readonly at: Instant }[] {
  const { touch = {}, nextCallAt, stage, lifecycle } = person;
  const settled = touch.contactedAt ?? 0;
  const open = lifecycle.value === "prospect" && stage.value !== "lost" && stage.value !== "won";
  const fresh = (at: Instant | undefined): at is Instant => at !== undefined && at > settled;
  const reasons: { code: CallReason; at: Instant }[] = [];
  if (fresh(touch.repliedAt)) reasons.push({ code: "replied", at: touch.repliedAt });
  if (nextCallAt !== undefined && nextCallAt <= now) reasons.push({ code: "promised", at: nextCallAt });
  if (open && fresh(touch.askedAt)) reasons.push({ code: "asked", at: touch.askedAt });
  if (open && fresh(touch.clickedAt) && now - touch.clickedAt < clickIsFresh) reasons.push({ code: "interested", at: touch.clickedAt });
  const patience = quietAfter[stage.value];
  if (patience !== undefined && now - lastHeard(person) >= patience) reasons.push({ code: "gone-quiet", at: lastHeard(person) + patience });
  return reasons;
}

/** When something last happened between us: they acted, we called, or the offer was made. */
function lastHeard(person: Person): Instant {
  return Math.max(person.stage.since, person.lastActionAt ?? 0, person.touch?.contactedAt ?? 0);
}

function isSnoozed(person: Person, now: Instant): boolean {
  return person.snoozed !== undefined && person.snoozed.until > now;
}

function snoozedAt(person: Person): Instant {
  return person.snoozed?.at ?? 0;
}
