import { CfnOutput, Duration, type Stack } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { EnvironmentName } from "#functions/declaration.ts";
import { functions } from "#functions/list.ts";
import { Alarms } from "./constructs/alarms.ts";
import { type Buses, buses, onEvent } from "./constructs/bus-and-rules.ts";
import { RelanceHttpApi } from "./constructs/http-api.ts";
import { RelanceMail } from "./constructs/mail.ts";
import { statementsFor } from "./constructs/permissions.ts";
import { RelanceFunction } from "./constructs/relance-function.ts";
import { onSchedule } from "./constructs/schedule.ts";
import { relanceTable } from "./constructs/table.ts";
import { TeamSignIn } from "./constructs/team-sign-in.ts";
import type { Deployment } from "./deployment.ts";

/** Everything Relance has on AWS, put into a stack: a plain CDK one (`stacks/app.ts`) or SST's (`sst.config.ts`). */
export function composeRelance(stack: Stack, deployment: Deployment): void {
  const table = relanceTable(stack);
  const bus = buses(stack, deployment.name);
  const mail = new RelanceMail(stack, "Mail", { deployment, defaultBus: bus.default });
  const deadLetters = deadLetterQueue(stack);
  const http = new RelanceHttpApi(stack, "Http");
  const publicUrl = deployment.publicUrl ?? http.api.apiEndpoint;

  const environment: Readonly<Record<EnvironmentName, string>> = {
    TABLE: table.tableName,
    BUS: bus.relance.eventBusName,
    CONFIGURATION_SET: mail.configurationSet,
    PUBLIC_URL: publicUrl,
    INBOX: mail.inbox.bucketName,
    ...signInOf(stack, deployment, publicUrl),
    OWNER_EMAIL: deployment.ownerEmail ?? "",
  };
  const deployed = functions.map((declaration) => {
    const statements = statementsFor(declaration.permissions, { table, bus: bus.relance, mail });
    return new RelanceFunction(stack, declaration.name, { declaration, environment, statements, deadLetters });
  });

  for (const target of deployed) trigger(target, { bus, mail, http, deadLetters });
  new Alarms(stack, "Alarms", { deployment, functions: deployed, deadLetters });
  new CfnOutput(stack, "PublicUrl", { description: "Where forms post to and the console is", value: publicUrl });
}

/**
 * Who says who people are: the issuer that is named, or a user pool of one's own. The pool is believed only once an owner is
 * named: nobody else could come in, and it would lock out whoever has the console's token.
 */
function signInOf(stack: Stack, deployment: Deployment, publicUrl: string): Readonly<Record<"OIDC_ISSUER" | "OIDC_CLIENT_ID", string>> {
  const { oidcIssuer, oidcClientId, ownerEmail } = deployment;
  if (oidcIssuer !== undefined) return { OIDC_ISSUER: oidcIssuer, OIDC_CLIENT_ID: oidcClientId ?? "" };
  const team = new TeamSignIn(stack, "Team", { deployment, publicUrl });
  return ownerEmail === undefined ? { OIDC_ISSUER: "", OIDC_CLIENT_ID: "" } : { OIDC_ISSUER: team.issuer, OIDC_CLIENT_ID: team.clientId };
}

interface Sources {
  readonly bus: Buses;
  readonly mail: RelanceMail;
  readonly http: RelanceHttpApi;
  readonly deadLetters: Queue;
}

/** Joins a function to what starts it. */
function trigger(target: RelanceFunction, { bus, mail, http, deadLetters }: Sources): void {
  const { trigger: declared } = target.declaration;
  switch (declared.kind) {
    case "http":
      http.route(target, declared.routes);
      return;
    case "schedule":
      onSchedule(target, declared.rate, deadLetters);
      return;
    case "event":
      onEvent(target, bus[declared.bus], declared.pattern, deadLetters);
      return;
    case "inbound-mail":
      onEvent(target, bus.default, mail.arrivals, deadLetters);
      return;
  }
}

/** One queue for all that is given up: each message says what it was for, and one alarm watches it. */
function deadLetterQueue(stack: Stack): Queue {
  return new Queue(stack, "DeadLetters", { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) });
}
