import * as z from "zod";
import { pageOf, sourceRequestSchema, sourceViewSchema } from "#contract/api.ts";
import { pulseViewSchema, sourceChangeSchema } from "#contract/sources.ts";
import { newId } from "#core/id/id.ts";
import { toBase64Url } from "#core/secret/base64.ts";
import type { DoubleOptIn } from "#core/consent/double-opt-in.ts";
import { changeSource, createSource } from "#core/source/create-source.ts";
import { givenBy } from "#core/source/given.ts";
import type { Source } from "#core/source/source.ts";
import type { SourceProblem } from "#core/source/source-problem.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit } from "../audit.ts";
import { findSource, staleSource, storeChange, unknownSource } from "../find-source.ts";
import { answerProblem } from "../problems.ts";
import { type ApiRequest, body, json, problem, route } from "../route.ts";
import { pulseView, sourceView } from "../views/source.ts";

/** Sources are read whole: this many are a handful of read units. */
const mostSources = 100;
const tokenBytes = 18;

export const sourceParams = z.object({ id: z.string().max(100) });
const listed = sourceViewSchema.extend({ pulse: pulseViewSchema });

const create = route({
  method: "post",
  path: "/api/sources",
  summary: "Wire up a sender of webhooks: answers the address to give it",
  allow: "sources:manage",
  request: { body: body(sourceRequestSchema) },
  responses: {
    201: json(sourceViewSchema, "The source, with the `url` to deliver to."),
    400: problem("The request or its mapping is not valid."),
    409: problem("There are too many."),
  },
});

const list = route({
  method: "get",
  path: "/api/sources",
  summary: "The senders of webhooks, and how each of them is",
  allow: "sources:read",
  responses: { 200: json(pageOf(listed), "All sources. Secrets are never shown again.") },
});

const one = route({
  method: "get",
  path: "/api/sources/{id}",
  summary: "One sender of webhooks",
  allow: "sources:read",
  request: { params: sourceParams },
  responses: { 200: json(sourceViewSchema, "The source; its entity tag is its `rev`."), 404: problem("No source has this id.") },
});

const change = route({
  method: "patch",
  path: "/api/sources/{id}",
  summary: "Change how a source is read, what its people are given, or whether it takes anything",
  allow: "sources:manage",
  request: { params: sourceParams, body: body(sourceChangeSchema) },
  responses: {
    200: json(sourceViewSchema, "The source as it is now. What had been taken in stays as it was read: replay it."),
    400: problem("The change or its mapping is not valid."),
    404: problem("No source has this id."),
    412: problem("Somebody changed it meanwhile."),
  },
});

const remove = route({
  method: "delete",
  path: "/api/sources/{id}",
  summary: "Delete a source: its address takes nothing more; what came through it stays",
  allow: "sources:manage",
  request: { params: sourceParams },
  responses: {
    204: { description: "Deliveries to its address are refused." },
    404: problem("No source has this id."),
    412: problem("Somebody changed it meanwhile."),
  },
});

