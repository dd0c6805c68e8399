/** A sentence with places for what changes: `there is no form {form}`. */
export interface Template {
  /** How much of it is fixed, in characters: the more, the surer that a sentence is this one. */
  readonly weight: number;
  /** What stands in each place of a sentence; undefined where the sentence is another. */
  readonly read: (sentence: string) => Readonly<Record<string, string>> | undefined;
}

/** A place is a word between braces; `{5}`, `{…}` and Liquid's `{{ x }}` are text. */
const places = /\{([a-z]\w*)\}/gi;

/** The names of a template's places, each once, in order. */
export function placesOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(places)].map(([, name = ""]) => name))];
}

/** Reads a template; a name that stands twice takes the same text in both places. */
export function readTemplate(template: string): Template {
  const seen = new Set<string>();
  const fixed = template.split(places);
  const pattern = fixed
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
      if (seen.has(part)) return `\\k<${part}>`;
      seen.add(part);
      return `(?<${part}>[\\s\\S]*?)`;
    })
    .join("");
  const matcher = new RegExp(`^${pattern}$`);
  return {
    weight: fixed.filter((_, index) => index % 2 === 0).join("").length,
    read: (sentence) => {
      const found = matcher.exec(sentence);
      return found === null ? undefined : { ...found.groups };
    },
  };
}

/** A template with its places filled. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(places, (whole, name: string) => values[name] ?? whole);
}
