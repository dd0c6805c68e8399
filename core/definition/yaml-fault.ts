import type { ErrorCode } from "yaml";

const bracketed = "inside [ ] and { } everything stays on lines of its own kind: no list with hyphens, no block";
const tagged = "a word that begins with ! or % means something else in YAML: put the text in quotes";
const anchored = "a word that begins with & or * means something else in YAML: put the text in quotes";

/** What is wrong with a file that is no YAML, by the parser's stable code, for people who know little of YAML. */
const sentences: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: anchored,
  BAD_ALIAS: anchored,
  BAD_COLLECTION_TYPE: tagged,
  BAD_DIRECTIVE: tagged,
  BAD_DQ_ESCAPE: "after a \\ in double quotes comes a letter that YAML knows: write \\\\ for the sign itself",
  BAD_INDENT: "this line begins too far left or right",
  BAD_PROP_ORDER: tagged,
  BAD_SCALAR_START: "a text that begins with this sign stands in quotes",
  BLOCK_AS_IMPLICIT_KEY: "there are two keys on this line, or a colon in a text without quotes",
  BLOCK_IN_FLOW: bracketed,
  DUPLICATE_KEY: "this key stands twice",
  IMPOSSIBLE: "this line cannot be read",
  KEY_OVER_1024_CHARS: "this key is too long",
  MISSING_CHAR: "something is missing here: a colon, a comma, a space or a hyphen",
  MULTILINE_IMPLICIT_KEY: "this line is no key with a colon",
  MULTIPLE_ANCHORS: anchored,
  MULTIPLE_DOCS: "a line of --- begins a second file within this one",
  MULTIPLE_TAGS: tagged,
  NON_STRING_KEY: "a key is a word",
  RESOURCE_EXHAUSTION: "the lists and keys stand too deep within one another",
  TAB_AS_INDENT: "lines are indented by spaces, not by tabs",
  TAG_RESOLVE_FAILED: tagged,
  UNEXPECTED_TOKEN: "something stands here that has no place here",
};

export function yamlProblem({ code, message }: { readonly code: ErrorCode; readonly message: string }): string {
  if (code === "MISSING_CHAR" && message.startsWith("Missing closing")) return "a quote is not closed";
  return sentences[code];
}

/** Why the aliases of a file cannot be followed: one names nothing, or together they would grow without end. */
export function aliasProblem(message: string): string {
  const [, name] = /^Unresolved alias .*: (.+)$/s.exec(message) ?? [];
  return name === undefined ? "the file repeats parts of itself too often" : `nothing before it is called &${name}`;
}
