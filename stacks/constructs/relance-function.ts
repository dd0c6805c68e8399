import { AssetHashType, DockerImage, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { EnvironmentName, FunctionDeclaration } from "#functions/declaration.ts";
import { bundleFunction } from "#stacks/bundling.ts";

/** How often Lambda tries an asynchronous call again before its event goes to the dead letters. */
const retries = 2;

export interface RelanceFunctionProps {
  readonly declaration: FunctionDeclaration;
  readonly environment: Readonly<Record<EnvironmentName, string>>;
  readonly statements: readonly PolicyStatement[];
  readonly deadLetters: Queue;
}

/** One declared function: its bundle, its log, its role and, where nobody waits for its answer, its dead letters. */
export class RelanceFunction extends Construct {
  readonly declaration: FunctionDeclaration;
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: RelanceFunctionProps) {
    super(scope, id);
    const { declaration, deadLetters } = props;
    const asynchronous = declaration.trigger.kind !== "http";
    const logGroup = new LogGroup(this, "Log", { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
    this.declaration = declaration;
    this.lambda = new LambdaFunction(this, "Function", {
      description: `Relance ${declaration.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: "index.handler",
      code: codeOf(this, declaration),
      role: roleOf(this, logGroup, props.statements),
      timeout: Duration.seconds(declaration.timeoutSeconds),
      memorySize: declaration.memoryMb,
      logGroup,
      environment: { NODE_OPTIONS: "--enable-source-maps", ...chosen(declaration.environment, props.environment) },
      ...(asynchronous ? { onFailure: new SqsDestination(deadLetters), retryAttempts: retries } : {}),
    });
  }
}

/** A role that may write to one log group and do what was declared; AWS's managed policy would let it write to all. */
function roleOf(scope: Construct, logGroup: LogGroup, statements: readonly PolicyStatement[]): Role {
  const role = new Role(scope, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  const logs = new PolicyStatement({ actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [logGroup.logGroupArn] });
  for (const statement of [logs, ...statements]) role.addToPolicy(statement);
  return role;
}

/** The bundle is made by esbuild in this process. Where CDK is told not to bundle (unit tests), any folder stands for it. */
function codeOf(scope: Construct, declaration: FunctionDeclaration): Code {
  if (!Stack.of(scope).bundlingRequired) return Code.fromAsset("functions/runtime");
  const tryBundle = (folder: string): boolean => {
    bundleFunction(declaration, folder);
    return true;
  };
  return Code.fromAsset("functions", {
    assetHashType: AssetHashType.OUTPUT,
    // CDK takes two assets of the same source and options for one and the same: the name tells them apart.
    bundling: { image: DockerImage.fromRegistry("none"), environment: { FUNCTION: declaration.name }, local: { tryBundle } },
  });
}

function chosen(names: readonly EnvironmentName[], values: Readonly<Record<EnvironmentName, string>>): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}
