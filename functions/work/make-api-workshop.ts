import { dynamoApiStores } from "#functions/adapters/dynamo/dynamo-api-stores.ts";
import { dynamoClient } from "#functions/adapters/dynamo/dynamo-client.ts";
import type { MailConfig } from "#functions/runtime/config.ts";
import type { Runtime } from "#functions/runtime/runtime.ts";
import { makeMailWorkshop } from "./make-workshop.ts";
import type { ApiWorkshop } from "./workshop.ts";

/** The workshop of the API: apart from the others', so that no other function carries its stores. */
export function makeApiWorkshop(config: MailConfig, runtime: Runtime): ApiWorkshop {
  return { ...makeMailWorkshop(config, runtime), stores: dynamoApiStores(dynamoClient(config), config.TABLE) };
}
