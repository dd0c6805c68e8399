import * as z from "zod";
import type { DefinitionProblem } from "#core/definition/definition.ts";
import { readYaml } from "#core/definition/read-yaml.ts";
import { emailPurposes } from "./email.ts";

/** What stands above the MJML of an e-mail's file, between two lines of `---`. */
export const frontMatterSchema = z.strictObject({
  subject: z.string().min(1).max(200),
  preheader: z.string().max(300).default(""),
  purpose: z.enum(emailPurposes).default("marketing"),
  text: z.string().optional().describe("the text part; absent: made of the HTML"),
});

/**
 * One language of an e-mail as its file has it. `bodyLine` is the line of the file on which the MJML begins, `fieldAt` tells where
 * a field of the front matter stands.
 */
export interface EmailFile extends z.infer<typeof frontMatterSchema> {
  readonly mjml: string;
  readonly bodyLine: number;
  readonly fieldAt: (field: string) => { readonly line?: number; readonly column?: number };
}

export type ReadEmailFile =
  | { readonly kind: "ok"; readonly value: EmailFile }
  | { readonly kind: "problems"; readonly problems: readonly DefinitionProblem[] };

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/;

/** Takes a file apart. A byte order mark, as some editors of Windows write, is no part of it. */
export function readEmailFile(file: string, source: string): ReadEmailFile {
  const text = source.replace(/^\ufeff/, "");
  const found = frontMatter.exec(text);
  if (found === null) {
    const problem = {
      file,
      line: 1,
      column: 1,
      field: "subject",
      problem: "the file has no front matter",
      remedy: "begin it with --- , subject: … , preheader: … and --- on lines of their own",
    };
    return { kind: "problems", problems: [problem] };
  }
  const read = readYaml(file, found[1] ?? "", frontMatterSchema);
  // The front matter's first line is the file's second.
  if (read.kind === "problems")
    return { kind: "problems", problems: read.problems.map((problem) => ({ ...problem, line: (problem.line ?? 1) + 1 })) };
  const fieldAt = (field: string): ReturnType<EmailFile["fieldAt"]> => {
    const { line, column } = read.place([field]);
    return line === undefined || column === undefined ? {} : { line: line + 1, column };
  };
  return { kind: "ok", value: { ...read.value, mjml: text.slice(found[0].length), bodyLine: found[0].split("\n").length, fieldAt } };
}
