import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { AttributeDeclaration, AttributeValue } from "#core/person/attribute.ts";
import type { Email, EmailVariant } from "./email.ts";
import { gmailClip } from "./gmail-clip.ts";
import { createRenderer } from "./render-email.ts";
import type { Scope } from "./scope.ts";

type Declarations = Readonly<Record<string, AttributeDeclaration>>;
type Answers = Readonly<Record<string, AttributeValue | null>>;

/** What an e-mail fails at when filled in. */
export interface Failure {
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
}

const unsubscribeUrl = "https://relance.example/u/trial";
const confirmUrl = "https://relance.example/c/trial";
const postalAddress = "1 rue du Postscriptum";
const samples: Readonly<Record<AttributeDeclaration["type"], AttributeValue>> = {
  text: "Camille",
  number: 3,
  money: { amount: 1_000, currency: "EUR" },
  date: "2026-01-31",
  choice: "?",
  "yes-no": true,
  list: ["one", "two"],
};

/**
 * Fills an e-mail in before it is published: for somebody of whom nothing is known, somebody who told all, and each
 * answer of each choice. What a marketing mail owes everyone (the way out; who writes, from where) must stand in every one.
 */
export function tryEmail(
  purpose: Email["purpose"],
  language: string,
  variant: EmailVariant,
  declarations: Declarations,
): readonly Failure[] {
  const email: Email = { email: "trial", purpose, variants: { [language]: variant } };
  const renderer = createRenderer();
  const failures = new Map<string, Failure>();
  for (const person of everyKindOfPerson(declarations)) {
    for (const failure of failuresOf(
      () => renderer.renderEmail({ email, emailVersion: 1, locale: language, languages: [language], scope: trialScope(person) }),
      purpose,
    ))
      failures.set(failure.problem, failure);
  }
  return [...failures.values()];
}

function everyKindOfPerson(declarations: Declarations): readonly Answers[] {
  const names = Object.keys(declarations);
  const unknown: Answers = Object.fromEntries(names.map((name) => [name, null]));
  const told: Answers = Object.fromEntries(Object.entries(declarations).map(([name, { type }]) => [name, samples[type]]));
  const choices = Object.entries(declarations).flatMap(([name, { choices: offered = [] }]) =>
    offered.map(({ value }): Answers => ({ ...told, [name]: value })),
  );
  return [unknown, told, ...choices];
}

function trialScope(person: Answers): Scope {
  return {
    person: { ...person, email: "camille@relance.example", locale: "fr", lifecycle: "contact", stage: "awareness" },
    sender: { name: "Sender", address: "sender@relance.example", company: "Company", postalAddress, website: "https://relance.example" },
    unsubscribe_url: unsubscribeUrl,
    form_token: "trial",
    confirmation: { url: confirmUrl, text: "I agree", until: "31 January 2027" },
    notice: { task: "Task", personUrl: "https://relance.example/people", replySubject: "Re:", replyText: "Text" },
  };
}

function failuresOf(
  render: () => { readonly subject: string; readonly html: string; readonly text: string },
  purpose: Email["purpose"],
): readonly Failure[] {
  try {
    const { subject, html, text } = render();
    return [...emptyOf(subject), ...sizeOf(html), ...owedBy(purpose, html, text)];
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message.replace(/, line:\d+, col:\d+/, "") : String(thrown);
    return [{ field: "mjml", problem: `it cannot be filled in: ${said}`, remedy: "mend or take out the Liquid that does this" }];
  }
}

function emptyOf(subject: string): readonly Failure[] {
  const remedy = "write a subject that does not depend on what is known of the person";
  return subject === "" ? [{ field: "subject", problem: "the subject is empty for some people", remedy }] : [];
}

function sizeOf(html: string): readonly Failure[] {
  const size = utf8ToBytes(html).length;
  if (size <= gmailClip) return [];
  return [{ field: "mjml", problem: `the mail has ${size} bytes; Gmail hides what is beyond ${gmailClip}`, remedy: "shorten it" }];
}

function owedBy(purpose: Email["purpose"], html: string, text: string): readonly Failure[] {
  if (purpose === "notice") return [];
  return [...(purpose === "marketing" ? doorOut(html, text) : wayToConfirm(html, text)), ...whoWrites(html, text)];
}

/** A mail that asks to confirm and has no link to do it would ask for nothing. */
function wayToConfirm(html: string, text: string): readonly Failure[] {
  const failures: Failure[] = [];
  if (!html.includes(`href="${confirmUrl}"`)) {
    const remedy = 'put <mj-button href="{{ confirmation.url }}">…</mj-button> in it, under no condition';
    failures.push({ field: "confirmation.url", problem: "the mail has no link to confirm", remedy });
  }
  if (!text.includes(confirmUrl)) {
    const remedy = "put {{ confirmation.url }} in the text of the front matter";
    failures.push({ field: "text", problem: "the text part has no link to confirm", remedy });
  }
  return failures;
}

/** The door out stands in every marketing mail (CAN-SPAM; art. L34-5 CPCE; art. 21 GDPR). */
function doorOut(html: string, text: string): readonly Failure[] {
  const failures: Failure[] = [];
  if (!html.includes(`href="${unsubscribeUrl}"`)) {
    const remedy = 'put <a href="{{ unsubscribe_url }}">…</a> in its footer, under no condition';
    failures.push({ field: "unsubscribe_url", problem: "the mail has no link to unsubscribe", remedy });
  }
  if (!text.includes(unsubscribeUrl)) {
    const remedy = "put {{ unsubscribe_url }} in the text of the front matter";
    failures.push({ field: "text", problem: "the text part has no link to unsubscribe", remedy });
  }
  return failures;
}

/** So does who writes, and from where. */
function whoWrites(html: string, text: string): readonly Failure[] {
  if (html.includes(postalAddress) && text.includes(postalAddress)) return [];
  const remedy = "put {{ sender.postalAddress }} in its footer (and in the front matter's text, if it has one)";
  return [{ field: "sender.postalAddress", problem: "the mail does not say who writes and from where", remedy }];
}
