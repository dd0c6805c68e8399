import { type ASTNode, Environment } from "@marcbachmann/cel-js";
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
const ownFields = { email: "string", locale: "string", known: "list<string>" } as const;

/** What stands behind each name with a dot, by that name: field → CEL type. */
export function schemasOf(declarations: Declarations, scope: ConditionScope): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const attributes = Object.fromEntries(Object.entries(declarations).map(([name, declaration]) => [name, celTypes[declaration.type]]));
  return {
    person: { ...attributes, ...ownFields },
    score: { fit: "double", engagement: "double", total: "double" },
    qualification: Object.fromEntries(criteria.map((criterion) => [criterion, "string"])),
    consent: { marketing: "bool", measurement: "bool" },
    ...(scope === "event" ? { event: eventFields } : {}),
    ...(scope === "run" ? { run: runFields } : {}),
  };
}

/** Names that stand alone, with their types. */
export const plainVariables = { lifecycle: "string", stage: "string", bought: "bool" } as const;

const eventFields = { type: "string", source: "string", link: "string", name: "string" } as const;
const runFields = { clicked: "bool", opened: "bool", replied: "bool", sent: "double" } as const;

/** A CEL environment in which exactly our variables exist, each with its type. Limits keep a hostile text from hurting. */
export function celEnvironment(declarations: Declarations, scope: ConditionScope): Environment {
  const environment = new Environment({
    limits: { maxAstNodes: 400, maxDepth: 40, maxListElements: 100, maxMapEntries: 20, maxCallArguments: 8 },
  });
  for (const [name, schema] of Object.entries(schemasOf(declarations, scope)))
    environment.registerVariable({ name, schema: { ...schema } });
  for (const [name, type] of Object.entries(plainVariables)) environment.registerVariable(name, type);
  return environment;
}

/** The nodes directly under one, in their order. */
export function partsOf(node: ASTNode): readonly ASTNode[] {
  return nodesIn(node.args);
}

function nodesIn(args: unknown): readonly ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(nodesIn);
  return isNode(args) ? [args] : [];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === "object" && value !== null && "op" in value && "args" in value && "range" in value;
}

export type { ASTNode as ConditionNode } from "@marcbachmann/cel-js";
