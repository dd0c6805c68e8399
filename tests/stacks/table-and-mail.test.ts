import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { tableDefinition } from "#functions/adapters/dynamo/table-definition.ts";
import { relanceTemplate, resourcesOf } from "./synthesise.ts";

const template = relanceTemplate({ senderDomain: "lumen.example", replyDomain: "reponses.lumen.example" });

describe("the deployed table", () => {
  const [table] = resourcesOf(template, "AWS::DynamoDB::Table");

  it("has the keys and the indexes that the adapters use", () => {
    const key = (parts: { partitionKey: { name: string }; sortKey: { name: string } }) => [
      { AttributeName: parts.partitionKey.name, KeyType: "HASH" },
      { AttributeName: parts.sortKey.name, KeyType: "RANGE" },
    ];

    expect(table?.properties["KeySchema"]).toEqual(key(tableDefinition));
    expect(table?.properties["GlobalSecondaryIndexes"]).toEqual(
      tableDefinition.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: key(index),
        Projection: { ProjectionType: index.projection, ...(index.included === undefined ? {} : { NonKeyAttributes: index.included }) },
      })),
    );
    const parts = [tableDefinition, ...tableDefinition.indexes].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]);
    const types = parts.map(({ name, type }) => ({ AttributeName: name, AttributeType: type }));
    expect(table?.properties["AttributeDefinitions"]).toEqual(types);
  });

  it("is paid by request, restorable, and outlives the stack", () => {
    template.hasResource("AWS::DynamoDB::Table", {
      DeletionPolicy: "Retain",
      Properties: {
        BillingMode: "PAY_PER_REQUEST",
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    });
  });
});

describe("deployed mail", () => {
  it("has a set that counts opens, for those who agreed, and one that does not", () => {
    const events = resourcesOf(template, "AWS::SES::ConfigurationSetEventDestination").map(({ properties }) => properties);
    const [plain, opens] = events.map(({ EventDestination }) => JSON.stringify(EventDestination));

    template.hasResourceProperties("AWS::SES::ConfigurationSet", { Name: "relance" });
    template.hasResourceProperties("AWS::SES::ConfigurationSet", { Name: "relance-opens" });
    expect(events).toHaveLength(2);
    expect(plain).toContain(":event-bus/default");
    expect(plain).not.toContain('"open"');
    expect(opens).toContain('"open"');
  });

  it.each(["send", "reject", "bounce", "complaint", "delivery", "deliveryDelay", "click", "renderingFailure"])(
    "hears of every %s",
    (type) => {
      for (const { properties } of resourcesOf(template, "AWS::SES::ConfigurationSetEventDestination")) {
        expect(properties).toMatchObject({ EventDestination: { MatchingEventTypes: expect.arrayContaining([type]) } });
      }
    },
  );

  it("suppresses bounces and complaints on SES's side too", () => {
    template.allResourcesProperties("AWS::SES::ConfigurationSet", { SuppressionOptions: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] } });
  });

  it("proves the sender's domain, which covers the reply domain below it", () => {
    template.resourceCountIs("AWS::SES::EmailIdentity", 1);
    template.hasResourceProperties("AWS::SES::EmailIdentity", { EmailIdentity: "lumen.example" });
  });

  it("proves a reply domain of its own too", () => {
    const two = relanceTemplate({ senderDomain: "lumen.example", replyDomain: "lumen-reponses.example" });

    two.hasResourceProperties("AWS::SES::EmailIdentity", { EmailIdentity: "lumen-reponses.example" });
    two.resourceCountIs("AWS::SES::EmailIdentity", 2);
  });

  it("leaves alone domains the account has proven already", () => {
    relanceTemplate({ identities: "existing" }).resourceCountIs("AWS::SES::EmailIdentity", 0);
  });

  it("stores replies in a bucket that is closed, encrypted, and empties itself", () => {
    template.hasResourceProperties("AWS::SES::ReceiptRule", {
      Rule: { Enabled: true, Recipients: ["reponses.lumen.example"], ScanEnabled: true },
    });
    template.hasResourceProperties("AWS::S3::Bucket", {
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 30, Status: "Enabled" })] },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
  });

  it("lets SES of this account write there, nobody without TLS, and nobody else", () => {
    const [policy] = resourcesOf(template, "AWS::S3::BucketPolicy");

    expect(policy?.properties).toMatchObject({
      PolicyDocument: {
        Statement: [
          { Effect: "Deny", Action: "s3:*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
          {
            Effect: "Allow",
            Action: "s3:PutObject",
            Principal: { Service: "ses.amazonaws.com" },
            Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
          },
        ],
      },
    });
  });
});
