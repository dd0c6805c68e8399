import * as z from "zod";
import { pageOf, personDetailSchema, personSummarySchema, timelineItemSchema } from "#contract/api.ts";
import { hashAddress } from "#core/address/hash-address.ts";
import { readAddress } from "#core/address/normalise-address.ts";
import { isId, type PersonId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { answerProblem } from "../problems.ts";
import { json, pageQuery, pageRequest, problem, route } from "../route.ts";
import { personDetail, personSummary } from "../views/person.ts";
import { timelineItem } from "../views/timeline.ts";

const list = route({
  method: "get",
  path: "/api/people",
  summary: "People by score, highest first; or the one an e-mail address belongs to",
  allow: "people:read",
  request: { query: pageQuery.extend({ email: z.string().max(320).optional() }) },
  responses: { 200: json(pageOf(personSummarySchema), "A page of people."), 400: problem("The address or the cursor is not one.") },
});

const one = route({
  method: "get",
  path: "/api/people/{id}",
  summary: "One person: who they are, where they stand and why",
  allow: "people:read",
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(personDetailSchema, "The person."), 404: problem("Nobody has this id.") },
});

const timeline = route({
  method: "get",
  path: "/api/people/{id}/timeline",
  summary: "Everything that happened with one person, newest first",
  allow: "people:read",
  request: { params: z.object({ id: z.string() }), query: pageQuery },
  responses: { 200: json(pageOf(timelineItemSchema), "A page of the timeline."), 404: problem("Nobody has this id.") },
});

const nobody = { detail: "Nobody in the base has this id.", field: "id", remedy: "Look the person up by address: GET /api/people?email=…" };

export function peopleRoutes(app: ApiApp, { workshop }: ApiContext): void {
  const { stores, definitions, runtime } = workshop;

  app.openapi(list, async (c) => {
    const { email, ...query } = c.req.valid("query");
    const { scoring } = await definitions.judging();
    const now = runtime.now();
    if (email !== undefined) {
      const read = readAddress(email);
      if (read.kind === "impossible")
        return answerProblem(c, 400, "invalid-request", { detail: read.problem, remedy: read.remedy, field: "email" }) as never;
      const person = await personByAddress(workshop, hashAddress(read.address));
      return c.json({ items: person === undefined ? [] : [personSummary(person, scoring, now)], next: null }, 200);
    }
    const page = await stores.people.ranked({ ...pageRequest(query), now });
    return c.json({ items: page.items.map((person) => personSummary(person, scoring, now)), next: page.next ?? null }, 200);
  });

  app.openapi(one, async (c) => {
    const dossier = await dossierOf(workshop, c.req.valid("param").id);
    if (dossier === undefined) return answerProblem(c, 404, "not-found", nobody) as never;
    const [judging, sequences] = await Promise.all([definitions.judging(), definitions.sequences()]);
    return c.json(personDetail(dossier, judging, sequences, runtime.now()), 200);
  });

  app.openapi(timeline, async (c) => {
    const { id } = c.req.valid("param");
    const dossier = await dossierOf(workshop, id);
    if (dossier === undefined) return answerProblem(c, 404, "not-found", nobody) as never;
    const page = await stores.timeline.page(dossier.person.id, pageRequest(c.req.valid("query")));
    return c.json({ items: page.items.map(timelineItem), next: page.next ?? null }, 200);
  });
}

async function personByAddress(workshop: ApiContext["workshop"], addressHash: string): Promise<Person | undefined> {
  const { personId } = await workshop.stores.addresses.find(addressHash);
  return personId === undefined ? undefined : (await workshop.stores.people.dossier(personId))?.person;
}

async function dossierOf(workshop: ApiContext["workshop"], id: string) {
  return isId("person", id) ? workshop.stores.people.dossier(id satisfies PersonId) : undefined;
}
