import type { Suppression, SuppressionReason } from "#core/address/suppression.ts";
import type { Consent, LawfulBasis, Purpose } from "#core/person/consent.ts";
import type { Person } from "#core/person/person.ts";
import type { ReasonCode } from "#core/reason/sentences.ts";

/** Why of two bases one, or none, is what both rest on. */
type Strictness = Extract<ReasonCode, "merge-taken-back" | "merge-none-stood" | "merge-interest-only" | "merge-alike">;

interface Stricter {
  readonly basis: LawfulBasis | undefined;
  readonly because: Strictness;
}

/** What two people who are one have agreed to, and for each purpose why it is that and not more. */
export interface StricterConsent {
  readonly consent: Consent;
  readonly because: Readonly<Record<Purpose, Strictness>>;
}

/**
 * Of two people who are one, for each purpose the stricter of both. None beats a consent, a withdrawal beats all that stands, an
 * interest of ours is less than a consent. Of two that are alike, the one of the address that is written to.
 */
export function stricterConsent(both: { readonly kept: Consent; readonly other: Consent }, address: "kept" | "other"): StricterConsent {
  const [written, silent] = address === "kept" ? [both.kept, both.other] : [both.other, both.kept];
  const marketing = stricter(written.marketing, silent.marketing);
  const measurement = stricter(written.measurement, silent.measurement);
  return {
    consent: {
      ...(marketing.basis === undefined ? {} : { marketing: marketing.basis }),
      ...(measurement.basis === undefined ? {} : { measurement: measurement.basis }),
      ...awaitedBy(written, marketing.basis),
    },
    because: { marketing: marketing.because, measurement: measurement.because },
  };
}

/** What is asked of the address that is written to goes on being asked, unless it was before a no by any. */
function awaitedBy({ awaited }: Consent, marketing: LawfulBasis | undefined): Pick<Consent, "awaited"> {
  if (awaited === undefined || awaited.given.at < (marketing?.withdrawnAt ?? 0)) return {};
  return { awaited };
}

function stricter(written: LawfulBasis | undefined, other: LawfulBasis | undefined): Stricter {
  // Somebody who took their consent back has said no: that must not be forgotten for an address nobody asked about.
  const [withdrawn] = [written, other]
    .filter((basis) => basis?.withdrawnAt !== undefined)
    .toSorted((one, next) => (one?.withdrawnAt ?? 0) - (next?.withdrawnAt ?? 0));
  if (withdrawn !== undefined) return { basis: withdrawn, because: "merge-taken-back" };
  if (written === undefined || other === undefined) return { basis: undefined, because: "merge-none-stood" };
  if (written.basis === other.basis) return { basis: written, because: "merge-alike" };
  return { basis: written.basis === "consent" ? other : written, because: "merge-interest-only" };
}

/** Reasons that are about the human being, and so hold for all their addresses; a bounce is about one address. */
const personal: ReadonlySet<SuppressionReason> = new Set(["unsubscribed", "complained", "manual"]);

/** Why the merged person must not be written to: what holds for the address that is used, or a no of theirs by any. */
export function stricterSuppression(
  written: readonly (Person["suppressed"] | Suppression | undefined)[],
  other: readonly (Person["suppressed"] | Suppression | undefined)[],
): Person["suppressed"] {
  const known = [...written, ...other.filter((one) => one !== undefined && personal.has(one.reason))].filter((one) => one !== undefined);
  // What they said themselves tells more than that an address is gone.
  const [first] = known.toSorted((one, next) => Number(personal.has(next.reason)) - Number(personal.has(one.reason)) || one.at - next.at);
  return first === undefined ? undefined : { reason: first.reason, at: first.at };
}
