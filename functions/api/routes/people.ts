import * as z from "zod";
import { pageOf, personDetailSchema, personSummarySchema, timelineItemSchema } from "#contract/api.ts";
import { addRequestSchema, mailSchema } from "#contract/people.ts";
import { hashAddress } from "#core/address/hash-address.ts";
import { readAddress } from "#core/address/normalise-address.ts";
import { isId, type MessageId } from "#core/id/id.ts";
import { everyIdOf } from "#core/merge/merged.ts";
import type { Message } from "#core/message/message.ts";
import type { Person } from "#core/person/person.ts";
import { peopleQuerySchema } from "#core/search/saved-view.ts";
import { because, sentence } from "#core/reason/sentences.ts";
import { type Added, addPerson } from "#functions/work/add-person.ts";
import { findPeople } from "#functions/work/find-people.ts";
import { knownPerson } from "#functions/work/known-person.ts";
import { mailAsSent } from "#functions/work/mail-as-sent.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { dossierOf, movedTo, nobody } from "../find-person.ts";
import { audit } from "../audit.ts";
import { answerProblem } from "../problems.ts";
import { type ApiRequest, body, json, pageQuery, pageRequest, problem, route } from "../route.ts";
import { isoOrNull } from "../views/instants.ts";
import { personDetail, personSummary, rowSummary } from "../views/person.ts";
import { timelineItem } from "../views/timeline.ts";

const merged = "They were merged into another person: see Location.";

const list = route({
  method: "get",
  path: "/api/people",
  summary: "People by score, by name, in a stage, or found by words; or the one an e-mail address belongs to",
  allow: "people:read",
  request: { query: pageQuery.extend({ email: z.string().max(320).optional(), ...peopleQuerySchema.shape }) },
  responses: {
    200: json(pageOf(personSummarySchema), "A page of people. A page of a search may have fewer than asked for and still a next one."),
    400: problem("The address or the cursor is not one."),
  },
});

const add = route({
  method: "post",
  path: "/api/people",
  summary: "Add a person by hand, with what we may rest on to write to them",
  allow: "people:change",
  request: { body: body(addRequestSchema) },
  responses: {
    201: json(personDetailSchema, "The person."),
    400: problem("The address is not one, or the basis has no proof."),
    409: problem("Somebody has this address already."),
  },
});

const one = route({
  method: "get",
  path: "/api/people/{id}",
  summary: "One person: who they are, where they stand and why",
  allow: "people:read",
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: { 200: json(personDetailSchema, "The person."), 308: problem(merged), 404: problem("Nobody has this id.") },
});

const timeline = route({
  method: "get",
  path: "/api/people/{id}/timeline",
  summary: "Everything that happened with one person, newest first",
  allow: "people:read",
  request: { params: z.object({ id: z.string().max(100) }), query: pageQuery },
  responses: {
    200: json(pageOf(timelineItemSchema), "A page of the timeline. It may have fewer than asked for and still a next one."),
    308: problem(merged),
    404: problem("Nobody has this id."),
  },
});

const mail = route({
  method: "get",
  path: "/api/people/{id}/mails/{mail}",
  summary: "One mail as it was sent",
  allow: "people:read",
  request: { params: z.object({ id: z.string().max(100), mail: z.string().max(100) }) },
  responses: { 200: json(mailSchema, "The mail."), 404: problem("They were sent no such mail, or its version is gone.") },
});

