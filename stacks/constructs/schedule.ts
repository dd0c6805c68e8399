import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { RelanceFunction } from "./relance-function.ts";

/** Calls a function at a rate, written as EventBridge writes it: `1 minute`. A call not delivered is made good by the next. */
export function onSchedule(target: RelanceFunction, rate: string, deadLetters: Queue): Rule {
  return new Rule(target, "Schedule", {
    description: `Relance ${target.declaration.name}, every ${rate}`,
    schedule: Schedule.expression(`rate(${rate})`),
    targets: [new LambdaFunction(target.lambda, { deadLetterQueue: deadLetters, retryAttempts: 0 })],
  });
}
