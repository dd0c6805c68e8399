import * as z from "zod";

const publishedSchema = z.object({
  published: z.array(z.object({ kind: z.string(), name: z.string(), version: z.number(), changed: z.boolean() })),
});
const refusedSchema = z.object({
  title: z.string(),
  detail: z.string().optional(),
  remedy: z.string().optional(),
  problems: z
    .array(
      z.object({
        file: z.string(),
        line: z.number().optional(),
        column: z.number().optional(),
        field: z.string(),
        problem: z.string(),
        remedy: z.string(),
      }),
    )
    .default([]),
});

/** What `POST /api/publish` answered, as lines for a terminal: an editor makes links of `file:line:column`. */
export function describeAnswer(status: number, body: unknown): string {
  const published = publishedSchema.safeParse(body);
  if (published.success) {
    const changed = published.data.published.filter((definition) => definition.changed);
    const lines = changed.map(({ kind, name, version }) => `  ${kind} ${name}, version ${version}`);
    return lines.length === 0 ? "Nothing has changed since it was last published." : ["Published:", ...lines].join("\n");
  }
  const refused = refusedSchema.safeParse(body);
  if (!refused.success) return `Nothing was published: the answer was ${status}, and no JSON of Relance's.`;
  const lines = refused.data.problems.map(({ file, line, column, field, problem, remedy }) => {
    const place = [`templates/${file}`, line, column].filter((part) => part !== undefined).join(":");
    return `\n${place}${field === "" ? "" : `  ${field}`}\n  ${problem}\n  → ${remedy}`;
  });
  const { title, detail, remedy } = refused.data;
  const why = detail === undefined ? title : `${title}. ${detail}`;
  return [why, ...(remedy === undefined ? [] : [`→ ${remedy}`]), ...lines].join("\n");
}
