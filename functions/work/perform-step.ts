import { newClaim } from "#core/message/claim.ts";
import { messageIdOf } from "#core/message/message-id.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { Person } from "#core/person/person.ts";
import type { Verdict } from "#core/sequence/verdict.ts";
import { composeMail } from "./compose-mail.ts";
import { type Delivery, deliver } from "./deliver.ts";
import type { SendBudget } from "./send-budget.ts";
import type { MailWorkshop } from "./workshop.ts";

interface StepWork {
  readonly person: Person;
  readonly enrollment: Enrollment;
  readonly now: number;
}

/** Sends the mail of a `send` step to the person. */
export async function sendStep(
  workshop: MailWorkshop,
  work: StepWork,
  verdict: Extract<Verdict, { kind: "send" }>,
  budget: SendBudget,
): Promise<Delivery> {
  const { person, enrollment, now } = work;
  const id = messageIdOf(enrollment, verdict);
  const { mail, rendered, emailVersion } = await composeMail(workshop, { person, email: verdict.email, messageId: id });
  const claim = newClaim({
    id,
    person,
    enrollment,
    step: verdict.step,
    email: verdict.email,
    emailVersion,
    rendered,
    because: verdict.because,
    now,
    purpose: "marketing",
  });
  return deliver(workshop, claim, mail, budget);
}

/** Tells the owner what a `notify` step says. It is a mail to us, not to the person, but it too leaves once. */
export async function notifyStep(
  workshop: MailWorkshop,
  work: StepWork,
  verdict: Extract<Verdict, { kind: "notify" }>,
  budget: SendBudget,
): Promise<Delivery> {
  const { person, enrollment, now } = work;
  const settings = await workshop.definitions.settings();
  const locale = settings.languages[0] ?? "en";
  const to = verdict.to === "owner" ? (person.owner ?? settings.owner) : verdict.to;
  const id = messageIdOf(enrollment, verdict);
  const email = "notice-task";
  const values = {
    task: verdict.text[locale] ?? Object.values(verdict.text)[0] ?? "",
    personUrl: `${workshop.publicUrl}/people/${person.id}`,
  };
  const { mail, rendered, emailVersion } = await composeMail(workshop, { person, email, messageId: id, notice: { to, locale, values } });
  const claim = newClaim({
    id,
    person,
    enrollment,
    step: verdict.step,
    email,
    emailVersion,
    rendered,
    because: verdict.because,
    now,
    purpose: "notice",
    to,
  });
  return deliver(workshop, claim, mail, budget);
}
