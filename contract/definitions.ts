import * as z from "zod";
import { definitionKinds } from "#core/definition/definition.ts";
import { pageOf } from "./api.ts";
import { problemSchema } from "./problem.ts";

/** Text in each language of the company, as `fr` and `en`. */
const textsByLanguage = z.record(z.string(), z.string());
const instant = z.iso.datetime();
const kind = z.enum(definitionKinds);
const files = z.record(z.string().max(300), z.string().max(500_000)).describe("text by path under `templates/`");
const note = z.string().trim().max(500).default("").describe("why, for whoever reads the history");

/** The definition a path names. */
export const definitionPathSchema = z.object({
  kind,
  name: z
    .string()
    .max(80)
    .regex(/^[a-z0-9][a-z0-9-]*$/, "lower-case letters, digits and hyphens"),
});

export const definitionRefSchema = z.object({ kind, name: z.string() });

const published = {
  kind,
  name: z.string(),
  version: z.number().int(),
  publishedAt: instant,
  note: z.string().nullable(),
  by: z
    .object({ kind: z.enum(["member", "key"]), id: z.string(), name: z.string() })
    .nullable()
    .describe("null: from the files"),
};

/** One line of the list of what is in force. */
export const definitionSummarySchema = z.object({
  ...published,
  title: textsByLanguage.describe("its name, title or subject, by language; nothing of what has none"),
  files: z.array(z.string()),
  languages: z.array(z.string()).describe("of an e-mail"),
  purpose: z.enum(["marketing", "notice", "confirmation"]).nullable().describe("of an e-mail"),
  usedBy: z.array(definitionRefSchema),
});
export type DefinitionSummary = z.infer<typeof definitionSummarySchema>;
export const definitionListSchema = pageOf(definitionSummarySchema);

/** One version with its text. */
export const definitionTextSchema = z.object({ ...published, files });
export type DefinitionText = z.infer<typeof definitionTextSchema>;

/** One line of a history. */
export const definitionVersionSchema = z.object({ ...published, inForce: z.boolean() });
export type DefinitionVersion = z.infer<typeof definitionVersionSchema>;

/** What is wrong with a file, where, and what would mend it. */
export const fileProblemSchema = z.object({
  file: z.string(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  field: z.string(),
  problem: z.string(),
  remedy: z.string(),
});
export type FileProblem = z.infer<typeof fileProblemSchema>;
/** A problem document that says everything wrong with the files at once. */
export const filesInvalidSchema = problemSchema.extend({ problems: z.array(fileProblemSchema) });

export const checkRequestSchema = z.strictObject({
  files: z.record(z.string().max(300), z.string().max(500_000).nullable()).describe("files as they are edited; null: without this one"),
});
export const checkAnswerSchema = z.object({
  problems: z.array(fileProblemSchema),
  changes: z.array(definitionRefSchema).describe("what publishing these files would change"),
});

export const publishAllSchema = z.strictObject({ files, note });
export const publishedNameSchema = z.object({ ...definitionRefSchema.shape, version: z.number().int(), changed: z.boolean() });
export const publishedAllSchema = z.object({ published: z.array(publishedNameSchema) });

export const publishRequestSchema = z.strictObject({ files, note });
export const restoreRequestSchema = z.strictObject({ version: z.number().int().min(1), note });
export const retireRequestSchema = z.strictObject({ note });
export const publishedOneSchema = z.object({
  ...publishedNameSchema.shape,
  also: z.array(publishedNameSchema).describe("what became different with it"),
});

export const previewRequestSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, "a language as fr or fr-CA"),
  text: z.string().max(500_000).optional().describe("the file as it is edited; absent: as it is published"),
  personId: z.string().max(60).optional().describe("whom it is filled in for; absent: an example"),
});
/** A mail as one person would get it. Nothing is sent, and its way out leads nowhere. */
export const previewSchema = z.object({
  person: z.object({ id: z.string().nullable(), name: z.string(), email: z.string() }),
  mail: z
    .object({
      subject: z.string(),
      preheader: z.string(),
      html: z.string(),
      text: z.string(),
      bytes: z.number().int().describe("of the HTML"),
    })
    .nullable()
    .describe("null where the text cannot be compiled or filled in: `problems` says why"),
  problems: z.array(fileProblemSchema),
});
export type PreviewView = z.infer<typeof previewSchema>;

export const starterSchema = z.object({ files });
