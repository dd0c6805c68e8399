import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { maskAddress } from "#core/address/mask-address.ts";
import { readToken } from "#core/token/read-token.ts";
import type { TokenSubject } from "#core/token/token.ts";
import { type HttpAnswer, textAnswer } from "#functions/http/http-answer.ts";
import { type HttpRequest, readRequest } from "#functions/http/http-request.ts";
import { wantsHtml } from "#functions/http/negotiate.ts";
import { pageLanguage } from "#functions/http/page-language.ts";
import { notFound, problemAnswer } from "#functions/http/problem.ts";
import type { Workshop } from "#functions/work/workshop.ts";
import { askPage, brokenPage, donePage, type LinkPage } from "./link-pages.ts";

/** What the links of our mails stand on, and who honours an opt-out. */
export interface LinkDesk {
  readonly workshop: Pick<Workshop, "stores" | "definitions" | "runtime">;
  readonly unsubscribe: (subject: TokenSubject) => Promise<unknown>;
}

/** Answers everything under `/u`. */
export function answerLinks(desk: LinkDesk): (event: APIGatewayProxyEventV2) => Promise<HttpAnswer> {
  return async (event) => {
    const request = readRequest(event);
    const [room, token = "", ...rest] = request.segments;
    return room === "u" && rest.length === 0 ? answerLink(desk, request, token) : problemAnswer(notFound);
  };
}

/** Answers `/u/{token}`: `GET` asks, `POST` unsubscribes at once and without login, as often as it comes (RFC 8058). */
async function answerLink(desk: LinkDesk, request: HttpRequest, token: string): Promise<HttpAnswer> {
  const { stores, runtime } = desk.workshop;
  const read = readToken(await stores.secrets.rootKey(() => runtime.random(32)), "unsubscribe", token);
  if (read.kind === "invalid") return broken(desk, request);
  if (request.method === "GET" || request.method === "HEAD") return askPage(await pageOf(desk, request, read.subject));
  if (request.method !== "POST")
    return problemAnswer({ status: 405, code: "method", title: "This link takes GET and POST." }, { allow: "GET, POST" });
  await desk.unsubscribe(read.subject);
  // RFC 8058: the mail program that clicks for its user reads no page, and looks at nothing but the status.
  return wantsHtml(request.headers["accept"]) ? donePage(await pageOf(desk, request, read.subject)) : textAnswer(200, "Unsubscribed.\n");
}

async function broken(desk: LinkDesk, request: HttpRequest): Promise<HttpAnswer> {
  const { company, languages } = await desk.workshop.definitions.settings();
  return brokenPage({ company, language: pageLanguage(request, undefined, languages), maskedAddress: undefined });
}

/** A person who has been erased still gets their page: there is nobody left to write to, which is what they ask for. */
async function pageOf({ workshop }: LinkDesk, request: HttpRequest, subject: TokenSubject): Promise<LinkPage> {
  const [{ company, languages }, dossier] = await Promise.all([
    workshop.definitions.settings(),
    workshop.stores.people.dossier(subject.personId),
  ]);
  const person = dossier?.person;
  return {
    company,
    language: pageLanguage(request, person?.locale, languages),
    maskedAddress: person === undefined ? undefined : maskAddress(person.email),
  };
}
