import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type * as z from "zod";
import type { DefinitionProblem } from "./definition.ts";
import { aliasProblem, yamlProblem } from "./yaml-fault.ts";

/** Where a path of keys and indexes stands in a file; nothing where it cannot be told. */
export type PlacedPath = (path: readonly PropertyKey[], part?: "key" | "value") => { readonly line?: number; readonly column?: number };

export type ReadYaml<Value> =
  | { readonly kind: "ok"; readonly value: Value; readonly place: PlacedPath }
  | { readonly kind: "problems"; readonly problems: readonly DefinitionProblem[] };

/** A file a person writes is never this long, in characters. */
const longest = 500_000;

/** Reads a YAML file into the shape of its schema. Every problem says where it stands, which field it is, and what would mend it. */
export function readYaml<Schema extends z.ZodType>(file: string, text: string, schema: Schema): ReadYaml<z.output<Schema>> {
  if (text.length > longest)
    return problems([{ file, field: "", problem: `the file has ${text.length} characters`, remedy: `keep it under ${longest}` }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, logLevel: "error" });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    return problems([
      { file, line, column: col, field: "", problem: yamlProblem(error), remedy: "check the indentation and the quotes around this line" },
    ]);
  }
  const place = placer(document, lines);
  const value = plain(document);
  if (value.kind === "problem")
    return problems([{ file, field: "", problem: value.problem, remedy: "write the repeated part out, without & and *" }]);
  const parsed = schema.safeParse(value.value);
  if (parsed.success) return { kind: "ok", value: parsed.data, place };
  return problems(parsed.error.issues.map((issue) => problemOf(file, issue, place)));
}

function problems<Value>(list: readonly DefinitionProblem[]): ReadYaml<Value> {
  return { kind: "problems", problems: list };
}

/** Aliases may not multiply (a few are convenient, thousands are an attack), nor name what is not there, nor hold themselves. */
function plain(
  document: Document,
): { readonly kind: "value"; readonly value: unknown } | { readonly kind: "problem"; readonly problem: string } {
  let circular = false;
  visit(document, {
    Alias: (_, alias, path) => {
      if (path.some((node) => isNode(node) && "anchor" in node && node.anchor === alias.source)) circular = true;
      return circular ? visit.BREAK : undefined;
    },
  });
  if (circular) return { kind: "problem", problem: "a part of the file refers to itself" };
  try {
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    return { kind: "value", value };
  } catch (thrown) {
    return { kind: "problem", problem: aliasProblem(thrown instanceof Error ? thrown.message : String(thrown)) };
  }
}

function placer(document: Document, lines: LineCounter): PlacedPath {
  return (path, part = "value") => {
    for (let length = path.length; length >= 0; length--) {
      const upTo = path.slice(0, length);
      const node = part === "key" && length === path.length ? keyAt(document, upTo) : nodeAt(document, upTo);
      if (isNode(node) && node.range) {
        const { line, col } = lines.linePos(node.range[0]);
        return { line, column: col };
      }
    }
    return {};
  };
}

function nodeAt(document: Document, path: readonly PropertyKey[]): unknown {
  return path.length === 0 ? document.contents : document.getIn(path, true);
}

/** The key that a path ends with, where people look for what they misspelt. */
function keyAt(document: Document, path: readonly PropertyKey[]): unknown {
  const parent = nodeAt(document, path.slice(0, -1));
  return isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))?.key : undefined;
}

function problemOf(file: string, issue: z.core.$ZodIssue, place: PlacedPath): DefinitionProblem {
  const field = fieldOf(issue.path);
  const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
  const at = unknown.length > 0 ? place([...issue.path, unknown[0] ?? ""], "key") : place(issue.path);
  return { file, ...at, field, problem: problemText(issue), remedy: remedyOf(issue) };
}

function problemText(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `nothing is called ${issue.keys.join(", ")} here`;
  if (issue.code === "invalid_type" && issue.input === undefined) return "this is missing";
  // What is wrong with a name stands in an issue of its own.
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? issue.message;
  return issue.message;
}

function remedyOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return "check the spelling, or take it out";
    case "invalid_value":
      return `write one of: ${issue.values.map(String).join(", ")}`;
    case "invalid_type":
      return `write a ${issue.expected} here`;
    default:
      return "see the same field in the files that came with Relance";
  }
}

/** A path as people write it: `fields[2].label`. */
export function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    "",
  );
}
