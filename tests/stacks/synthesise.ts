import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { type Deployment, readDeployment } from "#stacks/deployment.ts";
import { composeRelance } from "#stacks/relance-stack.ts";

/** The stack as it would be deployed, without bundling the code: a second instead of ten. */
export function relanceStack(change: Partial<Deployment> = {}): Stack {
  const app = new App({ context: { "aws:cdk:bundling-stacks": [] } });
  const stack = new Stack(app, "relance");
  composeRelance(stack, { ...readDeployment(app.node), ...change });
  return stack;
}

export function relanceTemplate(change: Partial<Deployment> = {}): Template {
  return Template.fromStack(relanceStack(change));
}

export interface Resource {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export function resourcesOf(template: Template, type: string): readonly Resource[] {
  return Object.entries(template.findResources(type)).map(([id, resource]) => ({ id, properties: resource["Properties"] }));
}
