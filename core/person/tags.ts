/** Most tags one person bears, and the longest of them in characters. */
export const mostTags = 30;
export const longestTag = 40;

/** A tag as it is kept: trimmed, in lower case, its spaces single. Undefined where nothing is left, or too much. */
export function readTag(text: string): string | undefined {
  const tag = text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
  return tag === "" || tag.length > longestTag ? undefined : tag;
}

/** Tags after some were taken away and some were given; each once, the first given first, no more than a person may bear. */
export function mergeTags(
  before: readonly string[],
  change: { readonly add: readonly string[]; readonly remove: readonly string[] },
): readonly string[] {
  const kept = before.filter((tag) => !change.remove.includes(tag));
  return [...new Set([...kept, ...change.add])].slice(0, mostTags);
}