export function sourceRoutes(app: ApiApp, context: ApiContext): void {
  const { stores, runtime, publicUrl } = context.workshop;
  const view = (source: Source) => sourceView(source, publicUrl, runtime.now());

  app.openapi(create, async (c) => {
    const now = runtime.now();
    const token = toBase64Url(runtime.random(tokenBytes));
    const wanted = c.req.valid("json");
    const missing = await missingEmail(context, wanted.doubleOptIn);
    if (missing !== undefined) return refusedSource(c, missing) as never;
    const created = createSource(wanted, newId("source", now, runtime.random(10)), now, token);
    if (created.kind === "problem") return refusedSource(c, created) as never;
    if ((await stores.sources.list()).filter(({ deletedAt }) => deletedAt === undefined).length >= mostSources) {
      const remedy = "Delete those nobody needs.";
      return answerProblem(c, 409, "conflict", { detail: `There are ${mostSources} sources already.`, remedy }) as never;
    }
    await stores.sources.create(created.source);
    const { id, kind } = created.source;
    await audit(c, context, { action: "source.made", subject: { kind: "source", id }, to: { kind, ...told(created.source) } });
    return c.json(view(created.source), 201);
  });

  app.openapi(list, async (c) => {
    const [sources, pulses] = await Promise.all([stores.sources.list(), stores.pulses.list()]);
    const bySource = new Map(pulses.map((pulse) => [pulse.source, pulse]));
    const items = await Promise.all(
      sources
        .filter(({ deletedAt }) => deletedAt === undefined)
        .map(async (source) => {
          const pulse = bySource.get(source.id);
          const held = pulse?.beats.quarantined === undefined ? 0 : await stores.submissions.count(`hook:${source.id}`, "quarantined");
          return { ...view(source), pulse: pulseView(source, pulse, held, runtime.now()) };
        }),
    );
    return c.json({ items, next: null }, 200);
  });

  app.openapi(one, async (c) => {
    const source = await findSource(stores.sources, c.req.valid("param").id);
    if (source === undefined) return unknownSource(c) as never;
    c.header("ETag", `"${source.rev ?? 1}"`);
    return c.json(view(source), 200);
  });

  app.openapi(change, async (c) => {
    const before = await findSource(stores.sources, c.req.valid("param").id);
    if (before === undefined) return unknownSource(c) as never;
    const { enabled, ...asked } = c.req.valid("json");
    const missing = await missingEmail(context, asked.doubleOptIn);
    if (missing !== undefined) return refusedSource(c, missing) as never;
    const changed = changeSource(before, asked);
    if (changed.kind === "problem") return refusedSource(c, changed) as never;
    const after = enabled === undefined ? changed.source : switched(changed.source, enabled, runtime.now());
    const stored = await storeChange(c, context, before, after, {
      action: enabled === undefined ? "source.changed" : enabled ? "source.enabled" : "source.disabled",
      from: told(before),
      to: told(after),
    });
    if (stored.kind === "stale") return staleSource(c) as never;
    c.header("ETag", `"${stored.source.rev ?? 1}"`);
    return c.json(view(stored.source), 200);
  });

  app.openapi(remove, async (c) => {
    const before = await findSource(stores.sources, c.req.valid("param").id);
    if (before === undefined) return unknownSource(c);
    const { accessToken: _, tokens: __, retiringTokens: ___, ...rest } = before;
    const after: Source = { ...rest, secrets: [], retiring: [], deletedAt: runtime.now() };
    const stored = await storeChange(c, context, before, after, { action: "source.deleted", from: told(before) });
    return stored.kind === "stale" ? staleSource(c) : c.body(null, 204);
  });
}

/** The e-mail that is to ask must be published, and be made to ask; where none is named, Relance has one of its own. */
async function missingEmail({ workshop }: ApiContext, rule: DoubleOptIn | null | undefined): Promise<SourceProblem | undefined> {
  if (rule?.remindAfterDays !== undefined && rule.remindAfterDays >= rule.validDays) {
    const problem = "The reminder would come when the link no longer works.";
    return { field: "doubleOptIn.remindAfterDays", problem, remedy: `Remind after fewer days than ${rule.validDays}.` };
  }
  if (rule?.email === undefined) return undefined;
  const published = await workshop.definitions.email(rule.email);
  if (published?.artefact.purpose === "confirmation") return undefined;
  const problem = published === undefined ? `No e-mail is called ${rule.email}.` : `The e-mail ${rule.email} is not made to ask.`;
  return { field: "doubleOptIn.email", problem, remedy: "Publish one with purpose: confirmation, or leave it out." };
}

function switched(source: Source, enabled: boolean, now: number): Source {
  const { disabledAt, ...rest } = source;
  return enabled ? rest : { ...rest, disabledAt: disabledAt ?? now };
}

/** What the log tells of a source: nothing that opens anything. */
function told(source: Source) {
  const { name, mapping, basis, doubleOptIn, disabledAt } = source;
  return { name, mapping: mapping ?? null, basis, doubleOptIn: doubleOptIn ?? null, ...givenBy(source), enabled: disabledAt === undefined };
}

function refusedSource(c: ApiRequest, { field, problem: detail, remedy }: SourceProblem) {
  return answerProblem(c, 400, "invalid-request", { detail, field, remedy });
}
