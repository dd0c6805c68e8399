import { publishDefinitions } from "#functions/publish/publish-definitions.ts";
import { readTemplates } from "#functions/publish/read-templates.ts";
import type { TestWorkshop } from "./a-workshop.ts";

const offer = `sequence: offre
name: { fr: Suivi d’offre, en: Offer }
trigger: { on: stage.changed, to: negotiation }
steps:
  - id: premier
    send: { email: demo-2-facture, at-any-hour: true }
  - id: trois-jours
    wait: P3D
  - id: second
    send: { email: demo-3-atelier }
`;

/** Publishes a sequence beside the example's, which begins when somebody comes to the negotiation, once for each person. */
export async function publishOffer(workshop: TestWorkshop): Promise<void> {
  const files = { ...(await readTemplates("templates")), "sequences/offre.yaml": offer };
  const published = await publishDefinitions({ store: workshop.stores.definitions, files, now: workshop.now });
  if (published.kind === "problems") throw new Error(JSON.stringify(published.problems));
  workshop.definitions.forget();
}
