import { createAuthenticate } from "#functions/access/authenticate.ts";
import type { IdentityProvider } from "#functions/access/identity-provider.ts";
import type { SignIn } from "#functions/access/sign-in.ts";
import { type ApiApp, createApiApp } from "#functions/api/api-app.ts";
import type { Logger } from "#functions/runtime/logger.ts";
import type { ApiWorkshop } from "#functions/work/workshop.ts";
import { flowRoutes } from "./routes/flow.ts";
import { previewRoutes } from "./routes/preview.ts";
import { publishRoutes } from "./routes/publish.ts";
import { testMailRoutes } from "./routes/test-mail.ts";
import { readRoutes } from "./routes/read.ts";

/** What publishing stands on: the table, and SES for tests that go to the team. */
export interface PublishContext {
  readonly workshop: Pick<ApiWorkshop, "stores" | "definitions" | "runtime" | "mailer">;
  readonly log: Logger;
  /** Whose id tokens are believed; without it the console's own token opens everything. */
  readonly signIn: SignIn | undefined;
  /** Instead of the provider that `signIn` names, asked over the network. */
  readonly provider?: IdentityProvider;
}

/** All files of a base in one request, and Lambda takes 6 MB. */
const largestBody = 4_000_000;

const groups: readonly ((app: ApiApp, context: PublishContext) => void)[] = [
  readRoutes,
  publishRoutes,
  previewRoutes,
  testMailRoutes,
  flowRoutes,
];

/** The part of the API that compiles what marketers write, as one Hono app. */
export function createPublishApp(context: PublishContext): ApiApp {
  const { stores, runtime } = context.workshop;
  const authenticate = createAuthenticate({ stores, runtime, signIn: context.signIn, provider: context.provider });
  const app = createApiApp({ log: context.log, authenticate, stores, runtime, largestBody });
  for (const register of groups) register(app, context);
  return app;
}
