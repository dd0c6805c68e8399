import { pageOf } from "#contract/api.ts";
import { jobViewSchema } from "#contract/people.ts";
import {
  arrivalsSchema,
  replayAllSchema,
  setupSchema,
  sourceKindViewSchema,
  triedAllSchema,
  type Tried,
  tryMappingSchema,
} from "#contract/sources.ts";
import { isId, newId } from "#core/id/id.ts";
import { type Job, newJob } from "#core/job/job.ts";
import { addressOf } from "#core/source/address-of.ts";
import { mappingProblem } from "#core/source/create-source.ts";
import type { SourceKindName } from "#core/source/kinds/kind-names.ts";
import { kindOf, sourceKinds } from "#core/source/kinds/registry.ts";
import type { SourceKind, Texts } from "#core/source/kind.ts";
import type { ReadPart } from "#core/source/read-part.ts";
import { readDelivery } from "#core/source/read-delivery.ts";
import type { Source } from "#core/source/source.ts";
import { masked } from "#core/submission/kept-delivery.ts";
import { toIso } from "#core/time/instant.ts";
import { keptBody } from "#functions/http/keep-delivery.ts";
import { passOnJob } from "#functions/work/pass-on-job.ts";
import { performJob } from "#functions/work/perform-job.ts";
import { type Came, decodeDelivery } from "#functions/work/read-kept.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit, changesNothing } from "../audit.ts";
import { findSource, unknownSource } from "../find-source.ts";
import { answerProblem } from "../problems.ts";
import { body, json, problem, route } from "../route.ts";
import { jobView } from "../views/job.ts";
import { pulseView } from "../views/source.ts";
import { fieldsOf, submissionView } from "../views/submission.ts";
import { sourceParams } from "./sources.ts";

/** Arrivals shown to whoever waits for the first. */
const recent = 5;

const kinds = route({
  method: "get",
  path: "/api/source-kinds",
  summary: "The tools people can be sent from",
  allow: "sources:read",
  responses: { 200: json(pageOf(sourceKindViewSchema), "All of them.") },
});

const setup = route({
  method: "get",
  path: "/api/sources/{id}/setup",
  summary: "What to do in the tool a source is for, with the source’s own address",
  allow: "sources:manage",
  request: { params: sourceParams },
  responses: { 200: json(setupSchema, "The steps."), 404: problem("No source has this id.") },
});

const arrivals = route({
  method: "get",
  path: "/api/sources/{id}/arrivals",
  summary: "Since when a source is waited for, what has arrived, and how it was read; cheap to ask again and again",
  allow: "sources:read",
  request: { params: sourceParams },
  responses: { 200: json(arrivalsSchema, "The latest arrivals."), 404: problem("No source has this id.") },
});

const tryMapping = route({
  method: "post",
  path: "/api/sources/{id}/try",
  summary: "Read an arrival, or a body pasted, by a mapping: nothing is stored",
  allow: "sources:manage",
  request: { params: sourceParams, body: body(tryMappingSchema) },
  responses: {
    200: json(triedAllSchema, "What would be read, or what is the matter with it."),
    400: problem("The mapping cannot work, or there is nothing to read."),
    404: problem("No source, or no submission, has this id."),
  },
});

const replayAll = route({
  method: "post",
  path: "/api/sources/{id}/replay",
  summary: "Read everything in a source’s quarantine once more",
  allow: "work:retry",
  request: { params: sourceParams, body: body(replayAllSchema) },
  responses: {
    202: json(jobViewSchema, "The job: what could be done at once is done, the rest goes on by itself."),
    404: problem("No source has this id."),
  },
});

