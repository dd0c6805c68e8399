import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { createAuthenticate } from "#functions/access/authenticate.ts";
import { authorize } from "#functions/access/authorize.ts";
import { signInOf } from "#functions/access/sign-in.ts";
import { dynamoClient } from "./adapters/dynamo/dynamo-client.ts";
import { dynamoApiStores } from "./adapters/dynamo/dynamo-api-stores.ts";
import { answerPublish } from "./publish/answer-publish.ts";
import { publishConfig } from "./runtime/config.ts";
import { defineFunction } from "./runtime/define-function.ts";

/** Publishes the marketers' files: all together, or none with everything that is wrong with them. */
export const publish = defineFunction({
  name: "publish",
  config: publishConfig,
  build: (config, runtime) => {
    const stores = dynamoApiStores(dynamoClient(config), config.TABLE);
    const authenticate = createAuthenticate({ stores, runtime, signIn: signInOf(config) });
    return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
      const authorized = await authorize(event, authenticate, "definitions:publish");
      return answerPublish(event, { authorized, store: stores.definitions, now: runtime.now() });
    };
  },
});

export const handler = publish.handler;
