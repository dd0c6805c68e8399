import type { ASTNode } from "@marcbachmann/cel-js";
import type { FactValue, Facts } from "./facts.ts";

type Value = FactValue | Readonly<Record<string, FactValue>> | undefined;
type Read = (facts: Facts) => Value;

/**
 * The everyday part of CEL (fields, literals, comparisons, `&&`, `||`, `!`, `in`) as a closure, about ten times as fast as
 * walking the tree; undefined where the condition goes beyond it and the full evaluator must do it. Sound only for
 * conditions that passed the type check, on facts where nothing is absent: then none of these operators can fail.
 */
export function compileClosure(ast: ASTNode): ((facts: Facts) => boolean) | undefined {
  const read = compile(ast);
  return read === undefined ? undefined : (facts) => read(facts) === true;
}

function compile(node: ASTNode): Read | undefined {
  switch (node.op) {
    case "value":
      return literal(node.args);
    case "id":
      return variable(node.args);
    case ".":
      return field(node.args[0], node.args[1]);
    case "list":
      return list(node.args);
    case "!_": {
      const inner = compile(node.args);
      return inner && ((facts) => inner(facts) !== true);
    }
    case "-_":
      return negative(node.args);
    case "&&":
      return both(node.args, (one, other) => (facts) => one(facts) === true && other(facts) === true);
    case "||":
      return both(node.args, (one, other) => (facts) => one(facts) === true || other(facts) === true);
    case "==":
      return comparable(node.args, (one, other) => (facts) => one(facts) === other(facts));
    case "!=":
      return comparable(node.args, (one, other) => (facts) => one(facts) !== other(facts));
    case "<":
      return ordered(node.args, (one, other) => one < other);
    case "<=":
      return ordered(node.args, (one, other) => one <= other);
    case ">":
      return ordered(node.args, (one, other) => one > other);
    case ">=":
      return ordered(node.args, (one, other) => one >= other);
    case "in":
      return both(node.args, membership);
    default:
      return undefined;
  }
}

function literal(value: unknown): Read | undefined {
  // CEL's integers are BigInts here; our numbers are all doubles.
  const plain = typeof value === "bigint" ? Number(value) : value;
  if (typeof plain === "number" && !Number.isSafeInteger(plain) && typeof value === "bigint") return undefined;
  if (typeof plain !== "string" && typeof plain !== "number" && typeof plain !== "boolean") return undefined;
  return () => plain;
}

function negative(node: ASTNode): Read | undefined {
  const value = node.op === "value" && (typeof node.args === "number" || typeof node.args === "bigint") ? Number(node.args) : undefined;
  return value === undefined || !Number.isSafeInteger(Math.trunc(value)) ? undefined : () => -value;
}

function variable(name: string): Read | undefined {
  switch (name) {
    case "lifecycle":
    case "stage":
    case "bought":
      return (facts) => facts[name];
    default:
      return undefined;
  }
}

function field(object: ASTNode, name: string): Read | undefined {
  if (object.op !== "id") return undefined;
  switch (object.args) {
    case "person":
      return (facts) => facts.person[name];
    case "qualification":
      return (facts) => facts.qualification[name];
    case "score":
      return name === "fit" || name === "engagement" || name === "total" ? (facts) => facts.score[name] : undefined;
    case "consent":
      return name === "marketing" || name === "measurement" ? (facts) => facts.consent[name] : undefined;
    case "event":
      return name === "type" || name === "source" || name === "link" ? (facts) => facts.event[name] : undefined;
    case "run":
      return name === "clicked" || name === "opened" || name === "replied" || name === "sent" ? (facts) => facts.run[name] : undefined;
    default:
      return undefined;
  }
}

function list(nodes: readonly ASTNode[]): Read | undefined {
  const values = nodes.map((node) => (node.op === "value" && typeof node.args === "string" ? node.args : undefined));
  if (!values.every((value) => value !== undefined)) return undefined;
  return () => values;
}

function both(args: readonly [ASTNode, ASTNode], combine: (one: Read, other: Read) => Read | undefined): Read | undefined {
  const one = compile(args[0]);
  const other = compile(args[1]);
  return one && other && combine(one, other);
}

/** Equality by identity is CEL's for texts, numbers and booleans; lists are left to the full evaluator. */
function comparable(args: readonly [ASTNode, ASTNode], combine: (one: Read, other: Read) => Read): Read | undefined {
  if (args.some((node) => node.op === "list" || (!isScalarLiteral(node) && !args.some(isScalarLiteral)))) return undefined;
  return both(args, combine);
}

function isScalarLiteral(node: ASTNode): boolean {
  return node.op === "value";
}

/** Order of numbers. Texts are ordered by code point in CEL and by UTF-16 unit here, so they are left to the evaluator. */
function ordered(args: readonly [ASTNode, ASTNode], holds: (one: number, other: number) => boolean): Read | undefined {
  if (!args.some((node) => node.op === "-_" || (node.op === "value" && typeof node.args !== "string"))) return undefined;
  return both(args, (one, other) => (facts) => {
    const [left, right] = [one(facts), other(facts)];
    return typeof left === "number" && typeof right === "number" && holds(left, right);
  });
}

function membership(one: Read, other: Read): Read {
  return (facts) => {
    const [item, items] = [one(facts), other(facts)];
    return Array.isArray(items) && items.includes(item);
  };
}
