import { describe, expect, it } from "vitest";
import type { FunctionDeclaration } from "#functions/declaration.ts";
import { functions } from "#functions/list.ts";
import { relanceTemplate, resourcesOf } from "./synthesise.ts";

const declared: readonly FunctionDeclaration[] = functions;
const template = relanceTemplate();
const deployed = new Map(resourcesOf(template, "AWS::Lambda::Function").map((resource) => [resource.properties["Description"], resource]));

function functionOf(declaration: FunctionDeclaration) {
  const found = deployed.get(`Relance ${declaration.name}`);
  if (found === undefined) throw new Error(`${declaration.name} is not deployed`);
  return found;
}

describe("the deployed functions", () => {
  it("are those of the list and no others", () => {
    expect(deployed.size).toBe(declared.length);
    expect(new Set(deployed.keys())).toEqual(new Set(declared.map(({ name }) => `Relance ${name}`)));
  });

  it.each(declared)("$name runs on Node 24 on arm64, with the memory and time it declares", (declaration) => {
    expect(functionOf(declaration).properties).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      Handler: "index.handler",
      MemorySize: declaration.memoryMb,
      Timeout: declaration.timeoutSeconds,
    });
  });

  it.each(declared)("$name is given the environment it declares and no more", (declaration) => {
    const environment = functionOf(declaration).properties["Environment"];

    expect(environment).toEqual({
      Variables: Object.fromEntries(["NODE_OPTIONS", ...declaration.environment].map((name) => [name, expect.anything()])),
    });
  });

  it("are told the address of the HTTP API, which is made before them", () => {
    const [api] = resourcesOf(template, "AWS::ApiGatewayV2::Api");

    expect(functionOf(functions[0]).properties).toMatchObject({
      Environment: { Variables: { PUBLIC_URL: { "Fn::GetAtt": [api?.id, "ApiEndpoint"] } } },
    });
  });

  it("are told a domain of one's own where there is one", () => {
    const own = relanceTemplate({ publicUrl: "https://relance.example.com" });

    own.hasResourceProperties("AWS::Lambda::Function", { Environment: { Variables: { PUBLIC_URL: "https://relance.example.com" } } });
  });

  it.each(declared)("$name keeps its log for a month", (declaration) => {
    const logs = new Map(resourcesOf(template, "AWS::Logs::LogGroup").map(({ id, properties }) => [id, properties]));
    const { LoggingConfig } = functionOf(declaration).properties;
    const [logGroup] = Object.values(LoggingConfig ?? {}).map((reference) => logs.get(String(Object.values(reference)[0])));

    expect(logGroup).toMatchObject({ RetentionInDays: 30 });
  });

  it.each(declared.filter(({ trigger }) => trigger.kind !== "http"))("$name is tried twice more, then its event is kept", (declaration) => {
    const [queue] = resourcesOf(template, "AWS::SQS::Queue");
    const kept = resourcesOf(template, "AWS::Lambda::EventInvokeConfig").map(({ properties }) => properties);

    expect(kept).toContainEqual(
      expect.objectContaining({
        FunctionName: { Ref: functionOf(declaration).id },
        MaximumRetryAttempts: 2,
        DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": [queue?.id, "Arn"] } } },
      }),
    );
  });
});
