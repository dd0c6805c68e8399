import * as z from "zod";
import { consentActs } from "#core/consent/consent-acts.ts";
import { waysTold } from "#core/person/consent.ts";

/** What is asked of and answered about consent and its proof. Instants are ISO 8601 in UTC. */
const instant = z.iso.datetime();
const texts = z.object({ en: z.string(), fr: z.string() });
const purpose = z.enum(["marketing", "measurement"]);
const reason = z.string().trim().min(1).max(500);

/** One thing that happened to what a purpose rests on, with the evidence of that moment. */
export const consentLineSchema = z.object({
  id: z.string(),
  at: instant,
  purpose,
  act: z.enum(consentActs),
  what: texts.describe("the act, in a sentence"),
  because: z
    .object({ code: z.string(), text: texts })
    .nullable()
    .describe("why it was not as asked for, lapsed, or rests on something else"),
  basis: z.enum(["consent", "legitimate-interest"]).nullable(),
  givenAt: instant.nullable().describe("when the box was ticked, or the agreement was told"),
  source: z.string().nullable(),
  text: z.string().nullable().describe("the sentence they saw, as they saw it"),
  textVersion: z.string().nullable(),
  formVersion: z.number().int().nullable().describe("of the form's definition, as it stood in front of them"),
  ip: z.string().nullable().describe("truncated"),
  submissionId: z.string().nullable(),
  mail: z
    .object({ id: z.string(), subject: z.string().nullable(), sentAt: instant.nullable() })
    .nullable()
    .describe("whose link was used, or from which they unsubscribed"),
  until: instant.nullable(),
  how: z.enum(waysTold).nullable(),
  by: z.string().nullable(),
  reason: z.string().nullable(),
});
export type ConsentLine = z.infer<typeof consentLineSchema>;

export const consentHistorySchema = z.object({ items: z.array(consentLineSchema).describe("newest first") });

export const giveConsentSchema = z.strictObject({
  purpose,
  how: z.enum(waysTold).describe("how they told us"),
  text: z.string().trim().min(1).max(2_000).describe("what they agreed to, in the words they saw or heard"),
  at: instant.describe("when they agreed; no later than now"),
  reason: reason.describe("where the proof is, or what was said"),
});

export const withdrawConsentSchema = z.strictObject({ purpose, reason });

export const askedAgainSchema = z.object({
  sent: z.boolean().describe("whether a mail is on its way; false where this address has had enough today"),
});

/** The proof as one document, for whoever asks for it. */
export const consentProofSchema = z.object({
  format: z.literal("relance-consent-proof/1"),
  company: z.string(),
  madeAt: instant,
  timeZone: z.string().describe("in which the printed document tells local times"),
  person: z.object({
    id: z.string(),
    email: z.string(),
    name: z.string().nullable(),
    otherAddresses: z.array(z.string()).describe("of those who were merged into them"),
  }),
  stands: z.array(
    z.object({ purpose, basis: z.enum(["consent", "legitimate-interest"]), since: instant, confirmedAt: instant.nullable() }),
  ),
  awaited: z.object({ until: instant }).nullable(),
  events: z.array(consentLineSchema).describe("oldest first"),
  hash: z.object({
    algorithm: z.literal("SHA-256"),
    of: z.string().describe("what it was computed over"),
    value: z.string(),
  }),
});
export type ConsentProof = z.infer<typeof consentProofSchema>;
