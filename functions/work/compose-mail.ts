import type { Published } from "#core/definition/definition.ts";
import type { Email } from "#core/email/email.ts";
import { scopeOf } from "#core/email/scope.ts";
import type { RenderedEmail } from "#core/email/render-email.ts";
import type { MessageId } from "#core/id/id.ts";
import { stands } from "#core/person/consent.ts";
import type { Person } from "#core/person/person.ts";
import type { Mail } from "#core/ports/outside.ts";
import { makeToken } from "#core/token/make-token.ts";
import { replyAddress } from "#core/token/reply-address.ts";
import type { Settings } from "#core/settings/settings.ts";
import { PermanentFault } from "#functions/runtime/faults.ts";
import { confirmationEmail } from "./confirmation-email.ts";
import type { MailWorkshop } from "./workshop.ts";

/** A mail that could leave: what SES gets, and what the message record keeps of it. */
export interface Composed {
  readonly mail: Mail;
  readonly rendered: RenderedEmail;
  readonly emailVersion: number;
}

/** Renders a published e-mail for one person and gives it the headers that every mail of its purpose must carry. */
export async function composeMail(
  workshop: MailWorkshop,
  input: {
    readonly person: Person;
    readonly email: string;
    readonly messageId: MessageId;
    /** Of a notice: who gets it, and what else its template may say. */
    readonly notice?: { readonly to: string; readonly locale: string; readonly values: Readonly<Record<string, string>> };
    /** Of a mail that asks to confirm: what it may say beside. */
    readonly confirmation?: { readonly url: string; readonly text: string; readonly until: string };
  },
): Promise<Composed> {
  const { definitions, stores, runtime } = workshop;
  const [settings, judging, published] = await Promise.all([
    definitions.settings(),
    definitions.judging(),
    input.confirmation === undefined ? definitions.email(input.email) : confirmationEmail(workshop, input.email),
  ]);
  if (published === undefined) throw new PermanentFault("email-missing", `The e-mail ${input.email} is not published.`);
  const isMarketing = input.notice === undefined && input.confirmation === undefined;
  const rootKey = await stores.secrets.rootKey(() => runtime.random(32));
  const subject = { personId: input.person.id, messageId: input.messageId };
  const unsubscribeUrl = `${workshop.publicUrl}/u/${makeToken(rootKey, "unsubscribe", subject)}`;
  const formToken = isMarketing ? makeToken(rootKey, "form", { personId: input.person.id }) : "";
  const rendered = render(workshop, published, settings, input, { unsubscribeUrl, formToken }, Object.keys(judging.declarations));
  return {
    rendered,
    emailVersion: published.version,
    mail: {
      from: settings.sender,
      to: input.notice?.to ?? input.person.email,
      replyTo: input.notice === undefined ? replyAddress(rootKey, subject, settings.replyDomain) : input.person.email,
      subject: rendered.subject,
      html: rendered.html,
      text: rendered.text,
      headers: isMarketing ? unsubscribeHeaders(unsubscribeUrl) : { "Auto-Submitted": "auto-generated" },
      tags: { "relance-message": input.messageId, "relance-person": input.person.id },
      countOpens: isMarketing && stands(input.person.consent.measurement),
    },
  };
}

function render(
  workshop: MailWorkshop,
  published: Pick<Published<Email>, "artefact" | "version">,
  settings: Settings,
  input: Parameters<typeof composeMail>[1],
  links: { readonly unsubscribeUrl: string; readonly formToken: string },
  declared: readonly string[],
): RenderedEmail {
  return workshop.definitions.renderer.renderEmail({
    email: published.artefact,
    emailVersion: published.version,
    locale: input.notice?.locale ?? input.person.locale ?? settings.languages[0] ?? "en",
    languages: settings.languages,
    scope: scopeOf({ person: input.person, declared, settings, ...links, values: input.notice?.values ?? { ...input.confirmation } }),
  });
}

/** RFC 2369 and RFC 8058: what Gmail, Yahoo and Outlook ask of those who write to many. */
function unsubscribeHeaders(url: string): Readonly<Record<string, string>> {
  return { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
