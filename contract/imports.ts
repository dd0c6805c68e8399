import * as z from "zod";
import { importBases, importTallySchema } from "#core/import/import.ts";
import { texts } from "./texts.ts";

const instant = z.iso.datetime();

/** What is said of a list of people beside its `file`: multipart/form-data. Texts, for that is all a form has. */
export const importRequestSchema = z.object({
  basis: z.enum(importBases).describe("what we may write to them on: their consent, our legitimate interest, or nothing"),
  evidence: z.string().trim().max(500).optional().describe("how they agreed, or what our interest is: the proof that must be producible"),
  mapping: z
    .string()
    .max(20_000)
    .optional()
    .describe('what columns are, by heading, as JSON: {"Courriel": "email", "Notes": null}; absent: told from their headings'),
  dryRun: z.stringbool().default(false).describe("only tells what it would do"),
  overwrite: z.stringbool().default(false).describe("whether the list wins over what people told us themselves"),
  tags: z.string().max(500).optional().describe("given to everybody in it, parted by commas"),
});

export const importMappingSchema = z.record(z.string().max(300), z.string().max(60).nullable());

const columnSchema = z.object({ header: z.string(), target: z.string().nullable() });

export const importViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(["running", "done", "stopped"]),
  dryRun: z.boolean(),
  basis: z.enum(importBases),
  evidence: z.string().nullable(),
  overwrite: z.boolean(),
  tags: z.array(z.string()),
  columns: z.array(columnSchema),
  encoding: z.string(),
  delimiter: z.string(),
  of: z.number().int().describe("rows in the file"),
  ...importTallySchema.shape,
  problem: z.string().nullable(),
  problemText: texts.nullable().describe("the same for whoever reads it: what it means, in plain words"),
  by: z.string(),
  createdAt: instant,
  endedAt: instant.nullable(),
});
export type ImportView = z.infer<typeof importViewSchema>;

export const importReadingSchema = z.object({
  encoding: z.string(),
  delimiter: z.string(),
  columns: z.array(columnSchema),
  sample: z.array(z.array(z.string())).describe("the first rows"),
  targets: z.array(z.string()).describe("what a column may be"),
});

export const refusedRowViewSchema = z.object({
  line: z.number().int(),
  cells: z.array(z.string()),
  field: z.string().describe("the column; empty where it is the whole row"),
  code: z.string(),
  problem: z.string(),
  remedy: z.string(),
});
