import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { authorize } from "./http/authorize.ts";
import { dynamoClient } from "./adapters/dynamo/dynamo-client.ts";
import { dynamoStores } from "./adapters/dynamo/dynamo-stores.ts";
import { answerPublish } from "./publish/answer-publish.ts";
import { publishConfig } from "./runtime/config.ts";
import { defineFunction } from "./runtime/define-function.ts";

/** Publishes the marketers' files: all together, or none with everything that is wrong with them. */
export const publish = defineFunction({
  name: "publish",
  config: publishConfig,
  build: (config, runtime) => {
    const stores = dynamoStores(dynamoClient(config), config.TABLE);
    return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
      const rootKey = await stores.secrets.rootKey(() => runtime.random(32));
      return answerPublish(event, { authorized: authorize(event, rootKey), store: stores.definitions, now: runtime.now() });
    };
  },
});

export const handler = publish.handler;
