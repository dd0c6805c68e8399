import type { Submission } from "#core/submission/submission.ts";
import { type HttpAnswer, jsonAnswer } from "#functions/http/http-answer.ts";
import type { HttpRequest } from "#functions/http/http-request.ts";
import { preferredLanguage, wantsHtml } from "#functions/http/negotiate.ts";
import { arrivedPage } from "./arrived-page.ts";
import type { Reception } from "./reception.ts";

/** What became of one event of a delivery. */
export type TakenPart =
  | { readonly kind: "ignored"; readonly because: string }
  | { readonly kind: "accepted" | "duplicate" | "quarantined"; readonly submission: Submission; readonly because?: string };

/** Pages elsewhere may deliver by script and read the answer: no cookie is looked at. */
const openToPages = { "access-control-allow-origin": "*" };

/**
 * What the sender is told: 200 whatever became of it, for it is kept. A browser, whose person pressed a form's button, is
 * shown a page instead.
 */
export async function answerDelivery({ workshop }: Reception, request: HttpRequest, taken: readonly TakenPart[]): Promise<HttpAnswer> {
  if (wantsHtml(request.headers["accept"])) {
    const { company, languages } = await workshop.definitions.settings();
    const language = preferredLanguage(request.headers["accept-language"], ["fr", "en"]) ?? (languages[0]?.startsWith("fr") ? "fr" : "en");
    return arrivedPage(company, language);
  }
  const told = taken.map(toldOf);
  const first = told.find((part) => "id" in part) ?? told[0] ?? { status: "ignored" };
  return jsonAnswer(200, told.length > 1 ? { ...first, parts: told } : first, openToPages);
}

function toldOf(part: TakenPart) {
  if (part.kind === "ignored") return { status: "ignored", because: part.because };
  const { id, reason, problem } = part.submission;
  if (part.kind !== "quarantined") return { id, status: part.kind };
  return { id, status: part.kind, reason: reason ?? "", ...(problem === undefined ? {} : { ...problem }) };
}
