import { CreateTableCommand, type DynamoDBClient, ResourceInUseException, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import { dynamoClient } from "#functions/adapters/dynamo/dynamo-client.ts";
import { tableDefinition } from "#functions/adapters/dynamo/table-definition.ts";

/** Creates the table as it is on AWS, in a local engine, unless it is there. */
export async function createTable(endpoint: string, table: string): Promise<void> {
  const client: DynamoDBClient = dynamoClient({ AWS_REGION: "eu-west-3", AWS_ENDPOINT_URL: undefined, DYNAMODB_ENDPOINT_URL: endpoint });
  try {
    await client.send(new CreateTableCommand(creation(table)));
  } catch (thrown) {
    if (!(thrown instanceof ResourceInUseException)) throw thrown;
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: table });
  client.destroy();
}

function creation(table: string) {
  const { partitionKey, sortKey, indexes } = tableDefinition;
  const schema = (hash: { readonly name: string }, range: { readonly name: string }) => [
    { AttributeName: hash.name, KeyType: "HASH" as const },
    { AttributeName: range.name, KeyType: "RANGE" as const },
  ];
  const attributes = [partitionKey, sortKey, ...indexes.flatMap((index) => [index.partitionKey, index.sortKey])];
  return {
    TableName: table,
    BillingMode: "PAY_PER_REQUEST" as const,
    AttributeDefinitions: attributes.map(({ name, type }) => ({ AttributeName: name, AttributeType: type })),
    KeySchema: schema(partitionKey, sortKey),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: schema(index.partitionKey, index.sortKey),
      Projection: { ProjectionType: index.projection, ...(index.included === undefined ? {} : { NonKeyAttributes: [...index.included] }) },
    })),
  };
}
