import type { Delivery } from "./delivery.ts";
import type { Handshake } from "./handshake.ts";
import type { Json } from "./json.ts";
import type { SheetPart } from "./sheet.ts";
import type { SignatureScheme } from "./signatures/scheme.ts";

/** A sentence in each of the console's languages. */
export interface Texts {
  readonly en: string;
  readonly fr: string;
}

export const families = ["form", "booking", "purchase", "crm", "generic"] as const;
export type Family = (typeof families)[number];

/**
 * One kind of sender. It says how a delivery is known to be theirs, what it holds, and what a marketer does in that tool.
 * Adding one: docs/adding-a-source.md.
 */
export interface SourceKind<Name extends string = string> {
  readonly kind: Name;
  /** The tool's name as people know it. */
  readonly name: string;
  readonly family: Family;
  /** The ways its deliveries are signed, any of which is enough; none where a token in the address is all there is. */
  readonly signatures: readonly SignatureScheme[];
  /** Where in that tool the signing secret is found, or written; absent where it signs nothing. */
  readonly secret?: Texts;
  /** Where in that tool the access token is made, where its deliveries carry ids alone. */
  readonly accessToken?: Texts;
  /** How the tool tries an address before it delivers to it. */
  readonly handshake?: Handshake;
  /** Reads one delivery. Never throws, whatever came. */
  readonly read: (payload: Json, delivery: Delivery) => readonly SheetPart[];
  /** Reads what its plan's requests were answered, in their order. */
  readonly readFetched?: (answers: readonly Json[], about: Readonly<Record<string, string>>) => SheetPart;
  /** What to do in that tool, step by step. `{url}` is the address to paste, `{secret}` the signing secret, `{token}` what it is asked to show when the address is tried. */
  readonly steps: readonly Texts[];
  /** A program to paste in that tool, with the address in it. */
  readonly script?: (url: string) => string;
  /** Where the shape is from. */
  readonly seen: readonly string[];
}

/** Gives a kind its own name as its type. */
export function sourceKind<const Name extends string>(kind: SourceKind<Name>): SourceKind<Name> {
  return kind;
}
