import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { maskAddress } from "#core/address/mask-address.ts";
import type { PersonId } from "#core/id/id.ts";
import { readToken } from "#core/token/read-token.ts";
import type { HttpAnswer } from "#functions/http/http-answer.ts";
import { type HttpRequest, readRequest } from "#functions/http/http-request.ts";
import { pageLanguage } from "#functions/http/page-language.ts";
import { notFound, problemAnswer } from "#functions/http/problem.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import type { Logger } from "#functions/runtime/logger.ts";
import { askAgain, confirmAgreement, type LinkOf, type LinkStanding, standingOf } from "#functions/work/confirm-agreement.ts";
import type { Workshop } from "#functions/work/workshop.ts";
import { brokenPage, closedPage, type ConfirmPage, confirmedPage, openPage, sentAgainPage } from "./confirm-pages.ts";

/** What the link to confirm stands on. `perform` does at once what is due of a person's request. */
export interface ConfirmDesk {
  readonly workshop: Workshop;
  readonly perform: (personId: PersonId) => Promise<void>;
  readonly log: Logger;
}

/** Answers everything under `/c`. */
export function answerConfirm(desk: ConfirmDesk): (event: APIGatewayProxyEventV2) => Promise<HttpAnswer> {
  return async (event) => {
    const request = readRequest(event);
    const [room, token = "", act, ...rest] = request.segments;
    if (room !== "c" || rest.length > 0 || (act !== undefined && act !== "again")) return problemAnswer(notFound);
    return answerLink(desk, request, token, act === "again");
  };
}

/** `GET` shows and changes nothing: mail scanners open every link they see. `POST` confirms, or sends the mail again. */
async function answerLink(desk: ConfirmDesk, request: HttpRequest, token: string, isAgain: boolean): Promise<HttpAnswer> {
  const { stores, runtime } = desk.workshop;
  const read = readToken(await stores.secrets.rootKey(() => runtime.random(32)), "confirm", token);
  if (read.kind === "invalid" || read.subject.messageId === undefined) return broken(desk, request);
  const link: LinkOf = { personId: read.subject.personId, messageId: read.subject.messageId };
  if (request.method === "GET" || request.method === "HEAD") return show(desk, request, token, await standingOf(desk.workshop, link));
  if (request.method !== "POST")
    return problemAnswer({ status: 405, code: "method", title: "This link takes GET and POST." }, { allow: "GET, POST" });
  return isAgain ? again(desk, request, token, link) : confirm(desk, request, token, link);
}

async function confirm(desk: ConfirmDesk, request: HttpRequest, token: string, link: LinkOf): Promise<HttpAnswer> {
  const standing = await confirmAgreement(desk.workshop, link, request.ip);
  if (standing.kind === "used") await performNow(desk, link.personId);
  return show(desk, request, token, standing);
}

/** Whoever holds a link of ours is told the same whatever came of it: what an address may get in a day is nobody's business. */
async function again(desk: ConfirmDesk, request: HttpRequest, token: string, link: LinkOf): Promise<HttpAnswer> {
  const standing = await standingOf(desk.workshop, link);
  if (standing.kind === "used") return show(desk, request, token, standing);
  if (standing.kind !== "gone" && (await askAgain(desk.workshop, link.personId))) await performNow(desk, link.personId);
  return sentAgainPage(await pageOf(desk, request, token, standing));
}

/** What fails here is owed: the due index has it. */
async function performNow({ perform, log }: ConfirmDesk, personId: PersonId): Promise<void> {
  try {
    await perform(personId);
  } catch (thrown) {
    log.error("what a confirmation owes waits for its retry", { personId, problem: describeFault(thrown) });
  }
}

async function show(desk: ConfirmDesk, request: HttpRequest, token: string, standing: LinkStanding): Promise<HttpAnswer> {
  const page = await pageOf(desk, request, token, standing);
  switch (standing.kind) {
    case "open":
      return openPage(page, standing.confirmation.given.text);
    case "used":
      return confirmedPage(page);
    case "closed":
      return closedPage(page);
    case "gone":
      return brokenPage(page);
  }
}

async function broken(desk: ConfirmDesk, request: HttpRequest): Promise<HttpAnswer> {
  return brokenPage(await pageOf(desk, request, "", { kind: "gone" }));
}

async function pageOf({ workshop }: ConfirmDesk, request: HttpRequest, token: string, standing: LinkStanding): Promise<ConfirmPage> {
  const { company, languages } = await workshop.definitions.settings();
  const person = standing.kind === "gone" ? undefined : standing.person;
  return {
    company,
    language: pageLanguage(request, person?.locale, languages),
    path: `/c/${token}`,
    maskedAddress: person === undefined ? undefined : maskAddress(person.email),
  };
}
