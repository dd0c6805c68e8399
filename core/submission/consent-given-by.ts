import type { LawfulBasis } from "#core/person/consent.ts";
import type { Submission } from "./submission.ts";

/**
 * The lawful basis a submission gives. `basis` is the source's rule: agreement counts only where the box was ticked;
 * legitimate interest (professional addresses, art. 6(1)(f)) is recorded as what it is; `none` gives nothing.
 */
export function consentGivenBy(submission: Submission): { readonly marketing?: LawfulBasis } {
  const { basis, extracted } = submission;
  if (basis === "none" || (basis === "consent" && extracted.consent !== true)) return {};
  return {
    marketing: {
      basis: extracted.consent === true ? "consent" : basis,
      at: submission.receivedAt,
      source: submission.source,
      submissionId: submission.id,
      ...(extracted.consentText === undefined ? {} : { text: extracted.consentText }),
      ...(extracted.consentTextVersion === undefined ? {} : { textVersion: extracted.consentTextVersion }),
      ...(submission.ip === undefined ? {} : { ip: submission.ip }),
    },
  };
}
