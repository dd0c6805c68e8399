import { createAuthenticate } from "#functions/access/authenticate.ts";
import { createIdentityProvider, type IdentityProvider } from "#functions/access/identity-provider.ts";
import type { SignIn } from "#functions/access/sign-in.ts";
import type { Logger } from "#functions/runtime/logger.ts";
import type { ApiWorkshop } from "#functions/work/workshop.ts";
import { type ApiApp, createApiApp, describeApi } from "./api-app.ts";
import { attributeRoutes } from "./routes/attributes.ts";
import { auditRoutes } from "./routes/audit.ts";
import { bulkRoutes } from "./routes/bulk.ts";
import { callRoutes } from "./routes/calls.ts";
import { definitionRoutes } from "./routes/definitions.ts";
import { duplicateRoutes } from "./routes/duplicates.ts";
import { dueRoutes } from "./routes/due.ts";
import { eventRoutes } from "./routes/events.ts";
import { exportRoutes } from "./routes/export.ts";
import { formRoutes } from "./routes/forms.ts";
import { insightRoutes } from "./routes/insights.ts";
import { firstRunRoutes } from "./routes/first-run.ts";
import { importRoutes } from "./routes/imports.ts";
import { keyRoutes } from "./routes/keys.ts";
import { meRoutes } from "./routes/me.ts";
import { mergeRoutes } from "./routes/merges.ts";
import { overviewRoutes } from "./routes/overview.ts";
import { parkedRoutes } from "./routes/parked.ts";
import { peopleRoutes } from "./routes/people.ts";
import { personActRoutes } from "./routes/person-acts.ts";
import { personConsentRoutes } from "./routes/person-consent.ts";
import { personFileRoutes } from "./routes/person-file.ts";
import { pipelineRoutes } from "./routes/pipeline.ts";
import { savedViewRoutes } from "./routes/saved-views.ts";
import { sessionRoutes } from "./routes/session.ts";
import { settingsRoutes } from "./routes/settings.ts";
import { sourceSecretRoutes } from "./routes/source-secrets.ts";
import { sourceRoutes } from "./routes/sources.ts";
import { sourceArrivalRoutes } from "./routes/source-arrivals.ts";
import { submissionRoutes } from "./routes/submissions.ts";
import { teamRoutes } from "./routes/team.ts";
import { usageRoutes } from "./routes/usage.ts";

export interface ApiOptions {
  readonly log: Logger;
  /** Whether this is the local runtime, with its mailbox and clock. */
  readonly local: boolean;
  /** Whose id tokens are believed; without it the console's own token opens everything. */
  readonly signIn: SignIn | undefined;
  /** Instead of the provider that `signIn` names, asked over the network. */
  readonly provider?: IdentityProvider;
}

/** What every route stands on. */
export interface ApiContext extends Omit<ApiOptions, "provider"> {
  readonly workshop: ApiWorkshop;
  readonly provider: IdentityProvider | undefined;
}

/** Every group of routes. A group is added here and nowhere else. */
const groups: readonly ((app: ApiApp, context: ApiContext) => void)[] = [
  sessionRoutes,
  meRoutes,
  overviewRoutes,
  // Before the people one by one: `/api/people/export` is no id.
  exportRoutes,
  bulkRoutes,
  duplicateRoutes,
  peopleRoutes,
  personActRoutes,
  mergeRoutes,
  personFileRoutes,
  personConsentRoutes,
  callRoutes,
  pipelineRoutes,
  attributeRoutes,
  savedViewRoutes,
  dueRoutes,
  parkedRoutes,
  sourceRoutes,
  eventRoutes,
  sourceSecretRoutes,
  sourceArrivalRoutes,
  submissionRoutes,
  importRoutes,
  teamRoutes,
  settingsRoutes,
  firstRunRoutes,
  usageRoutes,
  definitionRoutes,
  formRoutes,
  insightRoutes,
  keyRoutes,
  auditRoutes,
];

/** The API as one Hono app: the same in Lambda and on a laptop. Every route is described by the contract's schemas. */
export function createApi(workshop: ApiWorkshop, options: ApiOptions): ApiApp {
  const { stores, runtime } = workshop;
  const { log, signIn } = options;
  const provider = options.provider ?? (signIn && createIdentityProvider({ issuer: signIn.issuer, now: runtime.now }));
  const app = createApiApp({ log, authenticate: createAuthenticate({ stores, runtime, signIn, provider }), stores, runtime });
  const context: ApiContext = { ...options, workshop, provider };
  for (const register of groups) register(app, context);
  describeApi(app);
  return app;
}
