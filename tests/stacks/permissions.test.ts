import { readFileSync } from "node:fs";
import { Aspects } from "aws-cdk-lib";
import { Annotations, Match } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { FunctionDeclaration, Permission } from "#functions/declaration.ts";
import { functions } from "#functions/list.ts";
import { acknowledge, acknowledgements, wildcards } from "#stacks/acknowledgements.ts";
import { relanceStack, relanceTemplate, resourcesOf } from "./synthesise.ts";

const declared: readonly FunctionDeclaration[] = functions;
const oneOrMore = <Schema extends z.ZodType>(schema: Schema) => z.union([z.array(schema), schema.transform((one) => [one])]);
const policySchema = z.object({
  PolicyDocument: z.object({
    Statement: z.array(z.object({ Effect: z.literal("Allow"), Action: oneOrMore(z.string()), Resource: oneOrMore(z.unknown()) })),
  }),
});

const template = relanceTemplate();

function statementsOf(name: string) {
  const policy = resourcesOf(template, "AWS::IAM::Policy").find(({ id }) => id.startsWith(`${name}RoleDefaultPolicy`));
  return policySchema.parse(policy?.properties).PolicyDocument.Statement;
}

/** What the adapters ask of the table: every command of the SDK that is named in their one way to it. */
const tableCommands = [...readFileSync("functions/adapters/dynamo/table-access.ts", "utf8").matchAll(/new (\w+)Command\(/g)]
  .map(([, command = ""]) => command)
  .filter((command, index, all) => all.indexOf(command) === index);

/** The actions each word stands for; beside them every function writes its log, and an asynchronous one its dead letters. */
const actions: Readonly<Record<Permission, readonly string[]>> = {
  "table:read-write": tableCommands.map((command) => `dynamodb:${command}`),
  "bus:put": ["events:PutEvents"],
  "mail:send": ["ses:SendEmail", "ses:GetAccount"],
  "mail:status": ["ses:GetEmailIdentity"],
  "inbox:read": ["s3:GetObject"],
};
const always = ["logs:CreateLogStream", "logs:PutLogEvents"];
const asynchronous = ["sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"];

describe("what the functions may do", () => {
  it.each(declared)("$name may do what it declares and nothing beside", ({ name, permissions, trigger }) => {
    const allowed = new Set(statementsOf(name).flatMap(({ Action }) => Action));

    const expected = [...always, ...(trigger.kind === "http" ? [] : asynchronous), ...permissions.flatMap((word) => actions[word])];
    expect([...allowed].sort()).toEqual([...new Set(expected)].sort());
  });

  it.each(declared)("$name reaches everything of a kind only where a reason is written", ({ name, permissions }) => {
    const withReason = permissions.flatMap((permission) => wildcards[permission]?.action ?? []);

    const wide = statementsOf(name).filter(({ Resource }) => JSON.stringify(Resource).includes("*"));

    expect(wide.flatMap(({ Action }) => Action).sort()).toEqual([...withReason].sort());
  });

  it("includes no action of a kind whole", () => {
    const all = declared.flatMap(({ name }) => statementsOf(name)).flatMap(({ Action }) => Action);

    expect(all.filter((action) => action.includes("*"))).toEqual([]);
  });

  it("is given without any of AWS's managed policies", () => {
    for (const { properties } of resourcesOf(template, "AWS::IAM::Role")) expect(properties["ManagedPolicyArns"]).toBeUndefined();
  });

  it("lets mail leave from our domain, by our two configuration sets", () => {
    const resources = JSON.stringify(statementsOf("tick").find(({ Action }) => Action.includes("ses:SendEmail"))?.Resource);

    expect(resources.match(/:(identity|configuration-set)\/[a-z.-]+/g)).toEqual([
      ":identity/atelier-lumen.example",
      ":configuration-set/relance",
      ":configuration-set/relance-opens",
    ]);
  });
});

describe("cdk-nag", () => {
  it("finds nothing that is not acknowledged with a reason", () => {
    const stack = relanceStack();
    acknowledge(stack);
    Aspects.of(stack).add(new AwsSolutionsChecks());

    const found = Annotations.fromStack(stack).findError("*", Match.stringLikeRegexp("AwsSolutions-.*"));
    const warned = Annotations.fromStack(stack).findWarning("*", Match.stringLikeRegexp("AwsSolutions-.*"));

    expect([...found, ...warned].map(({ id, entry }) => `${id}: ${String(entry.data)}`)).toEqual([]);
  });

  it("finds each acknowledged thing: none is acknowledged for nothing", () => {
    const stack = relanceStack();
    Aspects.of(stack).add(new AwsSolutionsChecks());

    const found = new Set(
      (["findError", "findWarning"] as const)
        .flatMap((find) => Annotations.fromStack(stack)[find]("*", Match.stringLikeRegexp("AwsSolutions-.*")))
        .map(({ id, entry }) => `${id.replace("/relance/", "")} ${/AwsSolutions-[A-Z0-9]+/.exec(String(entry.data))?.[0]}`),
    );

    expect([...new Set(acknowledgements.map(({ at, id }) => `${at} ${id}`))].filter((known) => !found.has(known))).toEqual([]);
    expect(found.size).toBeGreaterThan(10);
  });
});
