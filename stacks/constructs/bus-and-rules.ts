import { EventBus, type EventPattern as CdkEventPattern, type IEventBus, Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { EventPattern } from "#functions/declaration.ts";
import type { RelanceFunction } from "./relance-function.ts";

export interface Buses {
  /** The account's own, where AWS's services tell what they did. */
  readonly default: IEventBus;
  /** Relance's, where its domain events go and purchases come in. */
  readonly relance: EventBus;
}

export function buses(scope: Construct, name: string): Buses {
  return {
    default: EventBus.fromEventBusName(scope, "DefaultBus", "default"),
    relance: new EventBus(scope, "Bus", { eventBusName: name, description: "Domain events of Relance, and purchases coming in" }),
  };
}

/** Calls a function for each event of a bus that has the pattern. EventBridge tries to reach it for a day (its default). */
export function onEvent(target: RelanceFunction, bus: IEventBus, pattern: EventPattern, deadLetters: Queue): Rule {
  return new Rule(target, "Rule", {
    description: `Relance ${target.declaration.name}`,
    eventBus: bus,
    eventPattern: cdkPattern(pattern),
    targets: [new LambdaFunction(target.lambda, { deadLetterQueue: deadLetters })],
  });
}

/** CDK spells one key its own way, and types values more narrowly than the service takes them. */
function cdkPattern({ "detail-type": detailType, ...rest }: EventPattern): CdkEventPattern {
  return { ...rest, ...(detailType === undefined ? {} : { detailType }) } as CdkEventPattern;
}
