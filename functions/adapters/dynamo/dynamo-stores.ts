import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Stores } from "#core/ports/stores.ts";
import { addressStore } from "./address-store.ts";
import { confirmationStore, consentStore } from "./confirmation-store.ts";
import { counterStore } from "./counter-store.ts";
import { definitionStore } from "./definition-store.ts";
import { duplicateStore } from "./duplicate-store.ts";
import { dueIndex } from "./due-index.ts";
import { enrollmentStore } from "./enrollment-store.ts";
import { importStore } from "./import-store.ts";
import { jobStore } from "./job-store.ts";
import { mergeStore } from "./merge-store.ts";
import { messageStore } from "./message-store.ts";
import { personStore } from "./person-store.ts";
import { rateStore } from "./rate-store.ts";
import { pulseStore } from "./pulse-store.ts";
import { searchStore } from "./search-store.ts";
import { secretStore } from "./secret-store.ts";
import { sourceStore } from "./source-store.ts";
import { submissionStore } from "./submission-store.ts";
import { tableAccess } from "./table-access.ts";
import { timelineStore } from "./timeline-store.ts";
import { watermarkStore } from "./watermark-store.ts";

/** Every store, over one DynamoDB table. */
export function dynamoStores(client: DynamoDBClient, tableName: string): Stores {
  const table = tableAccess(client, tableName);
  return {
    addresses: addressStore(table),
    people: personStore(table),
    search: searchStore(table),
    timeline: timelineStore(table),
    messages: messageStore(table),
    confirmations: confirmationStore(table),
    consents: consentStore(table),
    enrollments: enrollmentStore(table),
    submissions: submissionStore(table),
    due: dueIndex(table),
    definitions: definitionStore(table),
    sources: sourceStore(table),
    pulses: pulseStore(table),
    secrets: secretStore(table),
    counters: counterStore(table),
    watermark: watermarkStore(table),
    jobs: jobStore(table),
    imports: importStore(table),
    merges: mergeStore(table),
    duplicates: duplicateStore(table),
    rates: rateStore(table),
  };
}
