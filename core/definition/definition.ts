import * as z from "zod";

/** The kinds of file marketers own. `settings`, `person`, `scoring` and `lifecycle` have one file each, named `default`. */
export const definitionKinds = ["settings", "person", "scoring", "lifecycle", "form", "email", "sequence"] as const;
export type DefinitionKind = (typeof definitionKinds)[number];

/** Who published a version: somebody of the team, or a program with a key. */
export const publisherSchema = z.object({ kind: z.enum(["member", "key"]), id: z.string(), name: z.string() });
export type Publisher = z.infer<typeof publisherSchema>;

/**
 * One immutable published version. `source` is the text people edit, by path under `templates/`; `artefact` is what it was
 * compiled to, in the shape its kind declares.
 */
export const publishedSchema = z.object({
  kind: z.enum(definitionKinds),
  name: z.string(),
  version: z.number().int(),
  hash: z.string().describe("of the source: publishing the same text again makes no new version"),
  source: z.record(z.string(), z.string()),
  artefact: z.unknown(),
  publishedAt: z.number(),
  note: z.string().optional(),
  by: publisherSchema.optional().describe("absent: published from the files, by whoever may write to the table"),
});
export type Published<Artefact = unknown> = Omit<z.infer<typeof publishedSchema>, "artefact"> & { readonly artefact: Artefact };

/** What is wrong with a file, where, and what would mend it. */
export interface DefinitionProblem {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
}
