import * as z from "zod";

/** How somebody here learnt of an agreement that came by none of our forms. */
export const waysTold = ["paper", "phone", "e-mail", "meeting"] as const;

/**
 * The lawful basis on which we may write to someone (GDPR art. 6(1)(a) or (f)), with the proof that must be producible:
 * who, when, how, and which text they saw. A withdrawn basis stays, with the instant of its withdrawal.
 */
export const lawfulBasisSchema = z.object({
  basis: z.enum(["consent", "legitimate-interest"]),
  at: z.number(),
  source: z.string().describe("the form, hook or import it came through, as `form:demo`"),
  submissionId: z.string().optional(),
  text: z.string().optional().describe("the sentence that was agreed to"),
  textVersion: z.string().optional(),
  formVersion: z.number().int().optional().describe("of the form's definition, as it stood in front of them"),
  ip: z.string().optional().describe("truncated: the last octet, or the last 80 bits, are zero"),
  how: z.enum(waysTold).optional().describe("of one that somebody here recorded"),
  by: z.string().optional().describe("who recorded it here"),
  confirmedAt: z.number().optional().describe("when they said yes once more, by the link in a mail"),
  confirmedIp: z.string().optional().describe("truncated"),
  confirmedBy: z.string().optional().describe("the message whose link they used"),
  withdrawnAt: z.number().optional(),
  withdrawnBy: z.string().optional(),
});
export type LawfulBasis = z.infer<typeof lawfulBasisSchema>;

/** An agreement to marketing mail that counts for nothing until its link is used. */
export const awaitedSchema = z.object({
  request: z.string().describe("the fact that asked"),
  given: lawfulBasisSchema.describe("what it will be once confirmed"),
  until: z.number(),
});
export type Awaited = z.infer<typeof awaitedSchema>;

/** What each purpose rests on. Opens are counted per person only where `measurement` stands. */
export const consentSchema = z.object({
  marketing: lawfulBasisSchema.optional(),
  measurement: lawfulBasisSchema.optional(),
  awaited: awaitedSchema.optional().describe("stands beside what there is, and weakens nothing of it"),
  askedAfterOptOutAt: z.number().optional().describe("somebody who has unsubscribed is asked once, and no more"),
});
export type Consent = z.infer<typeof consentSchema>;
export type Purpose = "marketing" | "measurement";

/** Whether a basis was given and not taken back. */
export function stands(basis: LawfulBasis | undefined): basis is LawfulBasis {
  return basis !== undefined && basis.withdrawnAt === undefined;
}

/** Whether somebody said yes twice, and has not taken it back. */
export function isConfirmed(basis: LawfulBasis | undefined): boolean {
  return stands(basis) && basis.confirmedAt !== undefined;
}
