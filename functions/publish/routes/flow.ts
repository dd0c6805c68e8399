import type { ApiApp } from "#functions/api/api-app.ts";
import { answerProblem } from "#functions/api/problems.ts";
import { definitionPaths } from "#functions/api/routes/definitions.ts";
import type { PublishContext } from "../app.ts";
import { flowView } from "../flow-view.ts";
import { readStepCounts } from "../step-counts.ts";

export function flowRoutes(app: ApiApp, { workshop }: PublishContext): void {
  const { stores, definitions } = workshop;

  app.openapi(definitionPaths.flow, async (c) => {
    const { name } = c.req.valid("param");
    const [sequences, emails] = await Promise.all([stores.definitions.current("sequence"), stores.definitions.current("email")]);
    const published = sequences.find((sequence) => sequence.name === name);
    if (published === undefined) {
      const remedy = "See GET /api/definitions?kind=sequence.";
      return answerProblem(c, 404, "not-found", { detail: "No sequence of this name is published.", field: "name", remedy }) as never;
    }
    const [settings, { declarations }] = await Promise.all([definitions.settings(), definitions.judging()]);
    const view = flowView(published, emails, { settings, declarations });
    const counts = await readStepCounts(stores, name, published.version);
    return c.json({ ...view, steps: view.steps.map((step) => ({ ...step, counts: counts.get(step.id) ?? null })) }, 200);
  });
}
