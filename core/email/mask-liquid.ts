/** A text whose Liquid has been put out of the way of a tool that would damage it. */
export interface Masked {
  readonly text: string;
  /** Puts the Liquid back; `lost` says how many pieces the tool has dropped. */
  readonly restore: (processed: string) => { readonly text: string; readonly lost: number };
}

/** A piece of Liquid: an output or a tag. */
export const liquidPiece = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

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
  const word = unusedWord(text);
  const masked = text.replace(liquidPiece, (found) => `${word}${kept.push(found) - 1}z${word}`);
  return { text: masked, restore: restorer(kept, word) };
}

/** Masks Liquid in MJML; what stands between elements is wrapped in `mj-raw`, so that a loop can go round whole blocks. */
export function maskMjml(mjml: string): Masked {
  const masked = maskLiquid(withoutComments(mjml));
  const word = unusedWord(mjml);
  const tagOrMask = new RegExp(`<(/?)([a-zA-Z][\\w-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>|${word}\\d+z${word}`, "g");
  let inside = 0;
  const text = masked.text.replace(tagOrMask, (whole, closing: string | undefined, name: string | undefined) => {
    if (name === undefined) return inside > 0 ? whole : `<mj-raw>${whole}</mj-raw>`;
    if (endingElements.has(name) && !whole.endsWith("/>")) inside += closing === "/" ? -1 : 1;
    return whole;
  });
  return { text, restore: masked.restore };
}

/** The compiler drops comments, and Liquid in them would be missed. Those that Outlook reads (`<!--[if mso]>`) are no comments. */
function withoutComments(mjml: string): string {
  return mjml.replace(/<!--(?!\[)[\s\S]*?-->/g, "");
}

/** A word the text does not have. */
function unusedWord(text: string): string {
  let word = "qlqd";
  while (text.includes(word)) word += "q";
  return word;
}

function restorer(kept: readonly string[], word: string): Masked["restore"] {
  return (processed) => {
    const seen = new Set<number>();
    const text = processed.replace(new RegExp(`${word}(\\d+)z${word}`, "g"), (_, index: string) => {
      seen.add(Number(index));
      return kept[Number(index)] ?? "";
    });
    return { text, lost: kept.length - seen.size };
  };
}
