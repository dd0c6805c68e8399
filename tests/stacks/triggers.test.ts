import { describe, expect, it } from "vitest";
import type { FunctionDeclaration } from "#functions/declaration.ts";
import { functions } from "#functions/list.ts";
import { relanceTemplate, resourcesOf } from "./synthesise.ts";

const declared: readonly FunctionDeclaration[] = functions;
const template = relanceTemplate();
const rules = resourcesOf(template, "AWS::Events::Rule").map(({ properties }) => properties);

function ruleOf(name: string) {
  return rules.find(({ Description }) => String(Description).startsWith(`Relance ${name}`));
}

describe("what starts the functions", () => {
  it("is every declared route, and no other", () => {
    const routes = resourcesOf(template, "AWS::ApiGatewayV2::Route").map(({ properties }) => properties["RouteKey"]);
    const expected = declared.flatMap(({ trigger }) => (trigger.kind === "http" ? trigger.routes : []));

    expect(routes).toHaveLength(expected.length);
    expect(new Set(routes)).toEqual(new Set(expected));
    expect(expected.length).toBeGreaterThan(5);
  });

  it("leads each route to the function that declares it", () => {
    const integrations = new Map(resourcesOf(template, "AWS::ApiGatewayV2::Integration").map(({ id, properties }) => [id, properties]));

    for (const { properties } of resourcesOf(template, "AWS::ApiGatewayV2::Route")) {
      const integration = [...integrations.keys()].find((id) => JSON.stringify(properties["Target"]).includes(`"${id}"`));
      const owner = declared.find(({ trigger }) => trigger.kind === "http" && trigger.routes.includes(String(properties["RouteKey"])));
      const target = JSON.stringify(integrations.get(integration ?? "")?.["IntegrationUri"]);
      expect(target).toMatch(new RegExp(`"${owner?.name}Function[0-9A-F]{8}"`));
    }
  });

  it("holds the API to a rate, and logs routes without paths, which may hold a token", () => {
    const [stage] = resourcesOf(template, "AWS::ApiGatewayV2::Stage");

    expect(stage?.properties).toMatchObject({
      StageName: "$default",
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
    });
    const log = JSON.stringify(stage?.properties["AccessLogSettings"]);
    expect(log).toContain("$context.routeKey");
    expect(log).not.toMatch(/context\.(path|identity)/);
  });

  it("is a minute's schedule for tick", () => {
    expect(ruleOf("tick")).toMatchObject({ ScheduleExpression: "rate(1 minute)" });
  });

  it("is the declared pattern for each event, on the declared bus", () => {
    const [bus] = resourcesOf(template, "AWS::Events::EventBus");
    const onEvents = declared.filter(({ trigger }) => trigger.kind === "event");

    for (const { name, trigger } of onEvents) {
      if (trigger.kind !== "event") continue;
      const where = trigger.bus === "default" ? "default" : { Ref: bus?.id };
      expect(ruleOf(name)).toMatchObject({ EventPattern: trigger.pattern, EventBusName: where });
    }
    expect(onEvents.map(({ name }) => name)).toEqual(expect.arrayContaining(["feedback", "events"]));
  });

  it("is a received mail for reply, and not SES's own notice in the bucket", () => {
    const [inbox] = resourcesOf(template, "AWS::S3::Bucket");

    expect(ruleOf("reply")).toMatchObject({
      EventBusName: "default",
      EventPattern: {
        source: ["aws.s3"],
        "detail-type": ["Object Created"],
        detail: { bucket: { name: [{ Ref: inbox?.id }] }, object: { key: [{ "anything-but": ["AMAZON_SES_SETUP_NOTIFICATION"] }] } },
      },
    });
  });

  it("keeps what EventBridge could not deliver", () => {
    const [queue] = resourcesOf(template, "AWS::SQS::Queue");

    for (const { Targets } of rules) {
      expect(Targets).toEqual([expect.objectContaining({ DeadLetterConfig: { Arn: { "Fn::GetAtt": [queue?.id, "Arn"] } } })]);
    }
    expect(rules).toHaveLength(declared.filter(({ trigger }) => trigger.kind !== "http").length);
  });

  it("encrypts the dead letters and takes them over TLS only", () => {
    template.hasResourceProperties("AWS::SQS::Queue", { SqsManagedSseEnabled: true, MessageRetentionPeriod: 1_209_600 });
    expect(JSON.stringify(template.findResources("AWS::SQS::QueuePolicy"))).toContain('"aws:SecureTransport":"false"');
  });
});