export function peopleRoutes(app: ApiApp, context: ApiContext): void {
  const { workshop } = context;
  const { stores, definitions, runtime } = workshop;

  app.openapi(list, async (c) => {
    const { email, limit, cursor, ...query } = c.req.valid("query");
    const { scoring } = await definitions.judging();
    const now = runtime.now();
    if (email !== undefined) {
      const read = readAddress(email);
      if (read.kind === "impossible")
        return answerProblem(c, 400, "invalid-request", { detail: read.problem, remedy: read.remedy, field: "email" }) as never;
      const person = (await knownPerson(workshop, hashAddress(read.address))).person;
      return c.json({ items: person === undefined ? [] : [personSummary(person, scoring, now)], next: null }, 200);
    }
    const page = await findPeople(stores, query, pageRequest({ limit, cursor }), now);
    return c.json({ items: page.items.map((row) => rowSummary(row, scoring, now)), next: page.next ?? null }, 200);
  });

  app.openapi(add, async (c) => {
    const asked = c.req.valid("json");
    const added = await addPerson(workshop, asked, c.get("caller").name);
    if (added.kind !== "added") return notAdded(c, added);
    const { email, basis } = asked;
    await audit(c, context, { action: "person.added", subject: { kind: "person", id: added.id }, to: { email, basis } });
    const dossier = await dossierOf(workshop, added.id);
    if (dossier === undefined) return nobody(c);
    const [judging, sequences] = await Promise.all([definitions.judging(), definitions.sequences()]);
    return c.json(personDetail(dossier, judging, sequences, runtime.now()), 201);
  });

  app.openapi(one, async (c) => {
    const { id } = c.req.valid("param");
    const dossier = await dossierOf(workshop, id);
    if (dossier === undefined) return nobody(c);
    if (dossier.person.id !== id) return movedTo(c, id, dossier);
    const [judging, sequences] = await Promise.all([definitions.judging(), definitions.sequences()]);
    return c.json(personDetail(dossier, judging, sequences, runtime.now()), 200);
  });

  app.openapi(timeline, async (c) => {
    const { id } = c.req.valid("param");
    const dossier = await dossierOf(workshop, id);
    if (dossier === undefined) return nobody(c);
    if (dossier.person.id !== id) return movedTo(c, id, dossier);
    const page = await stores.timeline.page(everyIdOf(dossier.person), pageRequest(c.req.valid("query")));
    return c.json({ items: page.items.map(timelineItem), next: page.next ?? null }, 200);
  });

  app.openapi(mail, async (c) => {
    const { id, mail: messageId } = c.req.valid("param");
    const dossier = await dossierOf(workshop, id);
    if (dossier === undefined) return nobody(c);
    const message = isId("message", messageId) ? await mailOf(workshop, dossier.person, messageId) : undefined;
    const rendered = message === undefined ? undefined : await mailAsSent(workshop, dossier.person, message);
    if (message === undefined || rendered === undefined) {
      const detail =
        message === undefined ? "They were sent no mail of this id." : "The version this mail was made of is not kept any more.";
      return answerProblem(c, 404, "not-found", { detail, field: "mail", remedy: "See their timeline." }) as never;
    }
    const { html, text, locale } = rendered;
    const { subject, sentAt, to } = message;
    return c.json(
      { id: message.id, subject, html, text, locale, sentAt: isoOrNull(sentAt), to: to ?? addressOf(dossier.person, message) },
      200,
    );
  });
}

function notAdded(c: ApiRequest, added: Exclude<Added, { kind: "added" }>): never {
  switch (added.kind) {
    case "impossible-address":
      return answerProblem(c, 400, "invalid-request", { detail: added.problem, remedy: added.remedy, field: "email" }) as never;
    case "no-proof": {
      const remedy = "Say in a few words how and when, or choose that there is no basis: then no marketing mail is sent.";
      return answerProblem(c, 400, "invalid-request", { detail: "A basis needs its proof.", field: "proof", remedy }) as never;
    }
    case "no-interest": {
      const remedy = "Ask them whether they agree, or choose that there is no basis: then no marketing mail is sent.";
      return answerProblem(c, 400, "invalid-request", { detail: sentence(because(added.because), "en"), field: "basis", remedy }) as never;
    }
    case "known": {
      const remedy = `See /people/${added.id}.`;
      return answerProblem(c, 409, "conflict", { detail: "Somebody has this address already.", field: "email", remedy }) as never;
    }
  }
}

/** A mail they were sent, or somebody who was merged into them. */
async function mailOf({ stores }: ApiContext["workshop"], person: Person, id: MessageId): Promise<Message | undefined> {
  for (const personId of everyIdOf(person)) {
    const message = await stores.messages.find(personId, id);
    if (message !== undefined) return message;
  }
  return undefined;
}

/** Where a mail went. */
function addressOf(person: Person, { personId }: Message): string {
  return person.mergedFrom?.find(({ id }) => id === personId)?.email ?? person.email;
}
