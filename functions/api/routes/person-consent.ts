import * as z from "zod";
import { personDetailSchema } from "#contract/api.ts";
import { askedAgainSchema, consentHistorySchema, consentProofSchema, giveConsentSchema, withdrawConsentSchema } from "#contract/consent.ts";
import { historyOf } from "#core/consent/history.ts";
import { isId } from "#core/id/id.ts";
import type { Message } from "#core/message/message.ts";
import type { Dossier } from "#core/ports/person-store.ts";
import { everyIdOf } from "#core/merge/merged.ts";
import { stands } from "#core/person/consent.ts";
import { minute, toIso } from "#core/time/instant.ts";
import { preferredLanguage, wantsHtml } from "#functions/http/negotiate.ts";
import { jsonLogger } from "#functions/runtime/logger.ts";
import { askAgain } from "#functions/work/confirm-agreement.ts";
import { askNow } from "#functions/work/receive.ts";
import { actOnPerson } from "../act-on-person.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit } from "../audit.ts";
import { dossierOf, nobody } from "../find-person.ts";
import { answerProblem } from "../problems.ts";
import { type ApiRequest, body, json, problem, route } from "../route.ts";
import { consentLine, consentProof, type NamedMails } from "../views/consent.ts";
import { personDetail } from "../views/person.ts";
import { proofLanguages, proofPage } from "../views/proof-page.ts";

const params = z.object({ id: z.string().max(100) });
const refusals = {
  400: problem("The request is not valid."),
  404: problem("Nobody has this id."),
  409: problem("It cannot be done with this person."),
};

const history = route({
  method: "get",
  path: "/api/people/{id}/consent",
  summary: "All that ever happened to what may be done with a person's address, with its evidence",
  allow: "people:read",
  request: { params },
  responses: { 200: json(consentHistorySchema, "Every line, newest first."), 404: problem("Nobody has this id.") },
});

const give = route({
  method: "post",
  path: "/api/people/{id}/consent",
  summary: "Record an agreement that was told by no form: on paper, by phone, by mail",
  allow: "people:change",
  request: { params, body: body(giveConsentSchema) },
  responses: { 200: json(personDetailSchema, "The person, as they are now."), ...refusals },
});

const withdraw = route({
  method: "post",
  path: "/api/people/{id}/consent/withdraw",
  summary: "Take an agreement back for a person who said so; sequences that rest on it end",
  allow: "people:change",
  request: { params, body: body(withdrawConsentSchema) },
  responses: { 200: json(personDetailSchema, "The person, as they are now."), ...refusals },
});

const again = route({
  method: "post",
  path: "/api/people/{id}/consent/confirmation",
  summary: "Send once more the mail that asks a person to confirm; no more than an address may get in a day",
  allow: "people:change",
  request: { params },
  responses: {
    200: json(askedAgainSchema, "Whether a mail is on its way."),
    404: refusals[404],
    409: problem("Nothing is asked of them."),
  },
});

const proof = route({
  method: "get",
  path: "/api/people/{id}/consent-proof",
  summary: "The proof of consent as one document: JSON, or a page to print where `Accept` names text/html",
  allow: "people:export",
  request: { params, query: z.object({ lang: z.enum(proofLanguages).optional().describe("of the page") }) },
  responses: {
    200: {
      description: "The proof, with a hash over it.",
      content: { "application/json": { schema: consentProofSchema }, "text/html": { schema: z.string() } },
    },
    400: refusals[400],
    404: refusals[404],
  },
});

