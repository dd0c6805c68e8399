import { pageOf } from "#contract/api.ts";
import { attributeFieldSchema, attributeUsesSchema } from "#contract/people.ts";
import { usesOfAttribute } from "#core/definition/attribute-uses.ts";
import { personFileSchema } from "#core/definition/compile-person.ts";
import { definitionKinds } from "#core/definition/definition.ts";
import { mapped } from "#core/source/mapping.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { json, route } from "../route.ts";
import { bilingual } from "../views/texts.ts";

const list = route({
  method: "get",
  path: "/api/attributes",
  summary: "What may be known of a person, as person.yaml declares it",
  allow: "people:read",
  responses: { 200: json(pageOf(attributeFieldSchema), "Every attribute, in the order of the file.") },
});

const uses = route({
  method: "get",
  path: "/api/attributes/uses",
  summary: "Where each attribute is used: conditions, e-mails, forms, sequences, and sources that fill it",
  allow: "definitions:read",
  responses: { 200: json(pageOf(attributeUsesSchema), "Every attribute, in the order of the file.") },
});

export function attributeRoutes(app: ApiApp, { workshop }: ApiContext): void {
  app.openapi(list, async (c) => {
    // As it is in force now, and not a moment ago: whoever has just published an attribute looks for it.
    const [inForce] = await workshop.stores.definitions.current("person");
    const declarations = personFileSchema.safeParse(inForce?.artefact).data ?? {};
    const items = Object.entries(declarations).map(([name, { type, label, choices = [] }]) => ({
      name,
      type,
      label: bilingual(label, name),
      choices: choices.map((choice) => ({ value: choice.value, label: bilingual(choice.label, choice.value) })),
    }));
    return c.json({ items, next: null }, 200);
  });

  app.openapi(uses, async (c) => {
    const { stores } = workshop;
    const [sources, ...kinds] = await Promise.all([
      stores.sources.list(),
      ...definitionKinds.map((kind) => stores.definitions.current(kind)),
    ]);
    const definitions = kinds.flat();
    const declarations = personFileSchema.safeParse(definitions.find(({ kind }) => kind === "person")?.artefact).data ?? {};
    const items = Object.keys(declarations).map((name) => ({
      name,
      definitions: [...usesOfAttribute(name, definitions)],
      sources: sources.filter(({ mapping }) => mapped(mapping, name) !== undefined).map((source) => ({ id: source.id, name: source.name })),
    }));
    return c.json({ items, next: null }, 200);
  });
}
