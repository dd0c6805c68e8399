import { Environment, type ParseResult } from "@marcbachmann/cel-js";
import type { AttributeDeclaration, AttributeType } from "#core/person/attribute.ts";
import { criteria } from "#core/person/qualification.ts";

/** What a condition may speak of: everyone's person; besides, the event that is being scored, or the run a step is in. */
export type ConditionScope = "person" | "event" | "run";

type Declarations = Readonly<Record<string, AttributeDeclaration>>;

/** CEL's type of each attribute type. Money is its amount; dates are ISO 8601 texts, which compare as they sort. */
const celTypes: Readonly<Record<AttributeType, string>> = {
  text: "string",
  number: "double",
  money: "double",
  date: "string",
  choice: "string",
  "yes-no": "bool",
  list: "list<string>",
};

/** Fields of `person` that are not attributes. */
export const ownFields = { email: "string", locale: "string", known: "list<string>" } as const;

const eventFields = { type: "string", source: "string", link: "string" } as const;
const runFields = { clicked: "bool", opened: "bool", replied: "bool", sent: "double" } as const;

/** A CEL environment in which exactly our variables exist, each with its type. Limits keep a hostile text from hurting. */
export function celEnvironment(declarations: Declarations, scope: ConditionScope): Environment {
  const attributes = Object.fromEntries(Object.entries(declarations).map(([name, declaration]) => [name, celTypes[declaration.type]]));
  const environment = new Environment({
    limits: { maxAstNodes: 400, maxDepth: 40, maxListElements: 100, maxMapEntries: 20, maxCallArguments: 8 },
  })
    .registerVariable({ name: "person", schema: { ...attributes, ...ownFields } })
    .registerVariable({ name: "score", schema: { fit: "double", engagement: "double", total: "double" } })
    .registerVariable({ name: "qualification", schema: Object.fromEntries(criteria.map((criterion) => [criterion, "string"])) })
    .registerVariable({ name: "consent", schema: { marketing: "bool", measurement: "bool" } })
    .registerVariable("lifecycle", "string")
    .registerVariable("stage", "string")
    .registerVariable("bought", "bool");
  if (scope === "event") environment.registerVariable({ name: "event", schema: { ...eventFields } });
  if (scope === "run") environment.registerVariable({ name: "run", schema: { ...runFields } });
  return environment;
}

export type { ParseResult };
