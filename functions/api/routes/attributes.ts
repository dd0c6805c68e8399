import { pageOf } from "#contract/api.ts";
import { attributeFieldSchema } from "#contract/people.ts";
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

export function attributeRoutes(app: ApiApp, { workshop }: ApiContext): void {
  app.openapi(list, async (c) => {
    const { declarations } = await workshop.definitions.judging();
    const items = Object.entries(declarations).map(([name, { type, label, choices = [] }]) => ({
      name,
      type,
      label: bilingual(label, name),
      choices: choices.map((choice) => ({ value: choice.value, label: bilingual(choice.label, choice.value) })),
    }));
    return c.json({ items, next: null }, 200);
  });
}
