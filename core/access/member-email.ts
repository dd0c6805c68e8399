/**
 * An address as the team knows its members by: trimmed, in lower case. Nothing beyond ASCII is taken: `toLowerCase` makes a
 * plain `k` of the Kelvin sign, and whoever owned such an address would be taken for somebody else. Dots and tags stay as
 * they are, for only the mail provider knows what they mean.
 */
export function memberEmail(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 254 || !/^[\x21-\x7e]+$/.test(trimmed)) return undefined;
  const email = trimmed.toLowerCase();
  return /^[^@"<>(),;:\\]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(email) ? email : undefined;
}
