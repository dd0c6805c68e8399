import { answerConsole } from "./console/answer-console.ts";
import { findAssets } from "./console/find-assets.ts";
import { createIdentityProvider } from "./access/identity-provider.ts";
import { signInOrigins } from "./console/sign-in-origins.ts";
import { consoleConfig } from "./runtime/config.ts";
import { defineFunction } from "./runtime/define-function.ts";

/** The console's files. They hold no data and no secret: what they show they ask the API for. */
const consoleFunction = defineFunction({
  name: "console",
  config: consoleConfig,
  build: ({ OIDC_ISSUER: issuer }, runtime) => {
    const provider = issuer === "" ? undefined : createIdentityProvider({ issuer, now: runtime.now });
    const origins = provider === undefined ? async () => [] : () => signInOrigins(issuer, provider);
    return answerConsole({ assets: findAssets(), random: runtime.random, origins });
  },
});

export { consoleFunction as console };
export const handler = consoleFunction.handler;
