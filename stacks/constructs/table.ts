import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, Table } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import { tableDefinition } from "#functions/adapters/dynamo/table-definition.ts";

const attributeTypes = { S: AttributeType.STRING, N: AttributeType.NUMBER } as const;

interface KeyPart {
  readonly name: string;
  readonly type: keyof typeof attributeTypes;
}

/** The one table, with the keys the adapters declare. Paid by request, restorable to any second, never deleted with the stack. */
export function relanceTable(scope: Construct): Table {
  const table = new Table(scope, "Table", {
    partitionKey: attribute(tableDefinition.partitionKey),
    sortKey: attribute(tableDefinition.sortKey),
    timeToLiveAttribute: tableDefinition.timeToLive,
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    removalPolicy: RemovalPolicy.RETAIN,
    deletionProtection: true,
  });
  for (const index of tableDefinition.indexes) {
    table.addGlobalSecondaryIndex({
      indexName: index.name,
      partitionKey: attribute(index.partitionKey),
      sortKey: attribute(index.sortKey),
      projectionType: ProjectionType[index.projection],
      ...(index.included === undefined ? {} : { nonKeyAttributes: [...index.included] }),
    });
  }
  return table;
}

function attribute({ name, type }: KeyPart) {
  return { name, type: attributeTypes[type] };
}
