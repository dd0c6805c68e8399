import * as z from "zod";
import { stepSchema, stepShapes } from "#core/sequence/sequence-file.ts";
import { listItem, type YamlStep } from "./yaml-place.ts";

/** What a file's own schema says of a place in it: which keys there are, or which values. No second list to keep. */
export interface SchemaPlace {
  readonly keys: readonly { readonly name: string; readonly isRequired: boolean; readonly holds: "text" | "list" | "map" }[];
  readonly values: readonly string[];
  /** Whether any key may stand here, as where a text is written by language. */
  readonly isOpen: boolean;
  /** What it is, where the schema says so. */
  readonly about: string | undefined;
}

export function schemaAt(schema: z.ZodType, path: readonly YamlStep[]): SchemaPlace {
  const here = path.reduce<readonly z.ZodType[]>((schemas, step) => schemas.flatMap((one) => below(one, step)), shapesOf(schema));
  const keys = new Map<string, SchemaPlace["keys"][number]>();
  for (const one of here) {
    if (!(one instanceof z.ZodObject)) continue;
    for (const [name, field] of Object.entries(fieldsOf(one))) {
      if (!keys.has(name)) keys.set(name, { name, isRequired: !isOptional(field), holds: holdsOf(field) });
    }
  }
  return {
    keys: [...keys.values()],
    values: [...new Set(here.flatMap(valuesOf))],
    isOpen: here.some((one) => one instanceof z.ZodRecord),
    about: here.map(({ description }) => description).find((text) => text !== undefined),
  };
}

/** The shapes a schema may take, without what only surrounds them: defaults, options, transformations. */
function shapesOf(schema: unknown): readonly z.ZodType[] {
  if (schema === stepSchema) return Object.values(stepShapes);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return shapesOf(schema.unwrap());
  if (schema instanceof z.ZodLazy) return shapesOf(schema.unwrap());
  if (schema instanceof z.ZodPipe) return shapesOf(schema.in);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(shapesOf);
  return schema instanceof z.ZodType ? [schema] : [];
}

function below(schema: z.ZodType, step: YamlStep): readonly z.ZodType[] {
  if (schema instanceof z.ZodObject) return shapesOf(fieldsOf(schema)[step]);
  if (schema instanceof z.ZodRecord) return shapesOf(schema.valueType);
  if (schema instanceof z.ZodArray && step === listItem) return shapesOf(schema.element);
  return [];
}

function valuesOf(schema: z.ZodType): readonly string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String);
  return schema instanceof z.ZodBoolean ? ["true", "false"] : [];
}

function fieldsOf(schema: z.ZodObject): Readonly<Record<string, unknown>> {
  return schema.shape;
}

function isOptional(field: unknown): boolean {
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault;
}

function holdsOf(field: unknown): "text" | "list" | "map" {
  const shapes = shapesOf(field);
  if (shapes.some((one) => one instanceof z.ZodArray)) return "list";
  return shapes.some((one) => one instanceof z.ZodObject || one instanceof z.ZodRecord) ? "map" : "text";
}
