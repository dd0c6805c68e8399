import { readAnswered } from "#core/form/answered-cookie.ts";
import { rememberable } from "#core/form/choose-questions.ts";
import type { Form } from "#core/form/form.ts";
import { readToken } from "#core/token/read-token.ts";
import type { HttpRequest } from "#functions/http/http-request.ts";
import type { Reception } from "./reception.ts";

/** The cookie in which a browser remembers what it has answered; it leads nowhere but to our forms. */
export const answeredCookie = "relance_answered";

/**
 * Which of a form's questions are answered already, by name and never by value: what the bearer of a link in one of our mails has
 * told us (`k`), what this browser remembers to have answered, and what a page of the company's says it remembers (`known`).
 */
export async function knownAnswers({ workshop }: Reception, form: Form, request: HttpRequest): Promise<ReadonlySet<string>> {
  const questions = Object.values(rememberable(form));
  if (questions.length === 0) return new Set();
  const { stores, runtime } = workshop;
  const rootKey = await stores.secrets.rootKey(() => runtime.random(32));
  const read = readToken(rootKey, "form", request.query["k"] ?? "");
  const dossier = read.kind === "valid" ? await stores.people.dossier(read.subject.personId) : undefined;
  const told = new Set([
    ...Object.keys(dossier?.person.attributes ?? {}),
    ...readAnswered(rootKey, cookieOf(request)),
    ...(request.query["known"] ?? "").split(","),
  ]);
  return new Set(questions.filter((name) => told.has(name)));
}

export function cookieOf({ headers, cookies }: HttpRequest): string | undefined {
  const all = [...cookies, ...(headers["cookie"] ?? "").split(";")].map((cookie) => cookie.trim());
  return all.find((cookie) => cookie.startsWith(`${answeredCookie}=`))?.slice(answeredCookie.length + 1);
}
