import type { AttributeDeclaration } from "#core/person/attribute.ts";

/** What a column may be, beside the attributes that `person.yaml` declares. */
export const ownTargets = [
  "email",
  "firstName",
  "lastName",
  "fullName",
  "phone",
  "company",
  "message",
  "locale",
  "timeZone",
  "tags",
  "owner",
  "stage",
  "value",
  "currency",
  "consentAt",
] as const;
export type OwnTarget = (typeof ownTargets)[number];

/** Those of them that are answers, declared or not: the details every source shares. */
export const detailTargets: readonly string[] = ["firstName", "lastName", "phone", "company", "message"];

export function isOwnTarget(text: string): text is OwnTarget {
  return ownTargets.some((target) => target === text);
}

export function isTarget(text: string, declarations: Readonly<Record<string, AttributeDeclaration>>): boolean {
  return isOwnTarget(text) || Object.hasOwn(declarations, text);
}
