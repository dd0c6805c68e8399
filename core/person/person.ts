import * as z from "zod";
import { suppressionReasons } from "#core/address/suppression.ts";
import { scoreSchema } from "#core/score/score.ts";
import type { PersonId } from "#core/id/id.ts";
import { aliasSchema, mergedFromSchema, mergedIntoSchema } from "#core/merge/merged.ts";
import { consentActs } from "#core/consent/consent-acts.ts";
import { callSchema } from "#core/call/call.ts";
import { lastActSchema } from "#core/call/last-act.ts";
import { touchSchema } from "#core/call/touch.ts";
import { attributeSchema } from "./attribute.ts";
import { consentSchema, lawfulBasisSchema } from "./consent.ts";
import { lifecycleSchema } from "./lifecycle.ts";
import { moneySchema } from "./money.ts";
import { qualificationSchema } from "./qualification.ts";
import { stageSchema } from "./stage.ts";
import { lifecycleStandingSchema, reasonSchema, stageStandingSchema } from "./standing.ts";

/**
 * What applying one fact changed. Kept for the latest facts only, so that the retry of a half-done reaction neither counts
 * a fact twice nor forgets what it has to announce.
 */
export const outcomeSchema = z.object({
  fact: z.string(),
  at: z.number(),
  judgedAt: z.number().optional().describe("when it was counted: its day is the day its counts stand under, at each retry"),
  created: z.boolean().optional(),
  qualified: z.boolean().optional(),
  becameClient: z.boolean().optional(),
  lifecycle: z.object({ from: lifecycleSchema, to: lifecycleSchema, because: reasonSchema }).optional(),
  stage: z.object({ from: stageSchema, to: stageSchema, because: reasonSchema }).optional(),
  tookBack: lastActSchema
    .omit({ before: true })
    .extend({ takenBackBy: z.string().optional() })
    .optional()
    .describe("the act that this one took back"),
  edited: z.boolean().optional().describe("a hand changed what lists and the search show"),
  worth: z
    .array(z.object({ stage: stageSchema, currency: z.string(), amount: z.number() }))
    .optional()
    .describe("what their value, or their move with it, adds to the sums of the stages"),
  consent: z
    .array(
      z.object({
        purpose: z.enum(["marketing", "measurement"]),
        act: z.enum(consentActs),
        because: z.string().optional(),
        stands: lawfulBasisSchema.optional().describe("after a merge or its undoing: a retry writes the same evidence"),
      }),
    )
    .optional()
    .describe("what happened to each purpose"),
  changed: z.array(z.string()).optional().describe("names of the attributes whose answer changed"),
  row: z
    .object({ list: z.string(), line: z.number().int(), of: z.string() })
    .optional()
    .describe("the row of a list that it was; `of`: the beginning of its address's hash"),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const personSchema = z.object({
  id: z.custom<PersonId>((value) => typeof value === "string" && value.startsWith("per_")),
  rev: z.number().int().describe("counts the writes; each write is conditional on it"),
  email: z.string().describe("as it was typed, trimmed: what we write to"),
  addressHash: z.string(),
  locale: z.string().optional().describe("BCP 47, as `fr` or `en-GB`"),
  timeZone: z.string().optional().describe("IANA name, as `Europe/Paris`"),
  attributes: z.record(z.string(), attributeSchema),
  lifecycle: lifecycleStandingSchema,
  stage: stageStandingSchema,
  qualification: qualificationSchema,
  score: scoreSchema,
  consent: consentSchema,
  suppressed: z
    .object({ reason: z.enum(suppressionReasons), at: z.number() })
    .optional()
    .describe("a copy of the suppression of the address; the suppression itself is what sending obeys"),
  owner: z.string().optional().describe("e-mail address of the salesperson"),
  firstSource: z.string().optional(),
  purchases: z.object({ count: z.number().int(), total: z.number(), currency: z.string().optional(), lastAt: z.number() }).optional(),
  tags: z.array(z.string()).optional().describe("in the order they were given; each once"),
  value: moneySchema.optional().describe("what winning them is worth, as a salesperson estimates it"),
  touch: touchSchema.optional().describe("the latest instants that decide whether somebody should call"),
  nextCallAt: z.number().optional().describe("when somebody promised to call again"),
  snoozed: z.object({ until: z.number(), at: z.number() }).optional(),
  lastAct: lastActSchema.optional().describe("the latest call, snooze, note or move, which can still be taken back"),
  call: callSchema.optional().describe("that somebody should call, and why: judged anew with every fact"),
  paused: z.object({ at: z.number(), by: z.string(), reason: z.string() }).optional().describe("a hand stopped every mail"),
  aliases: z.array(aliasSchema).optional().describe("other addresses that lead here; nothing is written to them"),
  mergedFrom: z.array(mergedFromSchema).optional().describe("who was merged into this person, in the order in which it was done"),
  mergedInto: mergedIntoSchema.optional().describe("whoever is asked for this person means that one; the rest is as it was then"),
  lastActionAt: z.number().optional().describe("last action that came from the person; an open is none (CNIL)"),
  reviewAt: z.number().optional().describe("when the score will have cooled enough to change something"),
  keyed: z.number().int().optional().describe("version of the rules by which they are found if they are in the base twice"),
  applied: z.array(outcomeSchema).describe("the latest facts applied, newest last"),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Person = z.infer<typeof personSchema>;
export type Reason = z.infer<typeof reasonSchema>;
