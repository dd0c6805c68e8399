import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { ApiStores } from "#core/ports/stores.ts";
import { apiKeyStore } from "./api-key-store.ts";
import { auditStore } from "./audit-store.ts";
import { dynamoStores } from "./dynamo-stores.ts";
import { idempotencyStore } from "./idempotency-store.ts";
import { memberStore } from "./member-store.ts";
import { savedViewStore } from "./saved-view-store.ts";
import { tableAccess } from "./table-access.ts";

/** Every store and those of the API beside, over one DynamoDB table. */
export function dynamoApiStores(client: DynamoDBClient, tableName: string): ApiStores {
  const table = tableAccess(client, tableName);
  return {
    ...dynamoStores(client, tableName),
    members: memberStore(table),
    apiKeys: apiKeyStore(table),
    audit: auditStore(table),
    idempotency: idempotencyStore(table),
    views: savedViewStore(table),
  };
}
