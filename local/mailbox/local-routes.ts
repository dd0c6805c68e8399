import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { readDuration } from "#core/time/duration.ts";
import { day, toIso } from "#core/time/instant.ts";
import { readBody } from "../gateway/read-body.ts";
import { writeBytes } from "../gateway/write-answer.ts";
import { writeEml } from "../mail/write-eml.ts";
import { nextDue } from "../time/advance-clock.ts";
import { durationOf } from "../time/show-duration.ts";
import { actSchema } from "./act.ts";
import type { LocalContext } from "./local-context.ts";
import { mailDocument } from "./mail-document.ts";
import { showHead, showMail } from "./show-mail.ts";

interface Exchange {
  readonly context: LocalContext;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Answers everything under `/local`: what exists on a laptop and nowhere else. */
export async function answerLocal(context: LocalContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const path = url.pathname.replace(/\/+$/, "");
  const exchange = { context, request, response, path, query: url.searchParams };
  const asset = pages[path] ?? assets[path];
  if (request.method === "GET" && asset !== undefined && (path !== "/local/mailbox" || wantsPage(request)))
    return writeAsset(response, asset);
  if (request.method === "POST" && path === "/local/session") return openSession(exchange);
  const refused = context.guard.owner(request);
  if (refused !== undefined) return problem(response, refused.status, refused.message, { "www-authenticate": 'Bearer realm="relance"' });
  if (path === "/local/clock") return answerClock(exchange);
  if (request.method === "GET" && path === "/local/mailbox") return listMails(exchange);
  if (request.method === "GET" && path === "/local/state") return showState(exchange);
  if (request.method === "GET" && path === "/local/events") return json(response, 200, context.bus.recent());
  const [, id, rest] = /^\/local\/mailbox\/([\w-]+)(\.eml|\.html|\/events)?$/.exec(path) ?? [];
  return id === undefined ? problem(response, 404, `Nothing answers ${request.method} ${path}.`) : answerMail(exchange, id, rest);
}

async function answerMail({ context, request, response }: Exchange, id: string, rest: string | undefined): Promise<void> {
  const mail = await context.mails.find(id);
  if (mail === undefined) return problem(response, 404, "There is no such mail.");
  if (rest === "/events") {
    if (request.method !== "POST") return problem(response, 405, "Post an event.", { allow: "POST" });
    const act = actSchema.safeParse(await jsonBody(request));
    if (!act.success) return problem(response, 400, z.prettifyError(act.error));
    const acted = await context.act(mail, act.data);
    if (acted.kind === "done") return json(response, 200, { ok: true });
    if (acted.kind === "ignored") return json(response, 200, { ok: true, ignored: acted.reason });
    return problem(response, acted.kind === "refused" ? 422 : 502, acted.problem);
  }
  if (request.method !== "GET") return problem(response, 405, "A mail is there to be read.", { allow: "GET" });
  if (rest === undefined) return json(response, 200, showMail(mail));
  if (rest === ".eml") return writeBytes(response, 200, { ...sealed, "content-type": "message/rfc822" }, await writeEml(mail));
  const html = mailDocument(mail.html ?? "");
  return writeBytes(response, 200, { "content-type": "text/html; charset=utf-8", ...mailHeaders }, Buffer.from(html));
}

/** Written mail by mail: thousands of them do not fit in one string. */
async function listMails({ context, response, query }: Exchange): Promise<void> {
  const to = query.get("to")?.toLowerCase();
  response.writeHead(200, { ...sealed, "content-type": "application/json" });
  response.write("[");
  let first = true;
  for (const head of [...context.mails.heads()]) {
    if (to !== undefined && !head.to.some((address) => address.toLowerCase().includes(to))) continue;
    const mail = await context.mails.find(head.id);
    if (mail === undefined) continue;
    response.write(`${first ? "" : ","}\n${JSON.stringify(showMail(mail))}`);
    first = false;
  }
  response.end("\n]\n");
}

/** How many mails the page lists; the newest. */
const listed = 300;

async function showState({ context, response }: Exchange): Promise<void> {
  const heads = context.mails.heads();
  const next = await nextDue(context.due);
  json(response, 200, {
    mails: heads.slice(-listed).reverse().map(showHead),
    total: heads.length,
    now: toIso(context.clock.now()),
    moved: context.clock.offset() > 0,
    next: next === undefined ? null : { kind: next.kind, at: toIso(next.dueAt) },
  });
}

const movesSchema = z.union([z.strictObject({ advance: z.string() }), z.strictObject({ to: z.literal("next") })]);
const longestMove = 3660 * day;

async function answerClock({ context, request, response }: Exchange): Promise<void> {
  const { clock } = context;
  if (request.method === "GET") return json(response, 200, { now: toIso(clock.now()), offset: durationOf(clock.offset()) });
  if (request.method !== "POST") return problem(response, 405, "The clock is read and moved.", { allow: "GET, POST" });
  const move = movesSchema.safeParse(await jsonBody(request));
  if (!move.success) return problem(response, 400, 'Send {"advance": "P3D"} or {"to": "next"}.');
  const length = "advance" in move.data ? readDuration(move.data.advance) : undefined;
  if ("advance" in move.data && (length === undefined || length.milliseconds > longestMove)) {
    return problem(
      response,
      400,
      "advance takes a positive ISO 8601 duration of weeks, days, hours, minutes and seconds, as P3D or PT12H, of ten years at most.",
    );
  }
  const { now, performed, stuck } = await context.advance(
    length === undefined ? { kind: "next" } : { kind: "by", milliseconds: length.milliseconds },
  );
  const stuckRows = stuck.map(({ kind, pk, sk, dueAt }) => ({ kind, pk, sk, dueAt: toIso(dueAt) }));
  json(response, 200, { now: toIso(now), performed, ...(stuck.length === 0 ? {} : { stuck: stuckRows }) });
}

async function openSession({ context, request, response }: Exchange): Promise<void> {
  const shown = z.object({ token: z.string() }).safeParse(await jsonBody(request));
  const cookie = shown.success ? context.guard.cookieFor(shown.data.token) : undefined;
  if (cookie === undefined) return problem(response, 401, "This is not the token of this Relance.");
  writeBytes(response, 204, { ...sealed, "set-cookie": cookie }, Buffer.alloc(0));
}

const sealed = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
};

