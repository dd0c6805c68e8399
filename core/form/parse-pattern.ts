/** One step of matching: a character that passes a test, a fork, or the end. */
export type PatternStep =
  | { readonly op: "one"; readonly test: (character: string) => boolean }
  | { readonly op: "fork"; readonly to: readonly number[] }
  | { readonly op: "end" };

export type ParsedPattern =
  | { readonly kind: "pattern"; readonly steps: readonly PatternStep[] }
  | { readonly kind: "problem"; readonly problem: string };

type Node =
  | { readonly kind: "one"; readonly test: (character: string) => boolean }
  | { readonly kind: "all"; readonly parts: readonly Node[] }
  | { readonly kind: "any"; readonly parts: readonly Node[] }
  | { readonly kind: "repeat"; readonly node: Node; readonly least: number; readonly most: number | undefined };

const longestPattern = 200;
const mostRepeats = 200;
const mostSteps = 3_000;

class PatternProblem extends Error {}

/**
 * Reads a pattern as marketers find them: letters, `.`, classes `[A-Z]`, `\d \w \s \p{L}`, groups, `|`, and `* + ? {2,5}`. What
 * would need looking back or ahead is refused, for the rest can be matched in time that grows with the value alone, whatever
 * a stranger types (R. Cox, “Regular expression matching can be simple and fast”, 2007).
 */
export function parsePattern(text: string): ParsedPattern {
  if (text.length > longestPattern) return { kind: "problem", problem: `it has more than ${longestPattern} characters` };
  try {
    const reader = new PatternReader(Array.from(text.replace(/^\^/, "").replace(/(?<!\\)\$$/, "")));
    const node = reader.alternatives();
    if (!reader.isDone()) throw new PatternProblem("there is a ) too many");
    const steps: PatternStep[] = [];
    emit(node, steps);
    steps.push({ op: "end" });
    return { kind: "pattern", steps };
  } catch (thrown) {
    if (thrown instanceof PatternProblem) return { kind: "problem", problem: thrown.message };
    throw thrown;
  }
}

class PatternReader {
  readonly #characters: readonly string[];
  #at = 0;
  constructor(characters: readonly string[]) {
    this.#characters = characters;
  }

  isDone(): boolean {
    return this.#at >= this.#characters.length;
  }

  alternatives(): Node {
    const parts = [this.#sequence()];
    while (this.#take("|")) parts.push(this.#sequence());
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: "any", parts };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    while (!this.isDone() && this.#next() !== "|" && this.#next() !== ")") parts.push(this.#repeated());
    return { kind: "all", parts };
  }

  #repeated(): Node {
    let node = this.#atom();
    for (let repeat = this.#repeat(); repeat !== undefined; repeat = this.#repeat()) node = { kind: "repeat", node, ...repeat };
    return node;
  }

  #repeat(): { readonly least: number; readonly most: number | undefined } | undefined {
    if (this.#take("*")) return { least: 0, most: undefined };
    if (this.#take("+")) return { least: 1, most: undefined };
    if (this.#take("?")) return { least: 0, most: 1 };
    if (this.#next() !== "{") return undefined;
    const [whole = "", least = "", comma, most = ""] = /^\{(\d{1,4})(,)?(\d{0,4})\}/.exec(this.#rest()) ?? [];
    if (whole === "" || (comma === undefined && most !== "")) throw new PatternProblem("after { comes a number, as in {5} or {2,5}");
    this.#at += whole.length;
    const bounds = { least: Number(least), most: comma === undefined ? Number(least) : most === "" ? undefined : Number(most) };
    if (Math.max(bounds.least, bounds.most ?? 0) > mostRepeats) throw new PatternProblem(`more than ${mostRepeats} times is too often`);
    if (bounds.most !== undefined && bounds.most < bounds.least) throw new PatternProblem(`${whole} ends before it begins`);
    return bounds;
  }

  #atom(): Node {
    const character = this.#next() ?? "";
    if (character === "(") return this.#group();
    if (character === "[") return this.#tested(/^\[\^?(?:\\.|[^\]\\])+\]/su.exec(this.#rest())?.[0], "a [ is not closed, or empty");
    if (character === "\\") {
      const escaped = /^\\(?:[pP]\{\w{1,30}\}|[dDwWsS]|[^A-Za-z0-9])/u.exec(this.#rest())?.[0];
      return this.#tested(escaped, "only \\d, \\w, \\s, \\p{…} and signs may stand after a \\");
    }
    if ("*+?{}])^$".includes(character))
      throw new PatternProblem(`${character} stands where nothing is to be repeated or closed: write \\${character}`);
    this.#at += 1;
    return { kind: "one", test: character === "." ? (given) => given !== "\n" : (given) => given === character };
  }

  #group(): Node {
    this.#at += 1;
    if (this.#next() === "?" && !this.#rest().startsWith("?:")) throw new PatternProblem("(? can only be (?: here");
    if (this.#rest().startsWith("?:")) this.#at += 2;
    const node = this.alternatives();
    if (!this.#take(")")) throw new PatternProblem("a ( is not closed");
    return node;
  }

  /** One character's own test, which the language's matcher does well: one character cannot make it dawdle. */
  #tested(source: string | undefined, problem: string): Node {
    if (source === undefined) throw new PatternProblem(problem);
    this.#at += Array.from(source).length;
    try {
      const matcher = new RegExp(`^${source}$`, "u");
      return { kind: "one", test: (given) => matcher.test(given) };
    } catch {
      throw new PatternProblem(`${source} cannot be read`);
    }
  }

  #take(character: string): boolean {
    if (this.#next() !== character) return false;
    this.#at += 1;
    return true;
  }

  #next(): string | undefined {
    return this.#characters[this.#at];
  }

  #rest(): string {
    return this.#characters.slice(this.#at).join("");
  }
}

/** Writes the steps of a node behind those there are; a fork names the steps it leads to. */
function emit(node: Node, steps: PatternStep[]): void {
  if (steps.length > mostSteps) throw new PatternProblem("it repeats too much");
  switch (node.kind) {
    case "one":
      steps.push({ op: "one", test: node.test });
      return;
    case "all":
      for (const part of node.parts) emit(part, steps);
      return;
    case "any":
      emitAny(node.parts, steps);
      return;
    case "repeat":
      emitRepeat(node, steps);
  }
}

function emitAny(parts: readonly Node[], steps: PatternStep[]): void {
  const fork = steps.push({ op: "fork", to: [] }) - 1;
  const begins: number[] = [];
  const ends: number[] = [];
  for (const part of parts) {
    begins.push(steps.length);
    emit(part, steps);
    ends.push(steps.push({ op: "fork", to: [] }) - 1);
  }
  steps[fork] = { op: "fork", to: begins };
  for (const end of ends) steps[end] = { op: "fork", to: [steps.length] };
}

function emitRepeat({ node, least, most }: Extract<Node, { readonly kind: "repeat" }>, steps: PatternStep[]): void {
  for (let time = 0; time < least; time++) emit(node, steps);
  if (most === undefined) {
    const begin = steps.push({ op: "fork", to: [] }) - 1;
    emit(node, steps);
    steps.push({ op: "fork", to: [begin] });
    steps[begin] = { op: "fork", to: [begin + 1, steps.length] };
    return;
  }
  const forks: number[] = [];
  for (let time = least; time < most; time++) {
    forks.push(steps.push({ op: "fork", to: [] }) - 1);
    emit(node, steps);
  }
  for (const fork of forks) steps[fork] = { op: "fork", to: [fork + 1, steps.length] };
}
