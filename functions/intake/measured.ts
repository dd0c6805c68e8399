import { readAnswered, writeAnswered } from "#core/form/answered-cookie.ts";
import { rememberable } from "#core/form/choose-questions.ts";
import type { Form } from "#core/form/form.ts";
import { deterministicId, isId } from "#core/id/id.ts";
import type { Extracted, Submission } from "#core/submission/submission.ts";
import { makeToken } from "#core/token/make-token.ts";
import type { HttpRequest } from "#functions/http/http-request.ts";
import { answeredCookie, cookieOf } from "./known-answers.ts";
import type { Reception } from "./reception.ts";

/** What whoever agreed to be measured takes along: a token for the company's own pages, and what their browser has answered. */
export interface Measured {
  readonly token: string;
  readonly cookie: string | undefined;
}

/** How long a browser remembers what it has answered, in seconds: no longer than the CNIL lets such a thing live (13 months). */
const remembered = 180 * 24 * 3_600;

/**
 * For whoever ticked the box of measurement, and for nobody else. Until a submission has been worked on, its person is the one it
 * will make; what was kept apart gets a token of the same look, which measures nobody.
 */
export async function measured(
  { workshop }: Reception,
  request: HttpRequest,
  form: Form,
  extracted: Extracted,
  { id, receivedAt, personId }: Pick<Submission, "id" | "receivedAt" | "personId">,
): Promise<Measured | undefined> {
  if (extracted.measurement?.agreed !== true) return undefined;
  const rootKey = await workshop.stores.secrets.rootKey(() => workshop.runtime.random(32));
  const known = personId !== undefined && isId("person", personId) ? personId : deterministicId("person", receivedAt, id);
  const answered = new Set(extracted.answers.map(({ key }) => key));
  for (const [name, value] of Object.entries(extracted)) if (typeof value === "string") answered.add(name);
  const names = Object.values(rememberable(form)).filter((name) => answered.has(name));
  const value = writeAnswered(rootKey, [...readAnswered(rootKey, cookieOf(request)), ...names]);
  return {
    token: makeToken(rootKey, "measure", { personId: known }),
    cookie:
      names.length === 0 ? undefined : `${answeredCookie}=${value}; Path=/forms; Max-Age=${remembered}; HttpOnly; Secure; SameSite=Lax`,
  };
}

/** The address of a thank-you page with the token behind its `#`, which no server sees; m.js takes it from there. */
export function withToken(url: string, token: string | undefined): string {
  return token === undefined ? url : `${url}${url.includes("#") ? "&" : "#"}rl=${token}`;
}
