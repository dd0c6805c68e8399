import { handle, type LambdaEvent } from "hono/aws-lambda";
import { signInOf } from "#functions/access/sign-in.ts";
import { dynamoClient } from "./adapters/dynamo/dynamo-client.ts";
import { dynamoApiStores } from "./adapters/dynamo/dynamo-api-stores.ts";
import { createPublishApp } from "./publish/app.ts";
import { publishConfig } from "./runtime/config.ts";
import { defineFunction } from "./runtime/define-function.ts";
import { jsonLogger } from "./runtime/logger.ts";
import { makeMailer } from "./work/make-workshop.ts";
import { createDefinitions } from "./work/definitions.ts";

/** Lists, checks, previews and publishes the marketers' files: the part of the API that needs the compiler of MJML. */
export const publish = defineFunction({
  name: "publish",
  config: publishConfig,
  build: (config, runtime) => {
    const stores = dynamoApiStores(dynamoClient(config), config.TABLE);
    const mailer = makeMailer(config);
    const workshop = { stores, definitions: createDefinitions(stores.definitions), runtime, mailer };
    const answer = handle(createPublishApp({ workshop, log: jsonLogger("publish"), signIn: signInOf(config) }));
    return (event: LambdaEvent): Promise<unknown> => answer(event);
  },
});

export const handler = publish.handler;
