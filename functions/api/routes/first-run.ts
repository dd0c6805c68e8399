import { firstRunSchema } from "#contract/first-run.ts";
import type { Published } from "#core/definition/definition.ts";
import type { Email } from "#core/email/email.ts";
import { settingsSchema } from "#core/settings/settings.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { json, route } from "../route.ts";

const firstRun = route({
  method: "get",
  path: "/api/first-run",
  summary: "Where a new installation stands: who writes, what is published, whether a mail has been seen, whether anybody is there",
  allow: "settings:read",
  responses: { 200: json(firstRunSchema, "The facts.") },
});

export function firstRunRoutes(app: ApiApp, { workshop }: ApiContext): void {
  const { definitions, audit, people } = workshop.stores;
  app.openapi(firstRun, async (c) => {
    const [settings, emails, forms, sequences, tests, anybody] = await Promise.all([
      definitions.current("settings"),
      definitions.current("email"),
      definitions.current("form"),
      definitions.current("sequence"),
      audit.page({ limit: 1, only: { kind: "test-mail" } }),
      people.listed({ by: "name" }, { limit: 1 }),
    ]);
    return c.json(
      {
        sender: await senderOf(settings[0]),
        emails: emails.flatMap((published) => {
          const { purpose, variants } = published.artefact as Email;
          return purpose === "marketing" ? [{ name: published.name, languages: Object.keys(variants) }] : [];
        }),
        forms: forms.map(({ name }) => name),
        sequences: sequences.map(({ name }) => name),
        tested: tests.items.length > 0,
        people: anybody.items.length > 0,
      },
      200,
    );
  });

  const senderOf = async (published: Published | undefined) => {
    const read = settingsSchema.safeParse(published?.artefact);
    if (!read.success) return null;
    const { company, sender } = read.data;
    const found = await workshop.sender.identity(sender.address.split("@")[1] ?? "").catch(() => undefined);
    const maySend = found === undefined || found.kind === "not-ours" ? null : found.kind === "found" && found.identity.maySend;
    return { company, ...sender, maySend };
  };
}
