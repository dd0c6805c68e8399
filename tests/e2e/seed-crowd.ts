import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { hashAddress } from "#core/address/hash-address.ts";
import { deterministicId } from "#core/id/id.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import { dynamoClient } from "#functions/adapters/dynamo/dynamo-client.ts";
import { dynamoStores } from "#functions/adapters/dynamo/dynamo-stores.ts";
import { enrollmentItem } from "#functions/adapters/dynamo/enrollment-store.ts";
import { personItem } from "#functions/adapters/dynamo/person-store.ts";
import { keys } from "#functions/adapters/dynamo/table.ts";
import { publishDefinitions } from "#functions/publish/publish-definitions.ts";
import { readTemplates } from "#functions/publish/read-templates.ts";
import { startDynamo } from "#local/dynamo/start-dynamo.ts";

const table = "relance";

/** The address of the nth of the crowd. */
export function crowdAddress(index: number): string {
  return `crowd-${index}@example.com`;
}

/**
 * Fills a data folder, before any Relance runs on it, with a crowd whose first mail, which leaves at any hour, is due at
 * an instant.
 */
export async function seedCrowd(folder: string, size: number, dueAt: number): Promise<void> {
  const engine = await startDynamo({ folder: join(folder, "dynamo"), table });
  const client = dynamoClient({ AWS_REGION: "eu-west-3", AWS_ENDPOINT_URL: undefined, DYNAMODB_ENDPOINT_URL: engine.endpoint });
  const stores = dynamoStores(client, table);
  await stores.secrets.rootKey(() => randomBytes(32));
  const published = await publishDefinitions({ store: stores.definitions, files: await readTemplates("templates"), now: dueAt });
  if (published.kind === "problems") throw new Error("the example cannot be published");
  for (let start = 0; start < size; start += 8) {
    const items = Array.from({ length: Math.min(8, size - start) }, (_, offset) => itemsOf(start + offset, dueAt)).flat();
    const puts = items.map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }));
  }
  client.destroy();
  await engine.close();
}

function itemsOf(index: number, dueAt: number) {
  const email = crowdAddress(index);
  const id = deterministicId("person", dueAt, email);
  const person = {
    ...blankPerson(id, email, hashAddress(email), dueAt),
    rev: 1,
    consent: { marketing: { basis: "consent" as const, at: dueAt, source: "form:demo" } },
  };
  const run = {
    id: deterministicId("enrollment", dueAt, email),
    personId: id,
    sequence: "demo",
    version: 1,
    run: 1,
    rev: 1,
    status: "active" as const,
    cursor: { step: "bienvenue", visit: 1, slot: dueAt },
    dueAt,
    because: { code: "just-entered" },
    signals: { sent: 0 },
    trigger: "evt_crowd",
    startedAt: dueAt,
    attempts: 0,
  };
  return [personItem(person), enrollmentItem(run), { ...keys.address(person.addressHash), personId: id }];
}
