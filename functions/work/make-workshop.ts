import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { awsClientOptions } from "#functions/adapters/aws-client.ts";
import { dynamoClient } from "#functions/adapters/dynamo/dynamo-client.ts";
import { dynamoStores } from "#functions/adapters/dynamo/dynamo-stores.ts";
import { eventBridgeBus } from "#functions/adapters/eventbridge/event-bus.ts";
import { httpFetcher } from "#functions/adapters/vendor/http-fetcher.ts";
import { sesMailer } from "#functions/adapters/ses/ses-mailer.ts";
import type { Mailer } from "#core/ports/outside.ts";
import type { BaseConfig, MailConfig } from "#functions/runtime/config.ts";
import type { Runtime } from "#functions/runtime/runtime.ts";
import { createDefinitions } from "./definitions.ts";
import type { MailWorkshop, Workshop } from "./workshop.ts";

/** The workshop of a function that reads, writes and tells the bus. */
export function makeWorkshop(config: BaseConfig, runtime: Runtime): Workshop {
  const stores = dynamoStores(dynamoClient(config), config.TABLE);
  return {
    stores,
    bus: eventBridgeBus(new EventBridgeClient(awsClientOptions(config)), config.BUS),
    definitions: createDefinitions(stores.definitions),
    fetcher: httpFetcher(),
    runtime,
  };
}

/** What hands mail to SES, once: the planner is what retries a mail; the SDK must not, for a lost answer may be a mail that left. */
export function makeMailer(config: Pick<MailConfig, "AWS_REGION" | "AWS_ENDPOINT_URL" | "CONFIGURATION_SET">): Mailer {
  const client = new SESv2Client({ ...awsClientOptions(config), maxAttempts: 1 });
  client.middlewareStack.remove("loggerMiddleware");
  return sesMailer(client, config.CONFIGURATION_SET);
}

/** The workshop of a function that also sends mail. */
export function makeMailWorkshop(config: MailConfig, runtime: Runtime): MailWorkshop {
  return {
    ...makeWorkshop(config, runtime),
    mailer: makeMailer(config),
    publicUrl: config.PUBLIC_URL.replace(/\/+$/, ""),
  };
}
