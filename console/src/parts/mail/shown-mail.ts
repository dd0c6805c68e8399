/** A mail's HTML made ready for a frame, and what the frame will not do with it. */
export interface ShownMail {
  /** A whole document: without scripts, without anything fetched from anywhere, its style attributes set aside. */
  readonly document: string;
  readonly links: readonly { readonly text: string; readonly to: string }[];
  /** Pictures that a mail program would fetch. Here nothing is fetched. */
  readonly pictures: number;
  /** Whether the mail says how it looks in the dark. */
  readonly hasDark: boolean;
}

/** The frame's own policy, beside the page's, which a `srcdoc` inherits: both must agree to whatever is loaded. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'";

const notShown = "script, noscript, iframe, frame, frameset, object, embed, applet, base, link, meta[http-equiv], portal";
const fetching = ["src", "srcset", "poster", "background", "data", "formaction", "action", "ping", "xlink:href"] as const;

/**
 * A frame inherits the page's policy, under which markup has no style attribute and no style sheet without the nonce. So
 * attributes are set aside as `data-style` before anything parses them, for `dressMail` to put on through the DOM, and sheets
 * are given the nonce. A mail that this misreads loses looks, never more: the sandbox and both policies stand in any case.
 */
export function readMail(html: string, nonce: string): ShownMail {
  const undressed = html.replace(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi, (tag) =>
    tag.replace(/^<style(?=[\s>])/i, `<style nonce="${nonce}"`).replace(/(\s)style(?=\s*=)/gi, "$1data-style"),
  );
  const mail = new DOMParser().parseFromString(undressed, "text/html");
  for (const element of mail.querySelectorAll(notShown)) element.remove();
  let pictures = 0;
  for (const element of mail.querySelectorAll("*")) {
    for (const name of element.getAttributeNames())
      if (name.toLowerCase().startsWith("on") || name === "style") element.removeAttribute(name);
    for (const name of fetching) {
      const value = element.getAttribute(name);
      if (value === null || value.startsWith("data:image/")) continue;
      if (element.tagName === "IMG" && name === "src") pictures += 1;
      element.removeAttribute(name);
    }
  }
  const links = [...mail.querySelectorAll("a[href], area[href]")].map((link) => {
    const to = link.getAttribute("href") ?? "";
    if (!/^(https?|mailto|tel):/i.test(to)) link.removeAttribute("href");
    return { text: (link.textContent.trim() || link.querySelector("img")?.alt) ?? "", to };
  });
  const sheets = [...mail.querySelectorAll("style")].map((sheet) => sheet.textContent).join("\n");
  const declared = mail.querySelector('meta[name="color-scheme"]')?.getAttribute("content") ?? "";
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return {
    document: `<!doctype html>${mail.documentElement.outerHTML.replace(/<head>/i, `<head>${meta}`)}`,
    links,
    pictures,
    hasDark: /prefers-color-scheme:\s*dark/i.test(sheets) || /\bdark\b/.test(declared),
  };
}

/**
 * Puts on what was set aside, and shows the mail in the light or in the dark whatever the reader's own system prefers: each
 * question for the preferred scheme is answered by one that is always true, or never.
 */
export function dressMail(frame: Document, scheme: "light" | "dark"): void {
  for (const element of frame.querySelectorAll<HTMLElement>("[data-style]")) element.style.cssText = element.dataset["style"] ?? "";
  for (const sheet of frame.styleSheets) answerScheme(sheet.cssRules, scheme);
  const declares = (frame.querySelector('meta[name="color-scheme"]')?.getAttribute("content") ?? "").includes("dark");
  frame.documentElement.style.colorScheme = scheme === "dark" && declares ? "dark" : "light";
}

function answerScheme(rules: CSSRuleList, scheme: "light" | "dark"): void {
  for (const rule of rules) {
    if (isMedia(rule)) {
      rule.media.mediaText = rule.media.mediaText.replace(/\(prefers-color-scheme:\s*(dark|light)\)/gi, (_, asked: string) =>
        asked.toLowerCase() === scheme ? "(min-width: 0px)" : "(max-width: 0px)",
      );
    }
    if (isGroup(rule)) answerScheme(rule.cssRules, scheme);
  }
}

// The frame's rules are of the frame's own classes: `instanceof` does not know them.
function isGroup(rule: CSSRule): rule is CSSGroupingRule {
  return "cssRules" in rule;
}
function isMedia(rule: CSSRule): rule is CSSMediaRule {
  return isGroup(rule) && "media" in rule;
}
