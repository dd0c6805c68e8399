import { packSubject } from "./pack-subject.ts";
import { signSubject } from "./sign-subject.ts";
import type { TokenPurpose, TokenSubject } from "./token.ts";
import { tokenFormats, writeNumber } from "./token-format.ts";

/**
 * A token that lets its bearer do one thing for one person: safe in a URL, and where it is for replies before an @. It does
 * not expire: an opt-out must work for as long as the mail that offers it can be read.
 */
export function makeToken(rootKey: Uint8Array, purpose: TokenPurpose, subject: TokenSubject): string {
  const format = tokenFormats[purpose];
  let number = packSubject(subject);
  for (const byte of signSubject(rootKey, purpose, subject, format.macBits)) number = (number << 8n) | BigInt(byte);
  return writeNumber(number, format.alphabet, subject.messageId === undefined ? format.length : format.lengthWithMessage);
}
