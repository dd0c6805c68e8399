import { RemovalPolicy } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, HttpRoute, HttpRouteKey, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { RelanceFunction } from "./relance-function.ts";

/** Requests a second the whole API takes, and how many at once: a flood costs money and nobody's form sends so many. */
const throttle = { rateLimit: 100, burstLimit: 200 } as const;

/** What an access log keeps: the route and not the path, for a path may hold a token; and no address of anyone. */
const logged = {
  requestId: "$context.requestId",
  at: "$context.requestTime",
  route: "$context.routeKey",
  status: "$context.status",
  milliseconds: "$context.responseLatency",
  problem: "$context.integrationErrorMessage",
} as const;

/**
 * The HTTP API. It is made before the functions, which are told its address, and its routes after them: CloudFormation
 * would refuse the circle otherwise.
 */
export class RelanceHttpApi extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.api = new HttpApi(this, "Api", { description: "Relance", createDefaultStage: false });
    const log = new LogGroup(this, "Log", { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
    new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle,
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: AccessLogFormat.custom(JSON.stringify(logged)) },
    });
  }

  /** Leads the routes to the function. A route is written as API Gateway writes it: `POST /forms/{form}`. */
  route(target: RelanceFunction, routes: readonly string[]): void {
    const integration = new HttpLambdaIntegration(target.declaration.name, target.lambda);
    for (const route of routes) {
      new HttpRoute(this, route.replaceAll("/", "|"), { httpApi: this.api, integration, routeKey: routeKey(route) });
    }
  }
}

function routeKey(route: string): HttpRouteKey {
  const [word, path, ...rest] = route.split(" ");
  const method = Object.values(HttpMethod).find((known) => known === word);
  if (method === undefined || path === undefined || rest.length > 0) throw new Error(`${route} is no route: write METHOD /path`);
  return HttpRouteKey.with(path, method);
}
