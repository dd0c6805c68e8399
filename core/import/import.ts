import * as z from "zod";
import type { Id } from "#core/id/id.ts";
import { isRefusalCode, type RefusalCode } from "./refusal.ts";

export type ImportId = Id<"import">;

/** What we may write to the people of a list on (GDPR art. 6(1)(a), (f)); `none` brings them in and writes to nobody. */
export const importBases = ["consent", "legitimate-interest", "none"] as const;

/** What became of rows so far. */
export const importTallySchema = z.object({
  rows: z.number().int().describe("worked on"),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int().describe("known already, with nothing new"),
  refused: z.number().int(),
  withoutBasis: z
    .number()
    .int()
    .default(0)
    .describe("taken in, and not to be written to: a private address gets no basis by an interest of ours"),
});
export type ImportTally = z.infer<typeof importTallySchema>;
export const noRows: ImportTally = { rows: 0, created: 0, updated: 0, unchanged: 0, refused: 0, withoutBasis: 0 };

/**
 * A list of people that is brought in: its rows lie in chunks beside it and are worked on one after the other, each decided by `rev`.
 * What a dead visit had begun is done again with the same effect, for each row's fact has one id.
 */
export const importSchema = z.object({
  id: z.custom<ImportId>((value) => typeof value === "string" && value.startsWith("imp_")),
  rev: z.number().int(),
  name: z.string().describe("of the file"),
  by: z.string(),
  basis: z.enum(importBases),
  evidence: z.string().optional().describe("how they agreed, or what our interest is: the proof that must be producible"),
  dryRun: z.boolean(),
  overwrite: z.boolean().describe("whether the list wins over what people have told us themselves"),
  tags: z.array(z.string()).describe("given to everybody in it"),
  columns: z.array(z.object({ header: z.string(), target: z.string().nullable() })).describe("what each column is; null: not taken"),
  encoding: z.string(),
  delimiter: z.string(),
  rows: z.number().int().describe("in the file, without the heading"),
  chunks: z.number().int(),
  next: z.number().int().describe("the chunk that is worked on next"),
  tally: importTallySchema,
  state: z.enum(["running", "done", "stopped"]),
  attempts: z.number().int(),
  problem: z.string().optional(),
  createdAt: z.number(),
  endedAt: z.number().optional(),
  dueAt: z.number().optional(),
});
export type Import = z.infer<typeof importSchema>;

/** A row as the file has it: its line (the heading is 1) and its cells. */
export const fileRowSchema = z.object({
  line: z.number().int(),
  cells: z.array(z.string()),
  earlier: z.number().int().optional().describe("of a list that is only foreseen: the last chunk before in which the same address stands"),
});
export type FileRow = z.infer<typeof fileRowSchema>;

/** A row that was not taken: the heading of the column where it is wrong (empty for the whole row), and what is. */
export const refusedRowSchema = fileRowSchema.omit({ earlier: true }).extend({
  field: z.string(),
  code: z.custom<RefusalCode>((value) => typeof value === "string" && isRefusalCode(value)),
  data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type RefusedRow = z.infer<typeof refusedRowSchema>;
