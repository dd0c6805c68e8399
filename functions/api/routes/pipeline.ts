import { pipelineSchema } from "#contract/people.ts";
import { balanceSpan } from "#core/insight/count-balance.ts";
import { balances } from "#core/insight/count.ts";
import { pipelineOf } from "#core/insight/pipeline.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { json, route } from "../route.ts";
import { isoOrNull } from "../views/instants.ts";

const pipeline = route({
  method: "get",
  path: "/api/pipeline",
  summary: "How many people stand in each stage, what they are worth, and since when the first of them does",
  allow: "people:read",
  responses: { 200: json(pipelineSchema, "The six stages in their order, and `lost`. Who they are: GET /api/people?stage=…") },
});

export function pipelineRoutes(app: ApiApp, { workshop }: ApiContext): void {
  const { counters, people } = workshop.stores;

  app.openapi(pipeline, async (c) => {
    const balance = pipelineOf(await counters.rows(balances, balanceSpan));
    const stages = await Promise.all(
      balance.map(async ({ stage, count, value }) => {
        const [oldest] = (await people.listed({ by: "stage", stage }, { limit: 1 })).items;
        return { stage, count, value: [...value], oldestSince: isoOrNull(oldest?.stageSince) };
      }),
    );
    return c.json({ stages }, 200);
  });
}
