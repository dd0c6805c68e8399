import * as z from "zod";
import { mergedSchema, mergePreviewSchema, mergeQuerySchema, mergeRequestSchema, unmergedSchema } from "#contract/merges.ts";
import { isId, type PersonId } from "#core/id/id.ts";
import { mostMerged, undoable } from "#core/merge/merged.ts";
import type { Dossier } from "#core/ports/person-store.ts";
import { toIso } from "#core/time/instant.ts";
import { type MergeRefusal, mergePerson, unmergePerson } from "#functions/work/merge/begin-merge.ts";
import { previewMerge } from "#functions/work/merge/preview-merge.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit } from "../audit.ts";
import { dossierOf, nobody } from "../find-person.ts";
import { answerProblem } from "../problems.ts";
import { type ApiRequest, body, json, problem, route } from "../route.ts";
import { personDetail } from "../views/person.ts";
import { bilingual } from "../views/texts.ts";

const params = z.object({ id: z.string().max(100) });
const cannot = problem("They cannot be merged.");

const preview = route({
  method: "get",
  path: "/api/people/{id}/merge",
  summary: "What merging another person into this one would make of them; nothing is changed",
  allow: "people:read",
  request: { params, query: mergeQuerySchema },
  responses: { 200: json(mergePreviewSchema, "Both, and the person there would be."), 404: problem("Nobody has this id."), 409: cannot },
});

const merge = route({
  method: "post",
  path: "/api/people/{id}/merge",
  summary: "Merge another person into this one; it can be undone for 30 days",
  allow: "people:change",
  request: { params, body: body(mergeRequestSchema) },
  responses: { 200: json(mergedSchema, "The person who stays."), 404: problem("Nobody has this id."), 409: cannot },
});

const unmerge = route({
  method: "post",
  path: "/api/people/{id}/unmerge",
  summary: "Undo the latest merge of this person",
  allow: "people:change",
  request: { params },
  responses: {
    200: json(unmergedSchema, "Both, as they are now."),
    404: problem("Nobody has this id."),
    409: problem("There is nothing to undo, or it can no longer be undone."),
  },
});

export function mergeRoutes(app: ApiApp, context: ApiContext): void {
  const { workshop } = context;
  const { definitions, runtime } = workshop;

  const detailOf = async (dossier: Dossier) => {
    const [judging, sequences] = await Promise.all([definitions.judging(), definitions.sequences()]);
    return personDetail(dossier, judging, sequences, runtime.now());
  };

  app.openapi(preview, async (c) => {
    const { other, address } = c.req.valid("query");
    const ids = idsOf(c.req.valid("param").id, other);
    if (ids === undefined) return nobody(c);
    const dry = await previewMerge(workshop, { ...ids, address });
    if ("why" in dry) return refused(c, dry.why);
    const sequences = await definitions.sequences();
    const nameOf = (sequence: string) => bilingual(sequences.find(({ name }) => name === sequence)?.artefact.name, sequence);
    const [kept, theirs, merged] = await Promise.all([dry.kept, dry.other, dry.merged].map(detailOf));
    if (kept === undefined || theirs === undefined || merged === undefined) return nobody(c);
    const runs = dry.runs.map(({ run: { sequence }, whose, becomes }) => ({ sequence, name: nameOf(sequence), whose, becomes }));
    return c.json({ kept, other: theirs, merged, suggested: dry.suggested, runs }, 200);
  });

  app.openapi(merge, async (c) => {
    const { other, address } = c.req.valid("json");
    const ids = idsOf(c.req.valid("param").id, other);
    if (ids === undefined) return nobody(c);
    const merged = await mergePerson(workshop, { ...ids, address, by: c.get("caller").name });
    if (merged.kind === "refused") return refused(c, merged.why);
    const { id } = merged.person;
    await audit(c, context, { action: "person.merged", subject: { kind: "person", id }, from: { other }, to: { address } });
    const dossier = await dossierOf(workshop, id);
    if (dossier === undefined) return nobody(c);
    const until = undoable(dossier.person, runtime.now())?.until ?? runtime.now();
    return c.json({ person: await detailOf(dossier), undoUntil: toIso(until) }, 200);
  });

  app.openapi(unmerge, async (c) => {
    const { id } = c.req.valid("param");
    const parted = isId("person", id) ? await unmergePerson(workshop, id, c.get("caller").name) : undefined;
    if (parted === undefined) return nobody(c);
    if (parted.kind === "refused") return refused(c, parted.why);
    const otherId = parted.merge?.other ?? "";
    await audit(c, context, { action: "person.unmerged", subject: { kind: "person", id: parted.person.id }, to: { other: otherId } });
    const [kept, other] = await Promise.all([dossierOf(workshop, parted.person.id), dossierOf(workshop, otherId)]);
    if (kept === undefined || other === undefined) return nobody(c);
    return c.json({ person: await detailOf(kept), other: await detailOf(other) }, 200);
  });
}

function idsOf(kept: string, other: string): { readonly kept: PersonId; readonly other: PersonId } | undefined {
  return isId("person", kept) && isId("person", other) ? { kept, other } : undefined;
}

const refusals = {
  same: ["Both are the same person.", "Choose somebody else."],
  "too-many": [`One person can stand for ${mostMerged} others at most.`, "Undo an earlier merge, or keep them apart."],
  busy: ["Somebody is merging one of the two just now.", "Try again in a moment."],
  "nothing-to-undo": [
    "There is no merge of theirs that can be undone.",
    "A merge can be undone for 30 days, the latest first; where they were merged into somebody themselves, undo that first.",
  ],
} as const satisfies Partial<Record<MergeRefusal, readonly [string, string]>>;

function refused(c: ApiRequest, why: MergeRefusal): never {
  if (why === "unknown") return nobody(c);
  if (why === "unknown-other") {
    const remedy = "Look them up: GET /api/people?q=…";
    return answerProblem(c, 404, "not-found", { detail: "Nobody in the base has the other id.", field: "other", remedy }) as never;
  }
  const [detail, remedy] = refusals[why];
  return answerProblem(c, 409, "conflict", { detail, field: why === "nothing-to-undo" ? "id" : "other", remedy }) as never;
}
