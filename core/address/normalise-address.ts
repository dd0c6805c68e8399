import { utf8ToBytes } from "@noble/hashes/utils.js";
import { fold, normaliseDomain } from "./normalise-domain.ts";

/** What can be wrong with an address; people are told in their own language by this. */
const addressProblems = {
  "address-missing": ["The e-mail address is missing.", "Enter an address such as claire@example.com."],
  "address-without-at": ["The e-mail address has no @.", "Enter it in full, such as claire@example.com."],
  "address-without-name": ["Nothing stands before the @.", "Enter the whole address, such as claire@example.com."],
  "address-name": [
    "What stands before the @ has a space, or a sign or a dot where none may be.",
    "Check the part before the @ for a slip of the keyboard.",
  ],
  "address-domain": ["What stands after the @ is not the name of a mail domain.", "Check the part after the @: it reads like example.com."],
  "address-too-long": ["The e-mail address is too long.", "At most 64 characters may stand before the @, and 254 in all."],
} as const;
export type AddressProblem = keyof typeof addressProblems;

/** An address as it is written to, and in the one form by which a person is recognised; or what makes it impossible. */
export type ReadAddress =
  | { readonly kind: "address"; readonly email: string; readonly address: string }
  | { readonly kind: "impossible"; readonly code: AddressProblem; readonly problem: string; readonly remedy: string };

/** RFC 5321 section 4.5.3.1: octets before the @, and in a path without its angle brackets. */
const longestLocal = 64;
const longestAddress = 254;

/** Atoms joined by single dots (RFC 5322 section 3.2.3), with the letters of all scripts (RFC 6531). Quoted local parts are refused. */
const atoms = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

/** What copying from a page or a mail leaves around an address and nobody sees. */
const invisibleEdges = /^[\s\u200b-\u200f\u2060\ufeff\u00ad]+|[\s\u200b-\u200f\u2060\ufeff\u00ad]+$/gu;

/**
 * Reads an e-mail address. `email` is it as typed, trimmed, its domain in ASCII (SES asks for that); `address` is the form
 * by which the same person is known again: case, Unicode normalisation and the two spellings of an internationalised domain
 * make no difference. `+tag` and dots do: only the mailbox's own provider may say that they are one (RFC 5321 section 2.3.11),
 * and merging two people's mailboxes would show one what belongs to the other.
 */
export function readAddress(text: string): ReadAddress {
  const typed = text.replace(invisibleEdges, "");
  if (typed === "") return impossible("address-missing");
  const at = lastAt(typed);
  return at < 0 ? impossible("address-without-at") : readParts(typed.slice(0, at), typed.slice(at + 1));
}

/** The last @, as ASCII or as the full-width one that East Asian keyboards type. */
function lastAt(text: string): number {
  return Math.max(text.lastIndexOf("@"), text.lastIndexOf("＠"));
}

function readParts(local: string, domain: string): ReadAddress {
  if (local === "") return impossible("address-without-name");
  const foldedLocal = fold(local);
  if (!atoms.test(local.normalize("NFKC")) || !atoms.test(foldedLocal)) return impossible("address-name");
  const ascii = normaliseDomain(domain);
  if (ascii === undefined) return impossible("address-domain");
  const address = `${foldedLocal}@${ascii}`;
  const tooLong = octets(foldedLocal) > longestLocal || octets(local) > longestLocal || octets(address) > longestAddress;
  if (tooLong) return impossible("address-too-long");
  return { kind: "address", email: `${local.normalize("NFC")}@${isAscii(domain) ? domain : ascii}`, address };
}

function isAscii(text: string): boolean {
  return /^[\x21-\x7e]*$/.test(text);
}

/** Length in UTF-8, which is what the limits of RFC 5321 count. */
function octets(text: string): number {
  return isAscii(text) ? text.length : utf8ToBytes(text).length;
}

function impossible(code: AddressProblem): ReadAddress {
  const [problem, remedy] = addressProblems[code];
  return { kind: "impossible", code, problem, remedy };
}
