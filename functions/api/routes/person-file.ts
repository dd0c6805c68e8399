import * as z from "zod";
import { personDetailSchema, timelineItemSchema, type TimelineItemView } from "#contract/api.ts";
import { reasonRequestSchema } from "#contract/people.ts";
import { submissionViewSchema } from "#contract/sources.ts";
import { newId } from "#core/id/id.ts";
import { everyIdOf } from "#core/merge/merged.ts";
import { toIso } from "#core/time/instant.ts";
import { addressesOf, erasePerson, keptApartOf, timelineOf } from "#functions/work/erase-person.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit } from "../audit.ts";
import { dossierOf, nobody } from "../find-person.ts";
import { body, json, problem, route } from "../route.ts";
import { personDetail } from "../views/person.ts";
import { submissionView } from "../views/submission.ts";
import { timelineItem } from "../views/timeline.ts";

const fileSchema = z.object({
  exportedAt: z.iso.datetime(),
  person: personDetailSchema,
  timeline: z.array(timelineItemSchema).describe("newest first, with every mail they were sent"),
  keptApart: z
    .array(submissionViewSchema)
    .describe("arrivals with their address that were not taken in: quarantined, discarded, or given up"),
});

const file = route({
  method: "get",
  path: "/api/people/{id}/file",
  summary: "All that is known of one person, to be given to them (GDPR, articles 15 and 20)",
  allow: "people:export",
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: {
    200: json(fileSchema, "The person, their consents, their runs, their whole timeline, and what was kept apart."),
    404: problem("Nobody has this id."),
  },
});

const erase = route({
  method: "post",
  path: "/api/people/{id}/erase",
  summary: "Erase a person, for good; an address that must not be written to stays known by its hash alone",
  allow: "people:erase",
  request: { params: z.object({ id: z.string().max(100) }), body: body(reasonRequestSchema) },
  responses: { 204: { description: "Nothing is known of them any more." }, 404: problem("Nobody has this id.") },
});

export function personFileRoutes(app: ApiApp, context: ApiContext): void {
  const { workshop } = context;
  const { definitions, runtime } = workshop;

  app.openapi(file, async (c) => {
    const dossier = await dossierOf(workshop, c.req.valid("param").id);
    if (dossier === undefined) return nobody(c);
    const [judging, sequences] = await Promise.all([definitions.judging(), definitions.sequences()]);
    const timeline: TimelineItemView[] = [];
    for await (const item of timelineOf(workshop, everyIdOf(dossier.person))) timeline.push(timelineItem(item));
    const apart = (await Promise.all(addressesOf(dossier.person).map((hash) => keptApartOf(workshop, hash)))).flat();
    const now = runtime.now();
    c.header("Content-Disposition", `attachment; filename="${dossier.person.id}.json"`);
    const person = personDetail(dossier, judging, sequences, now);
    return c.json({ exportedAt: toIso(now), person, timeline, keptApart: apart.map(submissionView) }, 200);
  });

  app.openapi(erase, async (c) => {
    const { id } = c.req.valid("param");
    const dossier = await dossierOf(workshop, id);
    if (dossier === undefined) return nobody(c);
    await erasePerson(workshop, dossier, newId("event", runtime.now(), runtime.random(10)));
    const { reason } = c.req.valid("json");
    await audit(c, context, { action: "person.erased", subject: { kind: "person", id }, reason });
    return c.body(null, 204);
  });
}
