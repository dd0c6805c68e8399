import * as z from "zod";
import { sourceViewSchema } from "#contract/api.ts";
import { rotateAddressSchema, rotateSecretSchema } from "#contract/sources.ts";
import { isSigned } from "#core/source/address-of.ts";
import { toBase64, toBase64Url } from "#core/secret/base64.ts";
import { mostSecrets, nameOfSecret, removeSecret, rotateSecret, rotateToken } from "#core/source/rotate-secret.ts";
import type { Source } from "#core/source/source.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { findSource, staleSource, storeChange, unknownSource } from "../find-source.ts";
import { answerProblem } from "../problems.ts";
import { body, json, problem, route } from "../route.ts";
import { sourceView } from "../views/source.ts";
import { sourceParams } from "./sources.ts";

const secretBytes = 24;
const tokenBytes = 18;

const rotate = route({
  method: "post",
  path: "/api/sources/{id}/secrets",
  summary: "Give a source a new secret; what stood stays valid for as long as is asked",
  allow: "sources:manage",
  request: { params: sourceParams, body: body(rotateSecretSchema) },
  responses: {
    201: json(
      sourceViewSchema.extend({ secret: z.string().nullable() }),
      "The source; `secret` is the one that was made, shown this once.",
    ),
    404: problem("No source has this id."),
    409: problem("It has too many secrets already."),
    412: problem("Somebody changed it meanwhile."),
  },
});

const drop = route({
  method: "delete",
  path: "/api/sources/{id}/secrets/{secret}",
  summary: "Take a secret away, at once: deliveries signed with it are refused",
  allow: "sources:manage",
  request: { params: sourceParams.extend({ secret: z.string().max(100) }) },
  responses: {
    204: { description: "It proves nothing any more." },
    404: problem("No source, or no secret of it, has this id."),
    409: problem("It is the last."),
    412: problem("Somebody changed the source meanwhile."),
  },
});

const address = route({
  method: "post",
  path: "/api/sources/{id}/address",
  summary: "Give a source another address; the old one takes deliveries for as long as is asked",
  allow: "sources:manage",
  request: { params: sourceParams, body: body(rotateAddressSchema) },
  responses: {
    200: json(sourceViewSchema, "The source with its new `url`."),
    404: problem("No source has this id."),
    409: problem("Its address bears no token: its deliveries are signed."),
    412: problem("Somebody changed it meanwhile."),
  },
});

export function sourceSecretRoutes(app: ApiApp, context: ApiContext): void {
  const { stores, runtime, publicUrl } = context.workshop;
  const view = (source: Source) => sourceView(source, publicUrl, runtime.now());

  app.openapi(rotate, async (c) => {
    const before = await findSource(stores.sources, c.req.valid("param").id);
    if (before === undefined) return unknownSource(c) as never;
    const { secret: given, keepDays } = c.req.valid("json");
    const secret = given ?? `whsec_${toBase64(runtime.random(secretBytes))}`;
    const after = rotateSecret(before, secret, keepDays, runtime.now());
    if (after === undefined) {
      const detail = `A source has ${mostSecrets} secrets at most.`;
      return answerProblem(c, 409, "conflict", {
        detail,
        field: "secret",
        remedy: "Remove those that nobody signs with any more.",
      }) as never;
    }
    const to = { secret: nameOfSecret(before, secret), keepDays: keepDays ?? null };
    const stored = await storeChange(c, context, before, after, { action: "source.secret-rotated", to });
    if (stored.kind === "stale") return staleSource(c) as never;
    return c.json({ ...view(stored.source), secret: given === undefined ? secret : null }, 201);
  });

  app.openapi(drop, async (c) => {
    const { id, secret } = c.req.valid("param");
    const before = await findSource(stores.sources, id);
    if (before === undefined) return unknownSource(c);
    const after = removeSecret(before, secret);
    if (after === undefined) {
      const remedy = "See `secrets` of GET /api/sources/{id}.";
      return answerProblem(c, 404, "not-found", { detail: "The source has no secret of this id.", field: "secret", remedy });
    }
    if (after.secrets.length === 0 && after.tokens === undefined) {
      const remedy = "Give the source a new secret first.";
      return answerProblem(c, 409, "conflict", { detail: "Without its last secret, anybody could deliver.", field: "secret", remedy });
    }
    const stored = await storeChange(c, context, before, after, { action: "source.secret-removed", from: { secret } });
    return stored.kind === "stale" ? staleSource(c) : c.body(null, 204);
  });

  app.openapi(address, async (c) => {
    const before = await findSource(stores.sources, c.req.valid("param").id);
    if (before === undefined) return unknownSource(c) as never;
    if (isSigned(before)) {
      const remedy = "Rotate its secret instead.";
      return answerProblem(c, 409, "conflict", { detail: "Its address bears no token: its deliveries are signed.", remedy }) as never;
    }
    const { keepDays } = c.req.valid("json");
    const after = rotateToken(before, toBase64Url(runtime.random(tokenBytes)), keepDays, runtime.now());
    const stored = await storeChange(c, context, before, after, { action: "source.address-rotated", to: { keepDays } });
    return stored.kind === "stale" ? (staleSource(c) as never) : c.json(view(stored.source), 200);
  });
}
