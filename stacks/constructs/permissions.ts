import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { EventBus } from "aws-cdk-lib/aws-events";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Permission } from "#functions/declaration.ts";
import { tableDefinition } from "#functions/adapters/dynamo/table-definition.ts";
import type { RelanceMail } from "./mail.ts";

export interface Grantables {
  readonly table: Table;
  readonly bus: EventBus;
  readonly mail: RelanceMail;
}

/** What each word allows, and nothing beside: no scan, no deletion of the table, no administration. */
export function statementsFor(permissions: readonly Permission[], { table, bus, mail }: Grantables): readonly PolicyStatement[] {
  const allowed: Readonly<Record<Permission, readonly PolicyStatement[]>> = {
    "table:read-write": [
      allow(
        [
          "dynamodb:GetItem",
          "dynamodb:BatchGetItem",
          "dynamodb:PutItem",
          "dynamodb:BatchWriteItem",
          "dynamodb:UpdateItem",
          "dynamodb:DeleteItem",
          "dynamodb:Query",
        ],
        [table.tableArn],
      ),
      allow(
        ["dynamodb:Query"],
        tableDefinition.indexes.map((index) => `${table.tableArn}/index/${index.name}`),
      ),
    ],
    "bus:put": [allow(["events:PutEvents"], [bus.eventBusArn])],
    "mail:send": [
      allow(["ses:SendEmail"], [mail.identityArn, ...mail.configurationSetArns]),
      // The account's quota belongs to no resource: IAM knows no narrower one for this action.
      allow(["ses:GetAccount"], ["*"]),
    ],
    "mail:status": [allow(["ses:GetEmailIdentity"], [...mail.identityArns])],
    "inbox:read": [allow(["s3:GetObject"], [mail.inbox.arnForObjects("*")])],
  };
  return permissions.flatMap((permission) => allowed[permission]);
}

function allow(actions: string[], resources: string[]): PolicyStatement {
  return new PolicyStatement({ actions, resources });
}
