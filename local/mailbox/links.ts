/** A link of a mail: where it leads and what it says. */
export interface Link {
  readonly url: string;
  readonly text: string;
}

const anchors = /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>(.*?)<\/a>/gis;

/** The links of a mail's HTML that a recipient can click, in order, each once. */
export function linksOf(html: string): readonly Link[] {
  const links = new Map<string, Link>();
  for (const [, double, single, inner = ""] of html.matchAll(anchors)) {
    const url = unescaped(double ?? single ?? "").trim();
    const text = unescaped(inner.replace(/<[^>]*>/g, " "))
      .replace(/\s+/g, " ")
      .trim();
    if (/^https?:/i.test(url) && !links.has(url)) links.set(url, { url, text });
  }
  return [...links.values()];
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number.parseInt(decimal, 10));
    return named[name ?? ""] ?? whole;
  });
}
