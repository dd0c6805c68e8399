import planer from "planer";

/** Lines that begin what a mail program puts above a quoted message, where the quotation itself is already gone. */
const leftovers = [
  /^>/,
  /^-{2,}\s*(original message|message d['’]origine|message transféré|forwarded message)\s*-{2,}$/i,
  /^_{10,}$/,
  /^(sent from my|envoyé de(puis)? mon|envoyé à partir de|get outlook for)\b.*$/i,
];

/**
 * What the person wrote themselves, without the message they answer. The quotation is found by `planer` (talon's rules);
 * the separators some programs leave behind are taken off too. Never empty for a mail that had words: then the whole text.
 */
export function ownText(text: string): string {
  const lines = planer.extractFromPlain(text.replace(/\r\n?/g, "\n")).trimEnd().split("\n");
  while (lines.length > 0 && isLeftover(lines.at(-1) ?? "")) lines.pop();
  const own = lines.join("\n").trim();
  return own === "" ? text.trim() : own;
}

function isLeftover(line: string): boolean {
  const trimmed = line.trim();
  return trimmed === "" || leftovers.some((pattern) => pattern.test(trimmed));
}
