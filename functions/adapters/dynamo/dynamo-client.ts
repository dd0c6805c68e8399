import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { awsClientOptions } from "#functions/adapters/aws-client.ts";
import type { BaseConfig } from "#functions/runtime/config.ts";

/** The DynamoDB client. `DYNAMODB_ENDPOINT_URL` is where a local engine is; absent, AWS's own. */
export function dynamoClient(config: Pick<BaseConfig, "AWS_REGION" | "AWS_ENDPOINT_URL" | "DYNAMODB_ENDPOINT_URL">): DynamoDBClient {
  const endpoint = config.DYNAMODB_ENDPOINT_URL ?? config.AWS_ENDPOINT_URL;
  const client = new DynamoDBClient({ ...awsClientOptions({ AWS_REGION: config.AWS_REGION, AWS_ENDPOINT_URL: endpoint }), maxAttempts: 4 });
  // It prepares every request and answer for a log that nobody keeps: a tenth of a call's time, measured by `npm run bench`.
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}
