import { createHash } from "node:crypto";

/** Where Easy DKIM's records point into, and the name under a domain that we ask SES to use as MAIL FROM (`stacks/constructs/mail.ts`). */
export const dkimZone = "dkim.amazonses.com";
export const mailFromLabel = "bounce";

/** Three names as SES makes them for a domain: the same ones each time. */
export function dkimTokens(domain: string): readonly string[] {
  return [1, 2, 3].map((index) => createHash("sha256").update(`${domain}#${index}`).digest("hex").slice(0, 32));
}
