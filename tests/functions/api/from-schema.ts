import * as fc from "fast-check";
import type { JsonSchema } from "./operations.ts";

/** Values that a JSON Schema (the part of 2020-12 that zod writes) allows, and that a program would send. */
export function fromSchema(schema: JsonSchema): fc.Arbitrary<unknown> {
  const choices = schema["oneOf"] ?? schema["anyOf"];
  if (isList(choices)) return fc.oneof(...choices.map((each) => fromSchema(asSchema(each))));
  if (isList(schema["allOf"]))
    return fc.tuple(...schema["allOf"].map((each) => fromSchema(asSchema(each)))).map((all) => Object.assign({}, ...all));
  if (isList(schema["enum"])) return fc.constantFrom(...schema["enum"]);
  if ("const" in schema) return fc.constant(schema["const"]);
  const type = schema["type"];
  if (isList(type)) return fc.oneof(...type.map((each) => fromSchema({ ...schema, type: each })));
  switch (type) {
    case "object":
      return objectOf(schema);
    case "array":
      return fc.array(fromSchema(asSchema(schema["items"])), {
        minLength: Number(schema["minItems"] ?? 0),
        maxLength: Math.min(3, Number(schema["maxItems"] ?? 3)),
      });
    case "string":
      return textOf(schema);
    case "integer":
    case "number":
      return fc.integer({ min: bound(schema["minimum"], 0), max: bound(schema["maximum"], 1_000) });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

function objectOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const properties = Object.entries(asSchema(schema["properties"] ?? {})).map(
    ([name, each]) => [name, fromSchema(asSchema(each))] as const,
  );
  const required = isList(schema["required"]) ? schema["required"].map(String) : [];
  const known = fc.record(Object.fromEntries(properties), { requiredKeys: required, noNullPrototype: true });
  const extra = schema["additionalProperties"];
  if (typeof extra !== "object" || extra === null) return known;
  return fc
    .tuple(known, fc.dictionary(fc.constantFrom("firstName", "a.yaml", "x"), fromSchema(asSchema(extra)), { maxKeys: 2 }))
    .map(([one, other]) => ({ ...other, ...one }));
}

function textOf(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema["format"] === "date-time") return fc.constant("2026-12-01T09:00:00.000Z");
  if (schema["format"] === "email") return fc.constant("somebody@lumen.example");
  const min = Number(schema["minLength"] ?? 0);
  return fc
    .oneof(fc.constant("demo"), fc.string({ minLength: min, maxLength: Math.min(40, Number(schema["maxLength"] ?? 40)), unit: "grapheme" }))
    .filter((text) => text.length >= min);
}

function bound(value: unknown, otherwise: number): number {
  return typeof value === "number" && Math.abs(value) < 2 ** 31 ? Math.ceil(value) : otherwise;
}

function asSchema(value: unknown): JsonSchema {
  return typeof value === "object" && value !== null ? (value as JsonSchema) : {};
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}
