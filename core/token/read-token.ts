import { sameBytes } from "#core/secret/same-bytes.ts";
import { unpackSubject } from "./pack-subject.ts";
import { signSubject } from "./sign-subject.ts";
import type { TokenPurpose, TokenSubject } from "./token.ts";
import { readNumber, tokenFormats } from "./token-format.ts";

/** Whom a token speaks for, or that it is none of ours for this purpose. Why not is said to nobody. */
export type ReadToken = { readonly kind: "valid"; readonly subject: TokenSubject } | { readonly kind: "invalid" };

const invalid: ReadToken = { kind: "invalid" };

/** Trusts a token only as a whole: its length, its alphabet and its signature under this purpose's key, compared in constant time. */
export function readToken(rootKey: Uint8Array, purpose: TokenPurpose, token: string): ReadToken {
  const format = tokenFormats[purpose];
  const hasMessage = token.length === format.lengthWithMessage;
  if (!hasMessage && token.length !== format.length) return invalid;
  const number = readNumber(token, format.alphabet);
  if (number === undefined) return invalid;
  const subject = unpackSubject(number >> format.macBits, hasMessage);
  if (subject === undefined) return invalid;
  const signature = lowBytes(number, Number(format.macBits / 8n));
  return sameBytes(signature, signSubject(rootKey, purpose, subject, format.macBits)) ? { kind: "valid", subject } : invalid;
}

function lowBytes(number: bigint, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => Number((number >> BigInt(8 * (length - 1 - index))) & 255n));
}
