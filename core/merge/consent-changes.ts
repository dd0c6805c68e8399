import { canonicalJson } from "#core/consent/canonical-json.ts";
import type { ConsentChange } from "#core/consent/take-consent.ts";
import { type Consent, type LawfulBasis, type Purpose, stands } from "#core/person/consent.ts";
import type { Merging } from "./merge-people.ts";
import { stricterConsent } from "./stricter-consent.ts";

const purposes = ["marketing", "measurement"] as const satisfies readonly Purpose[];

/** What merging changes in what the one who stays rests on, with what stands from then on and why it is that. */
export function changedByMerge(kept: Consent, { other, address }: Pick<Merging, "other" | "address">): readonly ConsentChange[] {
  const { consent, because } = stricterConsent({ kept, other: other.consent }, address);
  const changed = changedPurposes(kept, consent).map(
    (purpose): ConsentChange => ({ purpose, act: "merged", because: because[purpose], ...standing(consent[purpose]) }),
  );
  return dropsRequest([kept, other.consent], consent)
    ? [...changed, { purpose: "marketing", act: "lapsed", because: "merge-request-dropped" }]
    : changed;
}

/** Whether a second yes was waited for that nobody waits for any more. */
function dropsRequest(before: readonly Consent[], { awaited }: Consent): boolean {
  return before.some((one) => one.awaited !== undefined && one.awaited.request !== awaited?.request);
}

/** What undoing a merge changes in what the one who stayed rests on. */
export function changedByUndo(merged: Consent, alone: Consent): readonly ConsentChange[] {
  return changedPurposes(merged, alone).map((purpose) => ({
    purpose,
    act: "unmerged",
    because: "merge-undone",
    ...standing(alone[purpose]),
  }));
}

function changedPurposes(before: Consent, after: Consent): readonly Purpose[] {
  return purposes.filter((purpose) => !restsOnTheSame(before[purpose], after[purpose]));
}

/** Whether it is the same basis that stands, or a no in both, or nothing in both. */
function restsOnTheSame(one: LawfulBasis | undefined, other: LawfulBasis | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return stands(one) || stands(other) ? canonicalJson(one) === canonicalJson(other) : true;
}

function standing(basis: LawfulBasis | undefined): Pick<ConsentChange, "stands"> {
  return stands(basis) ? { stands: basis } : {};
}
