import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { toIso } from "#core/time/instant.ts";
import { readJson } from "#local/gateway/read-body.ts";
import { writeBytes } from "#local/gateway/write-answer.ts";
import { nextDue } from "#local/time/advance-clock.ts";
import { answerClock } from "./clock-routes.ts";
import type { LocalContext } from "./local-context.ts";
import { pageFile, writePage } from "./local-pages.ts";
import { answerMail, listMails } from "./mail-routes.ts";
import { sealed, writeJson, writeProblem } from "./respond.ts";
import { showHead } from "./show-mail.ts";

/** Answers everything under `/local`: what exists on a laptop and nowhere else. */
export async function answerLocal(context: LocalContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const path = url.pathname.replace(/\/+$/, "");
  const page = pageFile(path, request);
  if (page !== undefined) return writePage(response, page);
  if (request.method === "POST" && path === "/local/session") return openSession(context, request, response);
  const refused = context.guard.owner(request);
  if (refused !== undefined)
    return writeProblem(response, refused.status, refused.message, { "www-authenticate": 'Bearer realm="relance"' });
  if (path === "/local/clock") return answerClock(context, request, response);
  if (request.method === "GET" && path === "/local/mailbox") return listMails(context, url.searchParams.get("to") ?? undefined, response);
  if (request.method === "GET" && path === "/local/state") return showState(context, response);
  if (request.method === "GET" && path === "/local/events") return writeJson(response, 200, context.bus.recent());
  const [, id, rest] = /^\/local\/mailbox\/([\w-]+)(\.eml|\.html|\/events)?$/.exec(path) ?? [];
  if (id === undefined) return writeProblem(response, 404, `Nothing answers ${request.method} ${path}.`);
  return answerMail(context, { id, rest }, request, response);
}

/** Exchanges the token, which only whoever started Relance knows, for a cookie that scripts cannot read. */
async function openSession({ guard }: LocalContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const shown = z.object({ token: z.string() }).safeParse(await readJson(request));
  const cookie = shown.success ? guard.cookieFor(shown.data.token) : undefined;
  if (cookie === undefined) return writeProblem(response, 401, "This is not the token of this Relance.");
  writeBytes(response, 204, { ...sealed, "set-cookie": cookie }, Buffer.alloc(0));
}

/** How many mails the page lists; the newest. */
const listed = 300;

/** What the mailbox page shows beside a mail, in one answer, for it asks often. */
async function showState({ mails, due, clock }: LocalContext, response: ServerResponse): Promise<void> {
  const heads = mails.heads();
  const next = await nextDue(due);
  writeJson(response, 200, {
    mails: heads.slice(-listed).reverse().map(showHead),
    total: heads.length,
    now: toIso(clock.now()),
    moved: clock.offset() > 0,
    next: next === undefined ? null : { kind: next.kind, at: toIso(next.dueAt) },
  });
}
