import * as z from "zod";
import type { Permission } from "#core/access/permission.ts";

const schema = z.record(z.string(), z.unknown());
const operationSchema = z.looseObject({
  "x-permission": z.string(),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema })).default([]),
  requestBody: z.looseObject({ content: z.record(z.string(), z.looseObject({ schema })) }).optional(),
  responses: z.record(z.string(), z.unknown()),
});
const documentSchema = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) });

/** One operation of the API, as its OpenAPI document describes it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  /** The permission it takes; or what stands for one. */
  readonly allow: Permission | "signed-in" | "anybody";
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean | undefined;
    readonly schema: JsonSchema;
  }[];
  readonly body: JsonSchema | undefined;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Every operation of an OpenAPI document, `GET /api/people/{id}` first by path. */
export function operationsOf(document: unknown): readonly Operation[] {
  return Object.entries(documentSchema.parse(document).paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        allow: operation["x-permission"] as Operation["allow"],
        parameters: operation.parameters,
        body: operation.requestBody?.content["application/json"]?.schema,
      })),
    )
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}
