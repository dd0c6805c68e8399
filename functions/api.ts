import { handle, type LambdaEvent } from "hono/aws-lambda";
import { makeApiWorkshop } from "#functions/work/make-api-workshop.ts";
import { signInOf } from "#functions/access/sign-in.ts";
import { apiConfig } from "#functions/runtime/config.ts";
import { defineFunction } from "#functions/runtime/define-function.ts";
import { jsonLogger } from "#functions/runtime/logger.ts";
import { createApi } from "./api/app.ts";

/** Everything the console does, as JSON over HTTP. */
export const api = defineFunction({
  name: "api",
  config: apiConfig,
  build: (config, runtime) => {
    const options = { log: jsonLogger("api"), local: config.AWS_ENDPOINT_URL !== undefined, signIn: signInOf(config) };
    const app = createApi(makeApiWorkshop(config, runtime), options);
    const answer = handle(app);
    return (event: LambdaEvent): Promise<unknown> => answer(event);
  },
});

export const handler = api.handler;