export function personConsentRoutes(app: ApiApp, context: ApiContext): void {
  const { workshop } = context;
  const { definitions, runtime } = workshop;
  const log = jsonLogger("api");

  const answer = async (c: ApiRequest, id: string) => {
    const dossier = await dossierOf(workshop, id);
    if (dossier === undefined) return nobody(c);
    const [judging, sequences] = await Promise.all([definitions.judging(), definitions.sequences()]);
    return c.json(personDetail(dossier, judging, sequences, runtime.now()), 200);
  };

  app.openapi(history, async (c) => {
    const dossier = await dossierOf(workshop, c.req.valid("param").id);
    if (dossier === undefined) return nobody(c);
    const { events, mails } = await proven(context, dossier);
    return c.json({ items: events.map((event) => consentLine(event, mails)).toReversed() }, 200);
  });

  app.openapi(give, async (c) => {
    const { id } = c.req.valid("param");
    const { purpose, how, text, at, reason } = c.req.valid("json");
    const agreedAt = Date.parse(at);
    if (agreedAt > runtime.now() + minute) {
      const remedy = "Write when they agreed: today, or before.";
      return answerProblem(c, 400, "invalid-request", { detail: "Nobody has agreed in the future.", field: "at", remedy }) as never;
    }
    const acted = await actOnPerson(
      c,
      context,
      id,
      (hand) => ({
        ...hand,
        kind: "give",
        purpose,
        reason,
        basis: { basis: "consent", at: agreedAt, source: "hand", text, how, by: hand.by },
      }),
      () => ({ action: "consent.recorded", to: { purpose, how, at }, reason }),
    );
    return acted.kind === "unknown" ? nobody(c) : answer(c, id);
  });

  app.openapi(withdraw, async (c) => {
    const { id } = c.req.valid("param");
    const { purpose, reason } = c.req.valid("json");
    const before = await dossierOf(workshop, id);
    if (before === undefined) return nobody(c);
    const { consent } = before.person;
    if (!stands(consent[purpose]) && !(purpose === "marketing" && consent.awaited !== undefined)) {
      const detail = "Nothing stands that could be taken back.";
      return answerProblem(c, 409, "conflict", { detail, field: "purpose", remedy: "Read the person again." }) as never;
    }
    const acted = await actOnPerson(
      c,
      context,
      id,
      (hand) => ({ ...hand, kind: "withdraw", purpose, reason }),
      () => ({ action: "consent.withdrawn", to: { purpose }, reason }),
    );
    return acted.kind === "unknown" ? nobody(c) : answer(c, id);
  });

  app.openapi(again, async (c) => {
    const { id } = c.req.valid("param");
    const dossier = await dossierOf(workshop, id);
    if (dossier === undefined) return nobody(c);
    const { person } = dossier;
    if (person.consent.awaited === undefined) {
      const detail = "No agreement of theirs waits to be confirmed.";
      return answerProblem(c, 409, "conflict", { detail, field: "id", remedy: "They have to tick the box of a form first." }) as never;
    }
    const asking = everyIdOf(person);
    let sent = false;
    for (const one of asking) sent ||= await askAgain(workshop, one);
    if (sent) for (const one of asking) await askNow(workshop, one, log);
    await audit(c, context, { action: "consent.asked-again", subject: { kind: "person", id: person.id }, to: { sent } });
    return c.json({ sent }, 200);
  });

  app.openapi(proof, async (c) => {
    const { id } = c.req.valid("param");
    const dossier = await dossierOf(workshop, id);
    if (dossier === undefined) return nobody(c);
    const [{ events, mails }, settings] = await Promise.all([proven(context, dossier), definitions.settings()]);
    const document = consentProof({ person: dossier.person, events, mails, settings, now: runtime.now() });
    await audit(c, context, {
      action: "consent.proof-exported",
      subject: { kind: "person", id: dossier.person.id },
      to: { events: events.length, sha256: document.hash.value },
    });
    const name = `consent-${dossier.person.id}-${toIso(runtime.now()).slice(0, 10)}`;
    c.header("Vary", "Accept, Accept-Language");
    if (!wantsHtml(c.req.header("accept"))) {
      c.header("Content-Disposition", `attachment; filename="${name}.json"`);
      return c.json(document, 200);
    }
    const wished = c.req.valid("query").lang ?? preferredLanguage(c.req.header("accept-language"), proofLanguages);
    const language = wished ?? preferredLanguage(settings.languages[0], proofLanguages);
    const page = proofPage(document, language === "fr" ? "fr" : "en");
    c.header("Content-Disposition", `attachment; filename="${name}.html"`);
    c.header("Content-Security-Policy", page.policy);
    return c.html(page.html, 200);
  });
}

/** All lines of the proof, of those too who were merged into them, with the mails they name. */
async function proven({ workshop: { stores } }: ApiContext, { person }: Dossier) {
  const kept = (await Promise.all(everyIdOf(person).map((id) => stores.consents.history(id)))).flat();
  const events = historyOf(person, kept);
  const mails = new Map<string, Message>();
  const named = new Map(events.flatMap(({ messageId, personId }) => (messageId === undefined ? [] : [[messageId, personId] as const])));
  await Promise.all(
    [...named].map(async ([messageId, personId]) => {
      if (!isId("message", messageId)) return;
      const found = (await stores.messages.find(personId, messageId)) ?? (await stores.messages.find(person.id, messageId));
      if (found !== undefined) mails.set(messageId, found);
    }),
  );
  return { events, mails: mails as NamedMails };
}
