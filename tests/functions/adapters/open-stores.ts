import { randomBytes } from "node:crypto";
import type { ApiStores } from "#core/ports/stores.ts";
import { dynamoClient } from "#functions/adapters/dynamo/dynamo-client.ts";
import { dynamoApiStores } from "#functions/adapters/dynamo/dynamo-api-stores.ts";
import { createTable } from "#local/dynamo/create-table.ts";
import { startDynamo } from "#local/dynamo/start-dynamo.ts";

/** The stores over the embedded engine, in memory. */
export async function onDynalite(): Promise<{
  readonly stores: ApiStores;
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}> {
  const engine = await startDynamo({ table: "relance" });
  return { stores: storesAt(engine.endpoint, "relance"), endpoint: engine.endpoint, close: engine.close };
}

/** The stores over a DynamoDB that runs already, in a table of their own. */
export async function onDynamoDbLocal(endpoint: string): Promise<{ readonly stores: ApiStores; readonly close: () => Promise<void> }> {
  const table = `relance-${randomBytes(4).toString("hex")}`;
  await createTable(endpoint, table);
  return { stores: storesAt(endpoint, table), close: () => Promise.resolve() };
}

function storesAt(endpoint: string, table: string): ApiStores {
  return dynamoApiStores(dynamoClient({ AWS_REGION: "eu-west-3", AWS_ENDPOINT_URL: undefined, DYNAMODB_ENDPOINT_URL: endpoint }), table);
}
