import { judgeAddress } from "#core/address/judge-address.ts";
import type { GivenConsent } from "#core/consent/take-consent.ts";
import type { LawfulBasis } from "#core/person/consent.ts";
import { day } from "#core/time/instant.ts";
import type { Submission } from "./submission.ts";

/**
 * The lawful basis a submission gives. `basis` is the source's rule: agreement counts only where the box was ticked, and
 * where its source asks twice only after the second yes. Legitimate interest (art. 6(1)(f)) is given to professional addresses
 * alone, and to nobody who left a box unticked: of two rules that meet, the stricter holds. `none` gives nothing.
 */
export function consentGivenBy(submission: Submission): GivenConsent {
  return { ...marketingGivenBy(submission), ...measurementGivenBy(submission) };
}

/** Agreement to be measured, which rests on its own box alone, whatever the source's rule for mail. */
function measurementGivenBy(submission: Submission): GivenConsent {
  const { measurement } = submission.extracted;
  if (measurement?.agreed !== true) return {};
  const { text, textVersion } = measurement;
  return { measurement: { ...basisOf(submission, "consent"), text, textVersion } };
}

function marketingGivenBy(submission: Submission): GivenConsent {
  const { basis, extracted, doubleOptIn } = submission;
  if (basis === "none") return {};
  if (extracted.consent === true) {
    const marketing = basisOf(submission, "consent");
    if (doubleOptIn === undefined) return { marketing };
    return { awaited: { request: submission.id, given: marketing, until: submission.receivedAt + doubleOptIn.validDays * day } };
  }
  if (basis === "consent") return {};
  const interest = basisOf(submission, basis);
  if (extracted.consent === false) return { refused: { basis: interest, because: "box-not-ticked" } };
  const refusal = whyNoInterest(extracted.email ?? "");
  return refusal === undefined ? { marketing: interest } : { refused: { basis: interest, because: refusal } };
}

/** Why our interest is no basis for writing to an address; undefined where it may be. */
export function whyNoInterest(email: string): "address-private" | "address-disposable" | undefined {
  const kind = judgeAddress(email);
  return kind === "professional" ? undefined : `address-${kind}`;
}

function basisOf(submission: Submission, basis: LawfulBasis["basis"]): LawfulBasis {
  const { extracted, formVersion, ip } = submission;
  return {
    basis,
    at: submission.receivedAt,
    source: submission.source,
    submissionId: submission.id,
    ...(extracted.consentText === undefined ? {} : { text: extracted.consentText }),
    ...(extracted.consentTextVersion === undefined ? {} : { textVersion: extracted.consentTextVersion }),
    ...(formVersion === undefined ? {} : { formVersion }),
    ...(ip === undefined ? {} : { ip }),
  };
}
