import type { TokenPurpose } from "./token.ts";

/** How the tokens of one purpose are written. Lengths are of a token for a person alone, and for one of their messages. */
interface TokenFormat {
  readonly alphabet: string;
  readonly macBits: bigint;
  readonly length: number;
  readonly lengthWithMessage: number;
}

const inUrls = {
  alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
  macBits: 128n,
  length: 43,
  lengthWithMessage: 63,
} as const;

/**
 * Tokens to unsubscribe, to measure or to confirm stand in URLs: 128 bits of signature, case matters. Reply tokens stand before an @, where there is room
 * for 64 characters (RFC 5321 section 4.5.3.1.1) and where mail servers may change the case: lower case and digits, 80 bits of
 * signature. That is enough there: each guess costs a mail through SES, and what a forged one would win is a stopped sequence.
 */
export const tokenFormats = {
  unsubscribe: inUrls,
  measure: inUrls,
  confirm: inUrls,
  form: inUrls,
  reply: { alphabet: "0123456789abcdefghijklmnopqrstuvwxyz", macBits: 80n, length: 40, lengthWithMessage: 64 },
} as const satisfies Record<TokenPurpose, TokenFormat>;

/** A number in so many characters of an alphabet. */
export function writeNumber(number: bigint, alphabet: string, length: number): string {
  const base = BigInt(alphabet.length);
  let text = "";
  for (let rest = number; text.length < length; rest /= base) text = alphabet.charAt(Number(rest % base)) + text;
  return text;
}

/** The number that characters of an alphabet write; undefined if one of them is foreign to it. */
export function readNumber(text: string, alphabet: string): bigint | undefined {
  const base = BigInt(alphabet.length);
  let number = 0n;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) return undefined;
    number = number * base + BigInt(value);
  }
  return number;
}
