import { askOnceMore, type Confirmation, openConfirmation } from "#core/consent/confirmation.ts";
import type { DoubleOptIn } from "#core/consent/double-opt-in.ts";
import { confirmationMessageId } from "#core/consent/plan-confirmation.ts";
import type { Awaited } from "#core/person/consent.ts";
import type { Outcome, Person } from "#core/person/person.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import { racesBeforeGivingUp } from "./end-runs.ts";
import type { Workshop } from "./workshop.ts";

/** What a fact asks a person to confirm, and by which rule. */
interface Question {
  readonly awaited: Awaited;
  readonly rule: DoubleOptIn;
}

/**
 * Writes down that a person is to be asked, where a fact led to that: from then on the due index has it. Whoever retries the
 * fact finds it written. True where a mail is due now.
 */
export async function requestConfirmation(workshop: Workshop, person: Person, fact: Fact, outcome: Outcome): Promise<boolean> {
  const act = outcome.consent?.find(({ act }) => act === "asked" || act === "asked-again")?.act;
  const question = questionOf(fact);
  if (act === undefined || question === undefined) return false;
  for (let race = 0; race < racesBeforeGivingUp; race++) {
    const before = await workshop.stores.confirmations.find(person.id);
    const next = act === "asked" ? opened(workshop, person, question, before, fact) : askedAgain(before, person, fact);
    if (next === undefined) return before?.request === question.awaited.request && before.next !== undefined;
    if ((await workshop.stores.confirmations.save(next)) === "saved") return true;
  }
  throw new TransientFault("confirmation-busy", `The request to ${person.id} was changed by others ${racesBeforeGivingUp} times in a row.`);
}

function questionOf(fact: Fact): Question | undefined {
  if (fact.kind === "ask") return { awaited: fact.awaited, rule: fact.rule };
  if (fact.kind !== "submission" || fact.consent.awaited === undefined || fact.submission.doubleOptIn === undefined) return undefined;
  return { awaited: fact.consent.awaited, rule: fact.submission.doubleOptIn };
}

/** Undefined where it is open already, or where a newer one has taken its place meanwhile. */
function opened(
  { runtime }: Workshop,
  person: Person,
  { awaited, rule }: Question,
  before: Confirmation | undefined,
  fact: Fact,
): Confirmation | undefined {
  if (before?.request === awaited.request || person.consent.awaited?.request !== awaited.request) return undefined;
  return openConfirmation({
    personId: person.id,
    awaited,
    rule,
    before,
    messageId: confirmationMessageId(person.id, awaited.request, "first", fact.at),
    // Who has unsubscribed is asked once, and not reminded.
    mayRemind: person.suppressed === undefined,
    now: runtime.now(),
  });
}

function askedAgain(before: Confirmation | undefined, person: Person, fact: Fact): Confirmation | undefined {
  if (before === undefined || person.suppressed !== undefined) return undefined;
  return askOnceMore(before, confirmationMessageId(person.id, before.request, "again", fact.at), fact.at);
}
