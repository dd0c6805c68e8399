import { SESv2Client } from "@aws-sdk/client-sesv2";
import { awsClientOptions } from "#functions/adapters/aws-client.ts";
import { dnsNameServers } from "#functions/adapters/dns/dns-name-servers.ts";
import { dynamoApiStores } from "#functions/adapters/dynamo/dynamo-api-stores.ts";
import { dynamoClient } from "#functions/adapters/dynamo/dynamo-client.ts";
import { sesSenderDesk } from "#functions/adapters/ses/ses-sender-desk.ts";
import type { ApiConfig, MailConfig } from "#functions/runtime/config.ts";
import type { Runtime } from "#functions/runtime/runtime.ts";
import { makeMailWorkshop } from "./make-workshop.ts";
import type { ApiWorkshop } from "./workshop.ts";

/** The workshop of the API: apart from the others', so that no other function carries its stores. */
export function makeApiWorkshop(config: MailConfig & Pick<Partial<ApiConfig>, "DNS_SERVER">, runtime: Runtime): ApiWorkshop {
  return {
    ...makeMailWorkshop(config, runtime),
    stores: dynamoApiStores(dynamoClient(config), config.TABLE),
    // Unlike the mailer's, this client may try again: it only asks.
    sender: sesSenderDesk(new SESv2Client(awsClientOptions(config)), config.AWS_REGION),
    names: dnsNameServers(config.DNS_SERVER),
  };
}
