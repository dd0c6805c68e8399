import { createAuthenticate } from "#functions/access/authenticate.ts";
import type { Logger } from "#functions/runtime/logger.ts";
import type { MailWorkshop } from "#functions/work/workshop.ts";
import { type ApiApp, createApiApp, describeApi } from "./api-app.ts";
import { auditRoutes } from "./routes/audit.ts";
import { dueRoutes } from "./routes/due.ts";
import { keyRoutes } from "./routes/keys.ts";
import { meRoutes } from "./routes/me.ts";
import { overviewRoutes } from "./routes/overview.ts";
import { parkedRoutes } from "./routes/parked.ts";
import { peopleRoutes } from "./routes/people.ts";
import { sourceRoutes } from "./routes/sources.ts";

export interface ApiOptions {
  readonly log: Logger;
  /** Whether this is the local runtime, with its mailbox and clock. */
  readonly local: boolean;
}

/** What every route stands on. */
export interface ApiContext extends ApiOptions {
  readonly workshop: MailWorkshop;
}

/** Every group of routes. A group is added here and nowhere else. */
const groups: readonly ((app: ApiApp, context: ApiContext) => void)[] = [
  meRoutes,
  overviewRoutes,
  peopleRoutes,
  dueRoutes,
  parkedRoutes,
  sourceRoutes,
  keyRoutes,
  auditRoutes,
];

/** The API as one Hono app: the same in Lambda and on a laptop. Every route is described by the contract's schemas. */
export function createApi(workshop: MailWorkshop, options: ApiOptions): ApiApp {
  const { stores, runtime } = workshop;
  const app = createApiApp({ log: options.log, authenticate: createAuthenticate({ stores, runtime }), stores, runtime });
  const context: ApiContext = { workshop, ...options };
  for (const register of groups) register(app, context);
  describeApi(app);
  return app;
}
