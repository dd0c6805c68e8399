import { htmlToText } from "html-to-text";
import { maskLiquid } from "./mask-liquid.ts";

/** Between the cells of a row: an em space, which is not folded away. */
const gap = "\u2003";

/**
 * The text part: what the HTML says, its links after their words. What is not seen in the HTML (head, comments, the hidden
 * preheader) is not in it, and Liquid of attributes that text does not have goes with them.
 */
export function textPartOf(html: string): string {
  const visible = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(title|style|head)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<div style="display:none[^>]*>[\s\S]*?<\/div>/i, "")
    .replace(/<\/td>\s*<td\b/gi, `${gap}</td><td`)
    .replace(/<\/tr>/gi, "<br /></tr>");
  const masked = maskLiquid(visible);
  const text = htmlToText(masked.text, {
    wordwrap: false,
    selectors: [
      { selector: "img", format: "skip" },
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["<", ">"] } },
      { selector: "div", format: "block", options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
      ...["h1", "h2", "h3"].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  });
  return masked
    .restore(text)
    .text.replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
