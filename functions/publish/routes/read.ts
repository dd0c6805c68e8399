import { definitionKinds, type Published } from "#core/definition/definition.ts";
import type { Email } from "#core/email/email.ts";
import { starterOf } from "#core/definition/starters/starter.ts";
import type { ApiApp } from "#functions/api/api-app.ts";
import { answerProblem } from "#functions/api/problems.ts";
import { pageRequest } from "#functions/api/route.ts";
import { definitionPaths } from "#functions/api/routes/definitions.ts";
import type { PublishContext } from "../app.ts";
import type { SubjectScope } from "../plain-subjects.ts";
import { summaryView, textView, versionView } from "../views.ts";

const notPublished = {
  detail: "Nothing of this kind and name is published.",
  field: "name",
  remedy: "See GET /api/definitions; what is retired still has its versions.",
};

async function subjectScope(definitions: PublishContext["workshop"]["definitions"]): Promise<SubjectScope> {
  const [settings, { declarations }] = await Promise.all([definitions.settings(), definitions.judging()]);
  return { settings, declarations };
}

const isMarketing = (email: Published): boolean => (email as Published<Email>).artefact.purpose === "marketing";

export function readRoutes(app: ApiApp, { workshop }: PublishContext): void {
  const { stores, definitions } = workshop;
  const current = async (kind: (typeof definitionKinds)[number], name: string) =>
    (await stores.definitions.current(kind)).find((definition) => definition.name === name);

  app.openapi(definitionPaths.list, async (c) => {
    const { kind } = c.req.valid("query");
    const kinds = kind === undefined ? definitionKinds : [kind];
    const [found, sequences] = await Promise.all([
      Promise.all(kinds.map((each) => stores.definitions.current(each))),
      definitions.sequences(),
    ]);
    const all = found.flat();
    const subjects = all.some((published) => published.kind === "email") ? await subjectScope(definitions) : undefined;
    return c.json({ items: all.map((published) => summaryView(published, sequences, subjects)), next: null }, 200);
  });

  app.openapi(definitionPaths.one, async (c) => {
    const { kind, name } = c.req.valid("param");
    const published = await current(kind, name);
    if (published === undefined) return answerProblem(c, 404, "not-found", notPublished) as never;
    c.header("ETag", `"${published.version}"`);
    return c.json(textView(published), 200);
  });

  app.openapi(definitionPaths.versions, async (c) => {
    const { kind, name } = c.req.valid("param");
    const [page, inForce] = await Promise.all([
      stores.definitions.versions(kind, name, pageRequest(c.req.valid("query"))),
      current(kind, name),
    ]);
    if (page.items.length === 0) return answerProblem(c, 404, "not-found", notPublished) as never;
    return c.json({ items: page.items.map((published) => versionView(published, inForce?.version)), next: page.next ?? null }, 200);
  });

  app.openapi(definitionPaths.version, async (c) => {
    const { kind, name, version } = c.req.valid("param");
    const published = await stores.definitions.version(kind, name, version);
    if (published === undefined) {
      return answerProblem(c, 404, "not-found", {
        ...notPublished,
        detail: `There is no version ${version} of it.`,
        field: "version",
      }) as never;
    }
    return c.json(textView(published), 200);
  });

  app.openapi(definitionPaths.starter, async (c) => {
    const { kind, name } = c.req.valid("param");
    const [settings, forms, emails] = await Promise.all([definitions.settings(), definitions.forms(), stores.definitions.current("email")]);
    const files = starterOf(kind, name, {
      settings,
      forms: forms.map(({ form }) => form),
      emails: emails.filter(isMarketing).map((email) => email.name),
    });
    if (files !== undefined) return c.json({ files }, 200);
    return answerProblem(c, 400, "invalid-request", {
      detail: `Of ${kind} there is one file, and nobody can do without it.`,
      field: "kind",
      remedy: "New sequences, e-mails and forms can be made.",
    }) as never;
  });
}
