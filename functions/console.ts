import { answerConsole } from "./console/answer-console.ts";
import { findAssets } from "./console/find-assets.ts";
import { noConfig } from "./runtime/config.ts";
import { defineFunction } from "./runtime/define-function.ts";

/** The console's files. They hold no data and no secret: what they show they ask the API for. */
const consoleFunction = defineFunction({
  name: "console",
  config: noConfig,
  build: (_config, runtime) => answerConsole({ assets: findAssets(), random: runtime.random }),
});

export { consoleFunction as console };
export const handler = consoleFunction.handler;
