/** A step on the way down a YAML file: a key, or an item of a list. */
export type YamlStep = string;
export const listItem = "[]";

/** Where in a YAML file somebody writes: the keys that lead there, and what of a key or a value stands there already. */
export interface YamlPlace {
  readonly path: readonly YamlStep[];
  readonly part: "key" | "value";
  readonly typed: string;
  /** Where `typed` begins in the text. */
  readonly from: number;
}

interface Opened {
  readonly indent: number;
  readonly step: YamlStep;
}

/** Follows the indentation and the braces up to the cursor. It needs no file that can be read: one is being written. */
export function yamlPlaceAt(text: string, position: number): YamlPlace | undefined {
  const before = text.slice(0, position);
  const lines = before.split("\n");
  const current = lines.pop() ?? "";
  const start = position - current.length;
  const walk = new Walk();
  let begins = 0;
  for (const line of lines) {
    walk.pass(line, begins);
    begins += line.length + 1;
  }
  return walk.arrive(current, start, before);
}

class Walk {
  private opened: Opened[] = [];
  /** The text that runs over several lines, and where it begins. */
  private block: { readonly indent: number; readonly from: number } | undefined;

  pass(line: string, start: number): void {
    if (this.isBlock(line)) return;
    this.block = undefined;
    if (/^\s*(#|$)/.test(line)) return;
    const { rest, indent } = this.descend(line);
    const [, key, value] = /^("[^"]*"|'[^']*'|[^\s:{[][^:]*):(?:\s+(.*))?$/.exec(rest) ?? [];
    if (key === undefined) return;
    this.open(indent, unquoted(key));
    if (/^[|>][-+\d]*\s*(#.*)?$/.test(value ?? "")) this.block = { indent, from: start + line.length + 1 };
  }

  arrive(line: string, start: number, before: string): YamlPlace | undefined {
    const path = (): readonly YamlStep[] => this.opened.map(({ step }) => step);
    if (this.block !== undefined && this.isBlock(line)) {
      return { path: path(), part: "value", typed: before.slice(this.block.from), from: this.block.from };
    }
    const { rest, indent } = this.descend(line);
    const offset = start + line.length - rest.length;
    const [lead, key, value] = /^("[^"]*"|'[^']*'|[^\s:{["'][^:]*):\s+(.*)$/s.exec(rest) ?? [];
    if (rest.startsWith("#")) return undefined;
    if (lead === undefined || key === undefined || value === undefined) {
      const flow = flowPlace(rest, offset, path());
      if (flow !== undefined) return flow;
      return /[:#]/.test(rest) ? undefined : { path: path(), part: "key", typed: rest, from: offset };
    }
    this.open(indent, unquoted(key));
    const from = offset + rest.length - value.length;
    if (/(^|\s)#/.test(value.replace(/"[^"]*"?|'[^']*'?/g, ""))) return undefined;
    return flowPlace(value, from, path()) ?? { path: path(), part: "value", typed: value, from };
  }

  private isBlock(line: string): boolean {
    return this.block !== undefined && (line.trim() === "" || indentOf(line) > this.block.indent);
  }

  /** Leaves what a line's indentation closes, enters the list items it begins, and answers what is left of it. */
  private descend(line: string): { readonly rest: string; readonly indent: number } {
    let indent = indentOf(line);
    let rest = line.slice(indent);
    if (rest === "" && indent === 0) this.opened = [];
    while (/^-(\s|$)/.test(rest)) {
      this.close(indent, true);
      this.opened.push({ indent, step: listItem });
      const width = /^-\s*/.exec(rest)?.[0].length ?? 1;
      indent += width;
      rest = rest.slice(width);
    }
    this.close(indent, false);
    return { rest, indent };
  }

  /** A list may stand as far left as the key it belongs to. */
  private close(indent: number, isItem: boolean): void {
    while (true) {
      const last = this.opened.at(-1);
      if (last === undefined || last.indent < indent || (isItem && last.indent === indent && last.step !== listItem)) return;
      this.opened.pop();
    }
  }

  private open(indent: number, step: YamlStep): void {
    this.close(indent, false);
    this.opened.push({ indent, step });
  }
}

/** The place within `{ a: 1, b: [x, y` and its like; nothing where no brace is open. */
function flowPlace(text: string, offset: number, base: readonly YamlStep[]): YamlPlace | undefined {
  if (!/^[{[]/.test(text)) return undefined;
  const steps: YamlStep[] = [];
  const kinds: ("map" | "list")[] = [];
  let from = 0;
  let hasKey = false;
  let quote = "";
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if ((character === '"' || character === "'") && text.slice(from, index).trim() === "") quote = character;
    else if (character === "{" || character === "[") {
      kinds.push(character === "{" ? "map" : "list");
      if (character === "[") steps.push(listItem);
      hasKey = false;
      from = index + 1;
    } else if (character === "}" || character === "]") {
      const closed = kinds.pop();
      if (closed === "list" || hasKey) steps.pop();
      hasKey = kinds.at(-1) === "map";
      from = index + 1;
    } else if (character === ",") {
      if (kinds.at(-1) === "map" && hasKey) steps.pop();
      hasKey = false;
      from = index + 1;
    } else if (character === ":" && kinds.at(-1) === "map" && !hasKey && /^\s|^$/.test(text.slice(index + 1))) {
      steps.push(unquoted(text.slice(from, index).trim()));
      hasKey = true;
      from = index + 1;
    }
  }
  const within = kinds.at(-1);
  if (within === undefined) return undefined;
  const typed = text.slice(from);
  const lead = /^\s*/.exec(typed)?.[0].length ?? 0;
  return {
    path: [...base, ...steps],
    part: within === "map" && !hasKey ? "key" : "value",
    typed: typed.slice(lead),
    from: offset + from + lead,
  };
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

function unquoted(key: string): string {
  return key.replace(/^(["'])(.*)\1$/, "$2");
}