/** A mail is somebody else's HTML: no scripts, no forms, nothing of ours within its reach. */
const mailHeaders = {
  ...sealed,
  "content-security-policy":
    "sandbox allow-same-origin; default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src data: https:; font-src data: https:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
};
const pageHeaders = {
  ...sealed,
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

type Asset = readonly [file: string, type: string];
const pages: Readonly<Record<string, Asset>> = {
  "/local": ["start.html", "text/html; charset=utf-8"],
  "/local/mailbox": ["mailbox.html", "text/html; charset=utf-8"],
};
const assets: Readonly<Record<string, Asset>> = {
  "/local/assets/page.css": ["page.css", "text/css; charset=utf-8"],
  "/local/assets/texts.js": ["texts.js", "text/javascript; charset=utf-8"],
  "/local/assets/session.js": ["session.js", "text/javascript; charset=utf-8"],
  "/local/assets/start.js": ["start.js", "text/javascript; charset=utf-8"],
  "/local/assets/clock.js": ["clock.js", "text/javascript; charset=utf-8"],
  "/local/assets/mail.js": ["mail.js", "text/javascript; charset=utf-8"],
  "/local/assets/mailbox.js": ["mailbox.js", "text/javascript; charset=utf-8"],
};

function wantsPage(request: IncomingMessage): boolean {
  return /\btext\/html\b/i.test(request.headers.accept ?? "");
}

async function writeAsset(response: ServerResponse, [file, type]: Asset): Promise<void> {
  writeBytes(
    response,
    200,
    { ...pageHeaders, "content-type": type, vary: "accept" },
    await readFile(new URL(`../pages/${file}`, import.meta.url)),
  );
}

async function jsonBody(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse((await readBody(request))?.toString("utf8") ?? "");
  } catch {
    return undefined;
  }
}

function json(response: ServerResponse, status: number, value: unknown): void {
  writeBytes(response, status, { ...sealed, "content-type": "application/json" }, Buffer.from(`${JSON.stringify(value)}\n`));
}

function problem(response: ServerResponse, status: number, detail: string, headers: Readonly<Record<string, string>> = {}): void {
  const body = Buffer.from(JSON.stringify({ status, title: detail }));
  writeBytes(response, status, { ...sealed, ...headers, "content-type": "application/problem+json" }, body);
}
