/** A text whose Liquid has been put out of the way of a tool that would damage it. */
export interface Masked {
  readonly text: string;
  /** Puts the Liquid back; undefined if the tool lost some of it. */
  readonly restore: (processed: string) => string | undefined;
}

const liquid = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
const tagOrLiquid = /<\/?([a-zA-Z][\w-]*)[^>]*?(\/?)>|(\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\})/g;

/** MJML elements whose content is HTML: Liquid inside them is text. Elsewhere it stands between elements and needs one of its own. */
const endingElements = new Set([
  "mj-text",
  "mj-button",
  "mj-table",
  "mj-raw",
  "mj-preview",
  "mj-title",
  "mj-style",
  "mj-navbar-link",
  "mj-social-element",
  "mj-accordion-text",
  "mj-accordion-title",
]);

/** Masks Liquid in HTML or plain text by words no tool changes. */
export function maskLiquid(text: string): Masked {
  const kept: string[] = [];
  return { text: text.replace(liquid, (found) => keep(kept, found)), restore: restorer(kept) };
}

/** Masks Liquid in MJML; what stands between elements is wrapped in `mj-raw`, so that a loop can go round whole blocks. */
export function maskMjml(mjml: string): Masked {
  const kept: string[] = [];
  let inside = 0;
  let result = "";
  let last = 0;
  for (const found of mjml.matchAll(tagOrLiquid)) {
    const [whole, name, selfClosing, bare] = found;
    result += mjml.slice(last, found.index);
    last = found.index + whole.length;
    if (bare !== undefined) {
      const mask = keep(kept, bare);
      result += inside > 0 ? mask : `<mj-raw>${mask}</mj-raw>`;
      continue;
    }
    if (name !== undefined && endingElements.has(name.toLowerCase()) && selfClosing !== "/") inside += whole.startsWith("</") ? -1 : 1;
    result += whole.replace(liquid, (inner) => keep(kept, inner));
  }
  return { text: result + mjml.slice(last), restore: restorer(kept) };
}

function keep(kept: string[], found: string): string {
  kept.push(found);
  return `qlqd${kept.length - 1}zlqd`;
}

function restorer(kept: readonly string[]): Masked["restore"] {
  return (processed) => {
    const seen = new Set<number>();
    const restored = processed.replace(/qlqd(\d+)zlqd/g, (_, index: string) => {
      seen.add(Number(index));
      return kept[Number(index)] ?? "";
    });
    return seen.size === kept.length ? restored : undefined;
  };
}
