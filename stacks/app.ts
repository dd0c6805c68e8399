import { App, Aspects, Stack } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { acknowledge } from "./acknowledgements.ts";
import { readDeployment } from "./deployment.ts";
import { composeRelance } from "./relance-stack.ts";

/** The plain CDK application: `npx cdk synth`, `npx cdk deploy`. With a finding nobody has answered, it does neither. */
const app = new App();
const deployment = readDeployment(app.node);
const stack = new Stack(app, deployment.name, { description: "Relance: marketing automation that costs nothing while it waits" });
composeRelance(stack, deployment);
acknowledge(stack);
Aspects.of(app).add(new AwsSolutionsChecks());
app.synth();
