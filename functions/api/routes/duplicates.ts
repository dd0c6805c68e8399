import * as z from "zod";
import { pageOf } from "#contract/api.ts";
import { differentRequestSchema, duplicatePairSchema, lookalikeSchema } from "#contract/duplicates.ts";
import { type Likeness, likenessOf, likenessTexts } from "#core/duplicate/likeness.ts";
import { suggestKept } from "#core/merge/suggest-kept.ts";
import { lookalikes, lookalikesOf } from "#functions/work/duplicates/find-duplicates.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit } from "../audit.ts";
import { dossierOf, movedTo, nobody } from "../find-person.ts";
import { answerProblem } from "../problems.ts";
import { body, json, pageQuery, pageRequest, problem, route } from "../route.ts";
import { personSummary } from "../views/person.ts";

/** A page reads both people of each pair. */
const mostPairs = 15;

const list = route({
  method: "get",
  path: "/api/people/duplicates",
  summary: "People who are likely to be in the base twice, the surest first",
  allow: "people:read",
  request: { query: pageQuery.extend({ limit: z.coerce.number().int().min(1).max(mostPairs).default(10) }) },
  responses: {
    200: json(pageOf(duplicatePairSchema), "A page of pairs. It may have fewer than asked for and still a next one."),
    400: problem("The cursor is not one."),
  },
});

const ofOne = route({
  method: "get",
  path: "/api/people/{id}/duplicates",
  summary: "Who is likely to be the same as this person, and why",
  allow: "people:read",
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: {
    200: json(pageOf(lookalikeSchema), "The surest first."),
    308: problem("They were merged into another person: see Location."),
    404: problem("Nobody has this id."),
  },
});

const different = route({
  method: "post",
  path: "/api/people/{id}/different",
  summary: "Say that two people are not the same, so that it is not suggested again; or take that back",
  allow: "people:change",
  request: { params: z.object({ id: z.string().max(100) }), body: body(differentRequestSchema) },
  responses: { 204: { description: "It is remembered." }, 404: problem("Nobody has this id.") },
});

export function duplicateRoutes(app: ApiApp, context: ApiContext): void {
  const { workshop } = context;
  const { definitions, runtime, stores } = workshop;

  app.openapi(list, async (c) => {
    const page = await lookalikes(workshop, pageRequest(c.req.valid("query")));
    const { scoring } = await definitions.judging();
    const now = runtime.now();
    const items = page.items.map(({ one, other, likeness }) => ({
      ...likenessView(likeness),
      one: personSummary(one, scoring, now),
      other: personSummary(other, scoring, now),
      suggested: suggestKept(one, other),
    }));
    return c.json({ items, next: page.next ?? null }, 200);
  });

  app.openapi(ofOne, async (c) => {
    const { id } = c.req.valid("param");
    const dossier = await dossierOf(workshop, id);
    if (dossier === undefined) return nobody(c);
    if (dossier.person.id !== id) return movedTo(c, id, dossier);
    const { scoring } = await definitions.judging();
    const now = runtime.now();
    const found = await lookalikesOf(workshop, dossier.person.id);
    const items = found.map(({ other, likeness }) => ({ ...likenessView(likeness), person: personSummary(other, scoring, now) }));
    return c.json({ items, next: null }, 200);
  });

  app.openapi(different, async (c) => {
    const { id } = c.req.valid("param");
    const asked = c.req.valid("json");
    const [one, other] = await Promise.all([dossierOf(workshop, id), dossierOf(workshop, asked.other)]);
    if (one === undefined) return nobody(c);
    if (other === undefined || other.person.id === one.person.id) {
      const remedy = "Look them up: GET /api/people?q=…";
      return answerProblem(c, 404, "not-found", { detail: "Nobody else in the base has the other id.", field: "other", remedy });
    }
    const { kinds, confidence } = likenessOf(one.person, other.person) ?? { kinds: [], confidence: 0 };
    const pair = { one: one.person.id, other: other.person.id, kinds: [...kinds], confidence, at: runtime.now() };
    if (asked.different) await stores.duplicates.put({ ...pair, state: "different", by: c.get("caller").name });
    else if (kinds.length === 0) await stores.duplicates.forget(pair.one, pair.other);
    else await stores.duplicates.put({ ...pair, state: "suggested" });
    const action = asked.different ? "person.different" : "person.different-taken-back";
    await audit(c, context, { action, subject: { kind: "person", id: one.person.id }, to: { other: other.person.id } });
    return c.body(null, 204);
  });
}

function likenessView({ kinds, confidence }: Likeness) {
  return { confidence, reasons: kinds.map((kind) => ({ kind, text: likenessTexts[kind] })) };
}
