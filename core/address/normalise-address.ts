import { fold, normaliseDomain } from "./normalise-domain.ts";

/** An address as it is written to, and in the one form by which a person is recognised; or what makes it impossible. */
export type ReadAddress =
  | { readonly kind: "address"; readonly email: string; readonly address: string }
  | { readonly kind: "impossible"; readonly problem: string; readonly remedy: string };

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
  if (typed === "") return impossible("The e-mail address is missing.", "Enter an address such as claire@example.com.");
  const at = lastAt(typed);
  if (at < 0) return impossible("The e-mail address has no @.", "Enter it in full, such as claire@example.com.");
  return readParts(typed.slice(0, at), typed.slice(at + 1));
}

/** The last @, as ASCII or as the full-width one that East Asian keyboards type. */
function lastAt(text: string): number {
  return Math.max(text.lastIndexOf("@"), text.lastIndexOf("＠"));
}

function readParts(local: string, domain: string): ReadAddress {
  if (local === "") return impossible("Nothing stands before the @.", "Enter the whole address, such as claire@example.com.");
  const foldedLocal = fold(local);
  if (!atoms.test(local.normalize("NFKC")) || !atoms.test(foldedLocal)) {
    return impossible(
      "What stands before the @ has a space, or a sign or a dot where none may be.",
      "Check the part before the @ for a slip of the keyboard.",
    );
  }
  const ascii = normaliseDomain(domain);
  if (ascii === undefined) {
    return impossible(
      "What stands after the @ is not the name of a mail domain.",
      "Check the part after the @: it reads like example.com.",
    );
  }
  const address = `${foldedLocal}@${ascii}`;
  if (octets(foldedLocal) > longestLocal || octets(local) > longestLocal || octets(address) > longestAddress) {
    return impossible(
      `The e-mail address is too long: ${longestLocal} characters may stand before the @, ${longestAddress} in all.`,
      "Enter a shorter address.",
    );
  }
  return { kind: "address", email: `${local.normalize("NFC")}@${isAscii(domain) ? domain : ascii}`, address };
}

function isAscii(text: string): boolean {
  return /^[\x21-\x7e]*$/.test(text);
}

/** Length in UTF-8, which is what the limits of RFC 5321 count. */
function octets(text: string): number {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}

function impossible(problem: string, remedy: string): ReadAddress {
  return { kind: "impossible", problem, remedy };
}
