import punycode from "punycode/punycode.js";

/** An address that its owner recognises and nobody else can use: `c•••@example.com`, an internationalised domain in its own letters. */
export function maskAddress(email: string): string {
  const at = email.lastIndexOf("@");
  const [first] = email.slice(0, Math.max(at, 0));
  return `${first ?? ""}•••${at < 0 ? "" : `@${readable(email.slice(at + 1))}`}`;
}

function readable(domain: string): string {
  try {
    return punycode.toUnicode(domain);
  } catch {
    return domain;
  }
}
