import { overviewSchema } from "#contract/api.ts";
import { toIso } from "#core/time/instant.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { json, route } from "../route.ts";

/** Most parked or due items the overview counts: past this it says "at least". */
const counted = 100;

export function overviewRoutes(app: ApiApp, { workshop, local }: ApiContext): void {
  const overview = route({
    method: "get",
    path: "/api/overview",
    summary: "What matters at a glance",
    allow: "signed-in",
    responses: { 200: json(overviewSchema, "The company, the clock and what waits.") },
  });
  app.openapi(overview, async (c) => {
    const { stores, runtime, definitions } = workshop;
    const now = runtime.now();
    const [settings, upcoming, parked, discarded] = await Promise.all([
      // Before anything is published there is no company, and the console must stand all the same.
      definitions.settings().catch(() => undefined),
      stores.due.upcoming({ limit: counted }),
      stores.due.parked({ limit: counted }),
      stores.counters.read("discarded", now),
    ]);
    const dueNow = upcoming.items.filter((item) => item.dueAt <= now).length;
    return c.json({ company: settings?.company ?? "Relance", now: toIso(now), local, dueNow, parked: parked.items.length, discarded }, 200);
  });
}
