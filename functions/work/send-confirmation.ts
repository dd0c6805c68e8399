import { firstOfMonth } from "#core/time/first-of-month.ts";
import { ownConfirmation } from "#core/consent/own-email.ts";
import type { Ask, Confirmation } from "#core/consent/confirmation.ts";
import { newClaim } from "#core/message/claim.ts";
import type { Person } from "#core/person/person.ts";
import type { Because } from "#core/reason/because.ts";
import { makeToken } from "#core/token/make-token.ts";
import { composeMail } from "./compose-mail.ts";
import { type Delivery, deliver } from "./deliver.ts";
import type { SendBudget } from "./send-budget.ts";
import type { MailWorkshop } from "./workshop.ts";

/** The step that a mail which asks to confirm stands as. */
export const confirmationStep = "confirmation";

/** Sends one mail that asks a person to confirm, once: nothing in it is counted, and it may leave where nothing else may. */
export async function sendConfirmation(
  workshop: MailWorkshop,
  {
    person,
    confirmation,
    ask,
    because,
  }: { readonly person: Person; readonly confirmation: Confirmation; readonly ask: Ask; readonly because: Because },
  budget: SendBudget,
): Promise<Delivery> {
  const { stores, runtime, definitions } = workshop;
  const settings = await definitions.settings();
  const rootKey = await stores.secrets.rootKey(() => runtime.random(32));
  const token = makeToken(rootKey, "confirm", { personId: confirmation.personId, messageId: ask.messageId });
  const locale = person.locale ?? settings.languages[0] ?? "en";
  const { mail, rendered, emailVersion } = await composeMail(workshop, {
    person,
    email: confirmation.email ?? ownConfirmation.email,
    messageId: ask.messageId,
    confirmation: {
      url: `${workshop.publicUrl}/c/${token}`,
      text: confirmation.given.text ?? "",
      until: dayInWords(confirmation.until, locale, person.timeZone ?? settings.timeZone),
    },
  });
  const claim = newClaim({
    id: ask.messageId,
    person,
    step: confirmationStep,
    email: confirmation.email ?? ownConfirmation.email,
    emailVersion,
    rendered,
    because,
    now: runtime.now(),
    purpose: "confirmation",
  });
  return deliver(workshop, claim, mail, budget);
}

function dayInWords(at: number, locale: string, timeZone: string): string {
  return firstOfMonth(new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(at), locale);
}