export function sourceArrivalRoutes(app: ApiApp, context: ApiContext): void {
  const { workshop } = context;
  const { stores, runtime, publicUrl } = workshop;

  app.openapi(kinds, async (c) => c.json({ items: sourceKinds.map(kindView), next: null }, 200));

  app.openapi(setup, async (c) => {
    const source = await findSource(stores.sources, c.req.valid("param").id);
    if (source === undefined) return unknownSource(c) as never;
    return c.json(setupOf(source, publicUrl), 200);
  });

  app.openapi(arrivals, async (c) => {
    const source = await findSource(stores.sources, c.req.valid("param").id);
    if (source === undefined) return unknownSource(c) as never;
    const key = `hook:${source.id}`;
    const [pulse, page] = await Promise.all([stores.pulses.read(source.id), stores.submissions.page({ source: key }, { limit: recent })]);
    const held = pulse?.beats.quarantined === undefined ? 0 : await stores.submissions.count(key, "quarantined");
    const now = runtime.now();
    const view = { ...pulseView(source, pulse, held, now), since: toIso(source.createdAt), now: toIso(now) };
    return c.json({ ...view, recent: page.items.map(submissionView) }, 200);
  });

  app.openapi(tryMapping, async (c) => {
    const source = await findSource(stores.sources, c.req.valid("param").id);
    if (source === undefined) return unknownSource(c) as never;
    const { submission, payload, contentType, mapping } = c.req.valid("json");
    const { mapping: standing, ...rest } = source;
    const tried = mapping === undefined ? standing : (mapping ?? undefined);
    const wrong = tried === undefined ? undefined : mappingProblem(source.kind, tried);
    if (wrong !== undefined) {
      return answerProblem(c, 400, "invalid-request", { detail: wrong.problem, field: wrong.field, remedy: wrong.remedy }) as never;
    }
    const came = payload === undefined ? await keptOf(source, submission) : pasted(payload, contentType, runtime.now());
    if (came === undefined) {
      const remedy = "Give the id of a submission of this source that was kept whole, or paste a `payload`.";
      return answerProblem(c, 404, "not-found", { detail: "There is no body to read.", field: "submission", remedy }) as never;
    }
    changesNothing(c);
    const decoded = await decodeDelivery(came);
    if (decoded.kind === "none") return c.json({ parts: [triedOf(decoded.read)], fields: [] }, 200);
    const parts = readDelivery({ ...rest, ...(tried === undefined ? {} : { mapping: tried }) }, decoded.delivery);
    return c.json({ parts: parts.map(triedOf), fields: fieldsOf(source, decoded.delivery) }, 200);
  });

  app.openapi(replayAll, async (c) => {
    const source = await findSource(stores.sources, c.req.valid("param").id);
    if (source === undefined) return unknownSource(c) as never;
    const { status } = c.req.valid("json");
    const now = runtime.now();
    const job: Job = {
      ...newJob(newId("job", now, runtime.random(10)), c.get("caller").name, now),
      kind: "replay",
      source: `hook:${source.id}`,
      status,
    };
    await stores.jobs.create(job);
    await audit(c, context, { action: "source.replayed", subject: { kind: "source", id: source.id }, to: { status, job: job.id } });
    await performJob(workshop, job.id);
    const begun = (await stores.jobs.find(job.id)) ?? job;
    await passOnJob(workshop, "job", begun);
    return c.json(jobView(begun), 202);
  });

  const keptOf = async (source: Source, id: string | undefined): Promise<Came | undefined> => {
    const own = id !== undefined && isId("submission", id) ? await stores.submissions.delivery(id) : undefined;
    const kept = own?.of !== undefined && isId("submission", own.of) ? await stores.submissions.delivery(own.of) : own;
    const bytes = kept?.kept === "whole" && kept.source === `hook:${source.id}` ? keptBody(kept) : undefined;
    return kept === undefined || bytes === undefined
      ? undefined
      : { headers: kept.headers, query: kept.query, body: bytes, receivedAt: kept.receivedAt };
  };
}

function pasted(payload: string, contentType: string | undefined, now: number): Came {
  const headers = contentType === undefined ? {} : { "content-type": contentType.replace(/;.*$/s, "") };
  return { headers, query: {}, body: new TextEncoder().encode(payload), receivedAt: now };
}

function triedOf(read: ReadPart): Tried {
  switch (read.kind) {
    case "read":
      return { kind: "read", extracted: { ...read.extracted, eventId: read.eventId } };
    case "ignored":
      return { kind: "ignored", because: read.because };
    case "fetch":
      return { kind: "fetch", because: "Only ids came: who it is will be asked of the tool with the source’s access token." };
    case "problem":
      return { kind: "problem", field: read.field, code: read.code, problem: read.problem, remedy: read.remedy };
  }
}

function kindView(kind: SourceKind<SourceKindName>) {
  const { name, family, signatures, secret, accessToken, handshake } = kind;
  return {
    kind: kind.kind,
    name,
    family,
    signs: signatures.length > 0,
    secret: secret ?? null,
    accessToken: accessToken ?? null,
    handshake: handshake !== undefined,
  };
}

function setupOf(source: Source, publicUrl: string) {
  const kind = kindOf(source.kind);
  const url = addressOf(source, publicUrl);
  const token = source.tokens?.[0];
  // The secret itself is never shown again; where there is none, nothing is to be done with it.
  const filled = (text: string): string =>
    text
      .replaceAll("{url}", url)
      .replaceAll("{token}", token ?? "")
      .replaceAll("{secret}", masked);
  const steps = kind.steps.filter(({ en }) => source.secrets.length > 0 || !en.includes("{secret}"));
  return {
    steps: steps.map(({ en, fr }: Texts) => ({ en: filled(en), fr: filled(fr) })),
    script: kind.script?.(url) ?? null,
    verifyToken: kind.handshake === "hub-challenge" ? (token ?? null) : null,
  };
}
