import * as z from "zod";

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
  ip: z.string().optional().describe("truncated: the last octet, or the last 80 bits, are zero"),
  withdrawnAt: z.number().optional(),
  withdrawnBy: z.string().optional(),
});
export type LawfulBasis = z.infer<typeof lawfulBasisSchema>;

/** What each purpose rests on. Opens are counted per person only where `measurement` stands. */
export const consentSchema = z.object({
  marketing: lawfulBasisSchema.optional(),
  measurement: lawfulBasisSchema.optional(),
});
export type Consent = z.infer<typeof consentSchema>;

/** Whether a basis was given and not taken back. */
export function stands(basis: LawfulBasis | undefined): basis is LawfulBasis {
  return basis !== undefined && basis.withdrawnAt === undefined;
}
