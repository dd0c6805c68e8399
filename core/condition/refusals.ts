import type { ASTNode } from "@marcbachmann/cel-js";
import { partsOf } from "./cel.ts";

/** Something CEL allows and we do not, because it may take for ever on what a stranger typed into a form. */
export interface Refusal {
  readonly problem: string;
  readonly remedy: string;
  readonly start: number;
}

/** CEL's macros that go through a list, an expression for each of its elements. */
const loops = new Set(["all", "exists", "exists_one", "map", "filter"]);

/** Loops within loops: two go through a hundred elements 10,000 times, four would a hundred million times. */
const deepest = 2;

/** The first thing in a condition that could hold a tick up: a regular expression (backtracking), or loops in loops. */
export function refusalOf(node: ASTNode, within = 0): Refusal | undefined {
  const called = node.op === "rcall" ? node.args[0] : undefined;
  if (called === "matches") {
    return {
      problem: "conditions know no regular expressions: some never end on the wrong text",
      remedy: "use contains, startsWith or endsWith",
      start: node.range.start,
    };
  }
  const depth = called !== undefined && loops.has(called) ? within + 1 : within;
  if (depth > deepest) return { problem: `${depth} loops stand within one another`, remedy: `keep to ${deepest}`, start: node.range.start };
  for (const part of partsOf(node)) {
    const refusal = refusalOf(part, depth);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
