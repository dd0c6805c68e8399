/** HTML that is safe to show: made by `html` alone. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Part = string | number | Html | undefined | false | readonly (Html | undefined | false)[];

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Builds HTML from a template. Every text put in is escaped, for element content and quoted attributes alike; `Html` is not, again. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(template.map((text, index) => text + shown(parts[index])).join(""));
}

function shown(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Html) return part.source;
  if (typeof part === "object") return part.map(shown).join("");
  return String(part).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
