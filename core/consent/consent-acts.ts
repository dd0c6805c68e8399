/**
 * What can happen to what a purpose rests on. `asked`: the box was ticked and the second yes is waited for; `lapsed`: it did not
 * come; `not-given`: a basis that would have been given was not, for a reason that is told; `merged`, `unmerged`: two records were
 * merged, or parted again, and the purpose rests on something else by that.
 */
export const consentActs = [
  "given",
  "asked",
  "asked-again",
  "confirmed",
  "lapsed",
  "withdrawn",
  "not-given",
  "merged",
  "unmerged",
] as const;
export type ConsentAct = (typeof consentActs)[number];
