import { Duration, Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Deployment } from "#stacks/deployment.ts";
import { alarmDescriptions } from "#stacks/runbook.ts";
import type { RelanceFunction } from "./relance-function.ts";

const period = Duration.minutes(5);

export interface AlarmsProps {
  readonly deployment: Deployment;
  readonly functions: readonly RelanceFunction[];
  readonly deadLetters: Queue;
}

/**
 * Who is told when something fails. One alarm a function for its errors, one for the dead letters and one for throttling
 * across the region: AWS asks nothing for the first ten alarms and ten cents a month for each beyond.
 */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { deployment, functions, deadLetters }: AlarmsProps) {
    super(scope, id);
    this.topic = new Topic(this, "Topic", { displayName: "Relance", enforceSSL: true });
    // A policy of one's own (here: TLS only) takes the place of the default one, under which CloudWatch might publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    if (deployment.alarmEmail !== undefined) this.topic.addSubscription(new EmailSubscription(deployment.alarmEmail));
    for (const { declaration, lambda } of functions) {
      this.#alarm(`${deployment.name}-${declaration.name}-errors`, alarmDescriptions.errors(declaration), lambda.metricErrors({ period }));
    }
    this.#alarm(
      `${deployment.name}-dead-letters`,
      alarmDescriptions.deadLetters,
      deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM }),
    );
    this.#alarm(
      `${deployment.name}-throttles`,
      alarmDescriptions.throttles,
      new Metric({ namespace: "AWS/Lambda", metricName: "Throttles", period, statistic: Stats.SUM }),
    );
  }

  /** One is too many: nothing here is expected to fail. */
  #alarm(alarmName: string, alarmDescription: string, metric: IMetric): void {
    const alarm = new Alarm(this, alarmName, {
      alarmName,
      alarmDescription,
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
