import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as z from "zod";
import { readJson } from "#local/gateway/read-body.ts";
import { writeBytes } from "#local/gateway/write-answer.ts";
import { writeEml } from "#local/mail/write-eml.ts";
import type { StoredMail } from "#local/mail/mail.ts";
import { actSchema } from "./act.ts";
import type { LocalContext } from "./local-context.ts";
import { sealed, writeJson, writeProblem } from "./respond.ts";
import { showMail } from "./show-mail.ts";

/** A mail is somebody else's HTML: no scripts, no forms, nothing of ours within its reach. */
const mailHeaders = {
  ...sealed,
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "sandbox allow-same-origin; default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src data: https:; font-src data: https:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
};

/** All mails, oldest first; `to` keeps those of one address. Written one by one: thousands do not fit in one string. */
export async function listMails({ mails }: LocalContext, to: string | undefined, response: ServerResponse): Promise<void> {
  response.writeHead(200, { ...sealed, "content-type": "application/json" });
  await pipeline(Readable.from(jsonList(mails, to?.toLowerCase())), response);
}

async function* jsonList(mails: LocalContext["mails"], to: string | undefined): AsyncGenerator<string> {
  let separator = "[\n";
  for (const head of mails.heads()) {
    if (to !== undefined && !head.to.some((address) => address.toLowerCase().includes(to))) continue;
    const mail = await mails.find(head.id);
    if (mail === undefined) continue;
    yield `${separator}${JSON.stringify(showMail(mail))}`;
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

/** Answers `/local/mailbox/{id}`, its `.eml` and `.html`, and `/events`. */
export async function answerMail(
  { mails, act }: LocalContext,
  { id, rest }: { readonly id: string; readonly rest: string | undefined },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const mail = await mails.find(id);
  if (mail === undefined) return writeProblem(response, 404, "There is no such mail.");
  if (rest === "/events") return answerAct(act, mail, request, response);
  if (request.method !== "GET") return writeProblem(response, 405, "A mail is there to be read.", { allow: "GET" });
  if (rest === undefined) return writeJson(response, 200, showMail(mail));
  if (rest === ".html") return writeBytes(response, 200, mailHeaders, Buffer.from(mail.html ?? ""));
  return writeBytes(response, 200, { ...sealed, "content-type": "message/rfc822" }, await writeEml(mail));
}

async function answerAct(act: LocalContext["act"], mail: StoredMail, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST") return writeProblem(response, 405, "Post what the recipient does.", { allow: "POST" });
  const read = actSchema.safeParse(await readJson(request));
  if (!read.success) return writeProblem(response, 400, z.prettifyError(read.error));
  const acted = await act(mail, read.data);
  switch (acted.kind) {
    case "done":
      return writeJson(response, 200, { ok: true });
    case "ignored":
      return writeJson(response, 200, { ok: true, ignored: acted.because, reason: acted.reason });
    case "refused":
      return writeProblem(response, 422, acted.problem);
    case "failed":
      return writeProblem(response, 502, acted.problem);
  }
}
