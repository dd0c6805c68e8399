import { ownConfirmation, ownConfirmationVersion } from "#core/consent/own-email.ts";
import type { Email } from "#core/email/email.ts";
import type { RenderedEmail } from "#core/email/render-email.ts";
import { scopeOf } from "#core/email/scope.ts";
import type { Message } from "#core/message/message.ts";
import type { Person } from "#core/person/person.ts";
import type { MailWorkshop } from "./workshop.ts";

/**
 * A mail as it was sent: made again of the version that was published then and of what it said of the person, which its
 * record kept. Its unsubscribe link leads nowhere, so that whoever looks at it cannot unsubscribe the person by mistake.
 * Undefined where that version is gone.
 */
export async function mailAsSent(workshop: MailWorkshop, person: Person, message: Message): Promise<RenderedEmail | undefined> {
  const { definitions, stores } = workshop;
  const [settings, judging, published] = await Promise.all([
    definitions.settings(),
    definitions.judging(),
    message.purpose === "confirmation" && message.emailVersion === ownConfirmationVersion
      ? { artefact: ownConfirmation }
      : stores.definitions.version("email", message.email, message.emailVersion),
  ]);
  if (published === undefined) return undefined;
  const then = scopeOf({
    person,
    declared: Object.keys(judging.declarations),
    settings,
    unsubscribeUrl: "#",
    formToken: "",
    // What a confirmation asked stands in the proof; its link leads nowhere either.
    values: { url: "#", text: "…", until: "…" },
  });
  const unknown = Object.fromEntries(Object.keys(then.person).map((name) => [name, null]));
  return definitions.renderer.renderEmail({
    email: published.artefact as Email,
    emailVersion: message.emailVersion,
    locale: message.locale,
    languages: settings.languages,
    scope: { ...then, person: { ...unknown, email: person.email, locale: message.locale, ...message.data } },
  });
}
