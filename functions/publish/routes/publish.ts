import type { PublishedName } from "../publish-definitions.ts";
import { compileFiles, hashOf, publishDefinitions } from "../publish-definitions.ts";
import { changeDefinition, type Changing, type DefinitionName } from "../change-definition.ts";
import { findDefinition, readInForce, withFiles } from "../published-files.ts";
import { retireDefinition } from "../retire-definition.ts";
import type { PublishContext } from "../app.ts";
import type { Publisher } from "#core/definition/definition.ts";
import type { ApiApp } from "#functions/api/api-app.ts";
import { audit, changesNothing } from "#functions/api/audit.ts";
import { answerProblem } from "#functions/api/problems.ts";
import type { ApiRequest } from "#functions/api/route.ts";
import { definitionPaths } from "#functions/api/routes/definitions.ts";
import { answerFilesInvalid, answerStale } from "../refusals.ts";

export function publishRoutes(app: ApiApp, context: PublishContext): void {
  const { stores, definitions, runtime } = context.workshop;
  const publication = (c: ApiRequest, note: string) => ({ store: stores.definitions, now: runtime.now(), note, by: publisherOf(c) });

  app.openapi(definitionPaths.check, async (c) => {
    const { files } = c.req.valid("json");
    const inForce = await readInForce(stores.definitions);
    const compiled = compileFiles(withFiles(inForce.files, files));
    changesNothing(c);
    if (compiled.kind === "problems") return c.json({ problems: [...compiled.problems], changes: [] }, 200);
    const changes = compiled.definitions.filter(
      (definition) => findDefinition(inForce, definition.kind, definition.name)?.hash !== hashOf(definition),
    );
    return c.json({ problems: [], changes: changes.map(({ kind, name }) => ({ kind, name })) }, 200);
  });

  app.openapi(definitionPaths.publish, async (c) => {
    const { files, note } = c.req.valid("json");
    const changing = await changeDefinition({ ...publication(c, note), ...c.req.valid("param"), files, expected: expectedOf(c) });
    return answerChanging(c, c.req.valid("param"), changing, note) as never;
  });

  app.openapi(definitionPaths.restore, async (c) => {
    const { version, note } = c.req.valid("json");
    const { kind, name } = c.req.valid("param");
    const old = await stores.definitions.version(kind, name, version);
    if (old === undefined) {
      const remedy = "Choose one of its history: GET …/versions.";
      return answerProblem(c, 404, "not-found", { detail: `There is no version ${version} of it.`, field: "version", remedy }) as never;
    }
    const said = note === "" ? `Version ${version} restored` : note;
    const changing = await changeDefinition({ ...publication(c, said), kind, name, files: old.source, expected: expectedOf(c) });
    return answerChanging(c, { kind, name }, changing, said) as never;
  });

  app.openapi(definitionPaths.retire, async (c) => {
    const name = c.req.valid("param");
    const { note } = c.req.valid("json");
    const retiring = await retireDefinition(stores.definitions, name, expectedOf(c));
    switch (retiring.kind) {
      case "none":
        return answerProblem(c, 404, "not-found", { detail: "Nothing of this kind and name is published.", field: "name" });
      case "stale":
        return answerStale(c, retiring.now);
      case "problems":
        return answerFilesInvalid(c, retiring.problems, "It is still needed: it was not retired.");
      case "retired":
        definitions.forget();
        await audit(c, context, {
          action: "definition.retired",
          subject: subjectOf(name),
          from: { version: retiring.version },
          ...(note === "" ? {} : { reason: note }),
        });
        return c.body(null, 204);
    }
  });

  app.openapi(definitionPaths.push, async (c) => {
    const { files, note } = c.req.valid("json");
    const result = await publishDefinitions({ ...publication(c, note), files });
    if (result.kind === "problems") return answerFilesInvalid(c, result.problems) as never;
    definitions.forget();
    for (const published of result.published) await auditPublished(c, published, undefined, note);
    changesNothing(c);
    return c.json({ published: [...result.published] }, 200);
  });

  const auditPublished = async (c: ApiRequest, published: PublishedName, from: number | undefined, note: string): Promise<void> => {
    if (!published.changed) return;
    await audit(c, context, {
      action: "definition.published",
      subject: subjectOf(published),
      from: { version: from ?? published.version - 1 },
      to: { version: published.version },
      ...(note === "" ? {} : { reason: note }),
    });
  };

  const answerChanging = async (c: ApiRequest, name: DefinitionName, changing: Changing, note: string): Promise<Response> => {
    switch (changing.kind) {
      case "problems":
        return answerFilesInvalid(c, changing.problems);
      case "stale":
        return answerStale(c, changing.now);
      case "published":
        definitions.forget();
        await auditPublished(c, changing.published, changing.from?.version ?? 0, note);
        for (const other of changing.also) await auditPublished(c, other, undefined, note);
        changesNothing(c);
        c.header("ETag", `"${changing.published.version}"`);
        return c.json({ ...changing.published, ...name, also: [...changing.also] }, 200);
    }
  };
}

function subjectOf({ kind, name }: DefinitionName): { readonly kind: string; readonly id: string } {
  return { kind, id: name };
}

function publisherOf(c: ApiRequest): Publisher {
  const { kind, id, name } = c.get("caller");
  return { kind, id, name };
}

/** The version the caller's text was made from (RFC 9110, If-Match); `0` is none. */
function expectedOf(c: ApiRequest): number | null | undefined {
  const header = c.req.header("if-match");
  if (header === undefined) return undefined;
  const version = Number(header.replaceAll('"', ""));
  return version === 0 ? null : version;
}
