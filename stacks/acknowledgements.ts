import type { Stack } from "aws-cdk-lib";
import { type NagPackSuppressionAppliesTo, NagSuppressions } from "cdk-nag";
import type { FunctionDeclaration, Permission } from "#functions/declaration.ts";
import { functions } from "#functions/list.ts";

/** One finding of cdk-nag that is known and accepted: where, which rule, the exact finding where the rule names one, and why. */
export interface Acknowledgement {
  /** Path of the resource inside the stack. */
  readonly at: string;
  readonly id: string;
  readonly finding?: NagPackSuppressionAppliesTo;
  readonly reason: string;
}

/** Why each route asks API Gateway for no authorisation. A route that is not here stops the synthesis. */
const openRoutes: Readonly<Record<string, string>> = {
  "GET /forms/{form}": "Anybody may see a form.",
  "POST /forms/{form}": "Anybody may send a form.",
  "OPTIONS /forms/{form}": "Browsers ask without credentials whether a page's script may send a form.",
  "GET /forms/{form}/{file}": "Anybody may see a form, in a page of the company's too.",
  "ANY /hooks/{source}": "The sender signs its webhook; the function checks the signature, or answers its handshake.",
  "ANY /hooks/{source}/{token}": "The secret token in the path is the authorisation of senders that sign nothing.",
  "GET /u/{token}": "The signed token in the path is the authorisation, and the page changes nothing.",
  "GET /c/{token}": "The signed token in the path is the authorisation, and the page changes nothing.",
  "POST /c/{token}": "The signed token in the path is the authorisation: who reads the mailbox says yes.",
  "POST /c/{token}/again": "The signed token in the path is the authorisation; what an address may get in a day is bounded.",
  "POST /u/{token}": "The signed token in the path is the authorisation: RFC 8058 wants no login.",
  "GET /m.js": "The snippet is the same for everybody.",
  "POST /m": "The signed token in the body is the authorisation; the answer says nothing.",
  "ANY /api/{proxy+}": "The function checks the console's bearer token itself, on a laptop as on AWS.",
  "POST /api/publish": "The function checks the console's bearer token itself, on a laptop as on AWS.",
  "ANY /api/definitions": "The function checks the console's bearer token itself, on a laptop as on AWS.",
  "ANY /api/definitions/{proxy+}": "The function checks the console's bearer token itself, on a laptop as on AWS.",
  "GET /": "The console's page holds no data: what it shows comes from /api with the token.",
  "GET /{proxy+}": "The console's files hold no data: what they show comes from /api with the token.",
};

/** Why a permission needs a wildcard. A permission that is not here has none. */
export const wildcards: Partial<Readonly<Record<Permission, Pick<Acknowledgement, "finding" | "reason"> & { readonly action: string }>>> = {
  "mail:send": {
    action: "ses:GetAccount",
    finding: "Resource::*",
    reason: "ses:GetAccount reads the account's sending quota; IAM defines no resource for it.",
  },
  "inbox:read": {
    action: "s3:GetObject",
    finding: { regex: "/^Resource::<MailInbox[0-9A-F]+\\.Arn>\\/\\*$/g" },
    reason: "SES names each received mail as it likes; the bucket holds nothing else.",
  },
};

/** Everything acknowledged, one finding each. */
export const acknowledgements: readonly Acknowledgement[] = [
  { at: "Mail/Inbox/Resource", id: "AwsSolutions-S1", reason: "Written by SES alone, read by one function, and gone in 30 days." },
  { at: "DeadLetters/Resource", id: "AwsSolutions-SQS3", reason: "This is the dead-letter queue: of Lambda's destinations and the rules." },
  {
    at: "Team/Pool/Resource",
    id: "AwsSolutions-COG2",
    reason: "A passkey asks for the device and the person at once; Cognito offers it only where no second factor is demanded of everybody.",
  },
  {
    at: "Team/Pool/Resource",
    id: "AwsSolutions-COG3",
    reason: "Threat protection needs the Plus plan, paid by the person; nobody signs up, and codes and passkeys cannot be guessed at.",
  },
  ...functions.flatMap(({ trigger }) => (trigger.kind === "http" ? trigger.routes.flatMap(ofRoute) : [])),
  ...functions.flatMap(ofPermissions),
];

function ofRoute(route: string): readonly Acknowledgement[] {
  const reason = openRoutes[route];
  return reason === undefined ? [] : [{ at: `Http/${route.replaceAll("/", "|")}/Resource`, id: "AwsSolutions-APIG4", reason }];
}

function ofPermissions({ name, permissions }: FunctionDeclaration): readonly Acknowledgement[] {
  return permissions.flatMap((permission) => {
    const wildcard = wildcards[permission];
    if (wildcard === undefined) return [];
    const { finding, reason } = wildcard;
    return [{ at: `${name}/Role/DefaultPolicy/Resource`, id: "AwsSolutions-IAM5", reason, ...(finding === undefined ? {} : { finding }) }];
  });
}

/** Tells cdk-nag what is acknowledged in a stack. */
export function acknowledge(stack: Stack): void {
  for (const { at, id, finding, reason } of acknowledgements) {
    const suppression = { id, reason, ...(finding === undefined ? {} : { appliesTo: [finding] }) };
    NagSuppressions.addResourceSuppressionsByPath(stack, `/${stack.node.path}/${at}`, [suppression]);
  }
}
