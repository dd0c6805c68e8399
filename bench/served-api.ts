import { randomBytes } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createApiKey } from "#core/access/api-key.ts";
import { permissionNames } from "#core/access/permission.ts";
import type { ApiStores } from "#core/ports/stores.ts";
import { dynamoApiStores } from "#functions/adapters/dynamo/dynamo-api-stores.ts";
import { dynamoClient } from "#functions/adapters/dynamo/dynamo-client.ts";
import { createApi } from "#functions/api/app.ts";
import { publishDefinitions } from "#functions/publish/publish-definitions.ts";
import { readTemplates } from "#functions/publish/read-templates.ts";
import { jsonLogger } from "#functions/runtime/logger.ts";
import { createDefinitions } from "#functions/work/definitions.ts";
import { makeApiWorkshop } from "#functions/work/make-api-workshop.ts";
import type { Workshop } from "#functions/work/workshop.ts";
import { createTable } from "#local/dynamo/create-table.ts";
import { type CapacityMeter, meterCapacity } from "./capacity-meter.ts";
import { dynamoDbLocal } from "./dynamodb-local.ts";
import { arrival } from "./people.ts";

/** The API over a table of its own on DynamoDB Local, with the example's definitions and a meter on every request to the table. */
export interface ServedApi {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly stores: ApiStores;
  readonly workshop: Workshop;
  readonly meter: CapacityMeter;
  /** Asks for something; answers its JSON and the read units it cost, the index's own reads among them. */
  ask(path: string): Promise<{ readonly body: unknown; readonly units: number }>;
  close(): void;
}

export async function serveApi(): Promise<ServedApi> {
  const local = await dynamoDbLocal();
  const table = `bench-${randomBytes(4).toString("hex")}`;
  await createTable(local.url, table);
  const client = dynamoClient({ AWS_REGION: "eu-west-3", AWS_ENDPOINT_URL: undefined, DYNAMODB_ENDPOINT_URL: local.url });
  const meter = meterCapacity(client);
  const stores = dynamoApiStores(client, table);
  const runtime = { now: () => arrival, random: (bytes: number) => randomBytes(bytes) };
  await publishDefinitions({ store: stores.definitions, files: await readTemplates("templates"), now: arrival });
  const environment = {
    AWS_REGION: "eu-west-3",
    AWS_ENDPOINT_URL: undefined,
    TABLE: table,
    BUS: "relance",
    PUBLIC_URL: "https://relance.example",
    CONFIGURATION_SET: "relance",
  };
  const workshop = { ...makeApiWorkshop(environment, runtime), stores, definitions: createDefinitions(stores.definitions) };
  const { key, token } = createApiKey({ name: "bench", scopes: permissionNames, by: "bench" }, arrival, randomBytes(42));
  await stores.apiKeys.put(key);
  const api = createApi(workshop, { log: jsonLogger("bench"), local: true, signIn: undefined });
  return {
    client,
    table,
    stores,
    workshop,
    meter,
    ask: async (path) => {
      meter.take();
      const answer = await api.request(path, { headers: { authorization: `Bearer ${token}` } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      return { body: await answer.json(), units: meter.take().read };
    },
    close: () => {
      client.destroy();
      local.stop();
    },
  };
}
