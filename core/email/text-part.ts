import { htmlToText } from "html-to-text";
import { maskLiquid } from "./mask-liquid.ts";

/**
 * The text part: what the HTML says, its links after their words. What is not seen in the HTML (head, comments, the hidden
 * preheader) is not in it, and Liquid of attributes that text does not have goes with them.
 */
export function textPartOf(html: string): string {
  const visible = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(title|style|head)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<div style="display:none[^>]*>[\s\S]*?<\/div>/i, "");
  const masked = maskLiquid(visible);
  const text = htmlToText(masked.text, {
    wordwrap: false,
    selectors: [
      { selector: "img", format: "skip" },
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["(", ")"] } },
      ...["h1", "h2", "h3"].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  });
  return masked
    .restore(text)
    .text.replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
