import { type AddressProblem, readAddress } from "#core/address/normalise-address.ts";
import { boundExtracted } from "./bound-extracted.ts";
import type { Extracted } from "./submission.ts";

/** What keeps an arrival from being taken: which field, what is wrong with it, and what would mend it. */
export interface ArrivalProblem {
  readonly field: string;
  readonly code: AddressProblem | "field-empty" | "purchase-currency" | "purchase-amount" | "not-this-kind";
  readonly problem: string;
  readonly remedy: string;
}

/** What reading an arrival gave. `ignored` is what a sender tells us that is no arrival of a person. */
export type ReadArrival =
  | { readonly kind: "read"; readonly extracted: Extracted }
  | { readonly kind: "ignored"; readonly because: string }
  | ({ readonly kind: "problem" } & ArrivalProblem);

/** The last step of every adapter: nobody arrives without a possible address, and nothing larger than we keep. */
export function finishArrival(draft: Extracted, emailField: string): ReadArrival {
  const read = readAddress(draft.email ?? "");
  if (read.kind === "impossible")
    return { kind: "problem", field: emailField, code: read.code, problem: read.problem, remedy: read.remedy };
  return { kind: "read", extracted: boundExtracted({ ...draft, email: read.email }) };
}
