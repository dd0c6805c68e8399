import { CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import type { IEventBus } from "aws-cdk-lib/aws-events";
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket } from "aws-cdk-lib/aws-s3";
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
  ReceiptRuleSet,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { S3 } from "aws-cdk-lib/aws-ses-actions";
import { Construct } from "constructs";
import type { EventPattern } from "#functions/declaration.ts";
import type { Deployment } from "#stacks/deployment.ts";

/** What SES tells us of every mail; opens are told only by the set for those who agreed to be counted. */
const toldOfEvery = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.CLICK,
  EmailSendingEvent.RENDERING_FAILURE,
];

/** SES puts this object into a bucket when a receipt rule is made; it is no mail. */
const setupNotice = "AMAZON_SES_SETUP_NOTIFICATION";

export interface RelanceMailProps {
  readonly deployment: Deployment;
  readonly defaultBus: IEventBus;
}

/** Mail out: identities and two configuration sets. Mail in: a receipt rule and the bucket it fills. */
export class RelanceMail extends Construct {
  readonly configurationSet: string;
  readonly identityArn: string;
  /** What may be asked about: the sender's domain, and where it was there before us those above it. */
  readonly identityArns: readonly string[];
  readonly configurationSetArns: readonly string[];
  readonly inbox: Bucket;

  constructor(scope: Construct, id: string, { deployment, defaultBus }: RelanceMailProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const arn = (resource: string, resourceName: string): string => stack.formatArn({ service: "ses", resource, resourceName });
    const sets = { Plain: { name: deployment.name, events: toldOfEvery }, Opens: opensSet(deployment.name) };
    for (const [key, set] of Object.entries(sets)) configurationSet(this, key, set, defaultBus);
    this.configurationSet = deployment.name;
    this.configurationSetArns = Object.values(sets).map((set) => arn("configuration-set", set.name));
    this.identityArn = arn("identity", deployment.senderDomain);
    this.identityArns = coveringDomains(deployment).map((domain) => arn("identity", domain));
    if (deployment.identities === "create") identities(this, deployment);
    this.inbox = inbox(this);
    receive(this, deployment, this.inbox);
  }

  /** S3's word that a mail has come. */
  get arrivals(): EventPattern {
    return {
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: { bucket: { name: [this.inbox.bucketName] }, object: { key: [{ "anything-but": [setupNotice] }] } },
    };
  }
}

/** Domains we make ourselves are known by name; of those the account had before, one above may be the verified one. */
function coveringDomains({ senderDomain, identities }: Deployment): readonly string[] {
  if (identities === "create") return [senderDomain];
  const labels = senderDomain.split(".");
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join("."));
}

function opensSet(name: string) {
  return { name: `${name}-opens`, events: [...toldOfEvery, EmailSendingEvent.OPEN] };
}

function configurationSet(scope: Construct, key: string, set: { name: string; events: EmailSendingEvent[] }, bus: IEventBus): void {
  new ConfigurationSet(scope, key, {
    configurationSetName: set.name,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  }).addEventDestination("Events", { destination: EventDestination.eventBus(bus), events: set.events });
}

/** A verified domain covers the domains below it (SES Developer Guide, "Verified identities"). */
function identities(scope: Construct, { senderDomain, replyDomain }: Deployment): void {
  const sender = new EmailIdentity(scope, "Sender", {
    identity: Identity.domain(senderDomain),
    feedbackForwarding: false,
    // Aligns SPF with the sender's domain (DMARC, RFC 7489); until its records stand, SES goes on with its own.
    mailFromDomain: `bounce.${senderDomain}`,
    mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
  });
  sender.dkimRecords.forEach((record, index) => {
    new CfnOutput(scope, `Dkim${index + 1}`, {
      description: "A CNAME to add to the sender's domain",
      value: `${record.name} ${record.value}`,
    });
  });
  if (replyDomain === senderDomain || replyDomain.endsWith(`.${senderDomain}`)) return;
  new EmailIdentity(scope, "Replies", { identity: Identity.domain(replyDomain), feedbackForwarding: false });
}

/** Mails are read once and kept a month in case reading must be done again; what matters of them is on the timeline. */
function inbox(scope: Construct): Bucket {
  const bucket = new Bucket(scope, "Inbox", {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    lifecycleRules: [{ expiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  // CDK's own switch for this adds a function with wide rights to set what CloudFormation can set by itself.
  if (bucket.node.defaultChild instanceof CfnBucket) {
    bucket.node.defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }
  return bucket;
}

function receive(scope: Construct, { name, replyDomain }: Deployment, bucket: Bucket): void {
  const rules = new ReceiptRuleSet(scope, "ReceiptRules", { receiptRuleSetName: name });
  rules.addRule("Replies", { recipients: [replyDomain], actions: [new S3({ bucket })], scanEnabled: true });
  new CfnOutput(scope, "ReplyMx", {
    description: "The MX of the reply domain",
    value: `10 inbound-smtp.${Stack.of(scope).region}.amazonaws.com`,
  });
  // An account has one active rule set. To take that place is for a person to decide: another product may hold it.
  new CfnOutput(scope, "ReceiveReplies", {
    description: "Run once, so that SES receives replies",
    value: `aws ses set-active-receipt-rule-set --rule-set-name ${name}`,
  });
}
