import { deterministicId } from "#core/id/id.ts";
import { newClaim } from "#core/message/claim.ts";
import type { Person } from "#core/person/person.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { because } from "#core/reason/sentences.ts";
import { composeMail } from "./compose-mail.ts";
import { type Delivery, deliver } from "./deliver.ts";
import { unlimitedBudget } from "./send-budget.ts";
import type { MailWorkshop } from "./workshop.ts";

/** Tells whoever looks after a person that they have answered, with their words. One reply, one notice. */
export async function notifyOwner(workshop: MailWorkshop, person: Person, fact: Extract<Fact, { kind: "reply" }>): Promise<Delivery> {
  const settings = await workshop.definitions.settings();
  const to = person.owner ?? settings.owner;
  const locale = settings.languages[0] ?? "en";
  const id = deterministicId("message", fact.at, fact.id, "notice");
  const values = {
    replySubject: fact.subject,
    replyText: fact.text.slice(0, 4_000),
    personUrl: `${workshop.publicUrl}/people/${person.id}`,
  };
  const email = "notice-reply";
  const { mail, rendered, emailVersion } = await composeMail(workshop, { person, email, messageId: id, notice: { to, locale, values } });
  const claim = newClaim({
    id,
    person,
    step: "reply",
    email,
    emailVersion,
    rendered,
    because: because("person-replied"),
    now: workshop.runtime.now(),
    purpose: "notice",
    to,
  });
  return deliver(workshop, claim, mail, unlimitedBudget);
}
