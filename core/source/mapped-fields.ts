/** The details every source shares, that a mapping may name. */
export const detailNames = [
  "email",
  "firstName",
  "lastName",
  "fullName",
  "phone",
  "company",
  "message",
  "locale",
  "timeZone",
  "consentText",
  "consentTextVersion",
] as const;
export type DetailName = (typeof detailNames)[number];

export const utmNames = ["source", "medium", "campaign", "term", "content"] as const;

/** A purchase's parts. `minorAmount` is for senders that count in the currency's smallest unit, as Stripe does. */
export const purchaseNames = ["id", "amount", "minorAmount", "currency"] as const;
