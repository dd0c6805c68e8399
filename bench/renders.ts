import type { Email } from "#core/email/email.ts";
import { createRenderer } from "#core/email/render-email.ts";
import { scopeOf } from "#core/email/scope.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import type { Settings } from "#core/settings/settings.ts";
import { type Benchmark, timed } from "./bench.ts";
import { exampleArtefact } from "./examples.ts";
import { aPerson } from "./people.ts";

const mails = 10_000;

/** Whole mails (subject, preheader, HTML, text) of the example, for people who differ. */
export const renders: Benchmark = {
  name: "renders",
  run: async () => {
    const email = await exampleArtefact<Email>("email", "demo-3-atelier");
    const settings = await exampleArtefact<Settings>("settings");
    const declared = Object.keys(await exampleArtefact<Readonly<Record<string, AttributeDeclaration>>>("person"));
    const renderer = createRenderer();
    const scopes = Array.from({ length: 1_000 }, (_, index) =>
      scopeOf({
        person: aPerson(index),
        declared,
        settings,
        formToken: "token",
        unsubscribeUrl: `https://relance.example/u/${index}`,
        values: {},
      }),
    );
    const ms = await timed(5, () => {
      for (let index = 0; index < mails; index++) {
        const scope = scopes[index % scopes.length];
        if (scope !== undefined) renderer.renderEmail({ email, emailVersion: 1, locale: "fr", languages: settings.languages, scope });
      }
    });
    return [{ name: "mails rendered a second", value: (mails / ms) * 1000, unit: "/s", target: { atLeast: 5_000 } }];
  },
};
