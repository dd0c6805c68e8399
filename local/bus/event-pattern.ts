import * as z from "zod";
import type { EventPattern } from "#functions/declaration.ts";
import { inNetwork } from "./in-network.ts";

/**
 * EventBridge's event patterns (docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html): a field
 * matches if one of its patterns does, an event if all of its fields do; an array in the event matches by any of its values.
 */
export function matchesPattern(pattern: EventPattern, event: unknown): boolean {
  return matchesFields(pattern, [event]);
}

const fieldsSchema = z.record(z.string(), z.unknown());

/** `holders` are the objects a pattern may find its fields in: several where the event has an array of objects. */
function matchesFields(pattern: EventPattern, holders: readonly unknown[]): boolean {
  return Object.entries(pattern).every(([name, wanted]) => {
    if (name === "$or")
      return z
        .array(fieldsSchema)
        .parse(wanted)
        .some((choice) => matchesFields(choice, holders));
    const values = holders.flatMap((holder) => valuesAt(holder, name));
    return Array.isArray(wanted) ? wanted.some((one) => matchesOne(one, values)) : matchesFields(fieldsSchema.parse(wanted), values);
  });
}

function valuesAt(holder: unknown, name: string): readonly unknown[] {
  if (Array.isArray(holder)) return holder.flatMap((each) => valuesAt(each, name));
  if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, name)) return [];
  const value: unknown = Object.entries(holder).find(([key]) => key === name)?.[1];
  return Array.isArray(value) ? value : [value];
}

function matchesOne(pattern: unknown, values: readonly unknown[]): boolean {
  if (typeof pattern !== "object" || pattern === null) return values.some((value) => value === pattern);
  const [operator, operand] = Object.entries(pattern)[0] ?? [];
  if (operator === "exists") return operand === values.some((value) => typeof value !== "object" || value === null);
  if (operator === "anything-but") return values.length > 0 && values.every((value) => !isNamedBy(operand, value));
  return values.some((value) => matchesOperator(operator, operand, value));
}

function matchesOperator(operator: string | undefined, operand: unknown, value: unknown): boolean {
  if (operator === "numeric")
    return typeof value === "number" && matchesNumeric(z.array(z.union([z.string(), z.number()])).parse(operand), value);
  if (typeof value !== "string") return false;
  switch (operator) {
    case "prefix":
      return affix(operand, value, (text, part) => text.startsWith(part));
    case "suffix":
      return affix(operand, value, (text, part) => text.endsWith(part));
    case "equals-ignore-case":
      return value.toLowerCase() === z.string().parse(operand).toLowerCase();
    case "wildcard":
      return wildcard(z.string().parse(operand)).test(value);
    case "cidr":
      return inNetwork(z.string().parse(operand), value);
    default:
      throw new Error(`EventBridge has no pattern operator "${operator}".`);
  }
}

/** `anything-but` names a value, a list of them, or one of the operators for strings, with one operand or several. */
function isNamedBy(operand: unknown, value: unknown): boolean {
  if (Array.isArray(operand)) return operand.includes(value);
  if (typeof operand !== "object" || operand === null) return operand === value;
  const [operator, inner] = Object.entries(operand)[0] ?? [];
  return (Array.isArray(inner) ? inner : [inner]).some((one: unknown) => matchesOperator(operator, one, value));
}

function affix(operand: unknown, value: string, holds: (text: string, part: string) => boolean): boolean {
  if (typeof operand === "string") return holds(value, operand);
  const { "equals-ignore-case": part } = z.strictObject({ "equals-ignore-case": z.string() }).parse(operand);
  return holds(value.toLowerCase(), part.toLowerCase());
}

/** `*` stands for any run of characters; `\*` for itself. */
function wildcard(pattern: string): RegExp {
  const parts = pattern.match(/\\[*\\]|\*|[^*\\]+|\\/g) ?? [];
  const source = parts.map((part) => (part === "*" ? ".*" : part.replace(/^\\([*\\])$/, "$1").replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  return new RegExp(`^${source.join("")}$`, "s");
}

function matchesNumeric(rule: readonly (string | number)[], value: number): boolean {
  for (let index = 0; index < rule.length; index += 2) {
    const limit = z.number().parse(rule[index + 1]);
    const holds = { "=": value === limit, "<": value < limit, "<=": value <= limit, ">": value > limit, ">=": value >= limit };
    if (!holds[z.enum(["=", "<", "<=", ">", ">="]).parse(rule[index])]) return false;
  }
  return rule.length > 0;
}
