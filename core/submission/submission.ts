import * as z from "zod";
import { doubleOptInSchema } from "#core/consent/double-opt-in.ts";
import { givenSchema } from "#core/source/given.ts";
import { signSchema } from "./sign.ts";

/** What an adapter read out of one arrival, whatever its sender. The shape every source shares. */
export const extractedSchema = z.object({
  email: z.string().optional(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  fullName: z.string().optional(),
  phone: z.string().optional(),
  company: z.string().optional(),
  message: z.string().optional(),
  locale: z.string().optional(),
  timeZone: z.string().optional(),
  consent: z.boolean().optional().describe("whether the box of agreement to marketing mail was ticked"),
  consentText: z.string().optional(),
  consentTextVersion: z.string().optional(),
  measurement: z
    .object({ agreed: z.boolean(), text: z.string(), textVersion: z.string() })
    .optional()
    .describe("whether they agreed to be measured, where they were asked"),
  utm: z.object({
    source: z.string().optional(),
    medium: z.string().optional(),
    campaign: z.string().optional(),
    term: z.string().optional(),
    content: z.string().optional(),
  }),
  hidden: z.record(z.string(), z.string()),
  answers: z.array(
    z.object({
      key: z.string().describe("an attribute's name where the key is one"),
      title: z.string(),
      value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
    }),
  ),
  purchase: z.object({ id: z.string(), amount: z.number(), currency: z.string() }).optional(),
  eventId: z.string().describe("the sender's id of this event: the same event delivered again has the same"),
});
export type Extracted = z.infer<typeof extractedSchema>;

/** A `FetchPlan` (core/source/fetch-plan.ts) as it is stored. */
const fetchPlanSchema = z.object({
  requests: z.array(z.object({ url: z.string(), headers: z.record(z.string(), z.string()) })),
  about: z.record(z.string(), z.string()),
});

export const submissionStatuses = ["pending", "processed", "duplicate", "quarantined", "discarded", "parked"] as const;

/** One arrival, kept as it was read. `source` is `form:<name>` or `hook:<source id>`. */
export const submissionSchema = z.object({
  id: z.custom<`sub_${string}`>((value) => typeof value === "string" && value.startsWith("sub_")),
  rev: z.number().int(),
  source: z.string(),
  sourceKind: z.string(),
  basis: z.enum(["consent", "legitimate-interest", "none"]).describe("the source's rule: what an arrival through it may rest on"),
  status: z.enum(submissionStatuses),
  reason: z.string().optional(),
  problem: z
    .object({ field: z.string().optional(), code: z.string(), remedy: z.string() })
    .optional()
    .describe("of what is in quarantine: where it is wrong, and what would mend it"),
  doubleOptIn: doubleOptInSchema.optional().describe("the source's rule, as it was then: whether a ticked box is asked about once more"),
  formVersion: z.number().int().optional().describe("of the form's definition, as it was then"),
  signs: z.array(signSchema).optional().describe("what spoke against its being a person's own; of what was taken in, too"),
  spamAt: z.number().optional().describe("when somebody of the team said that it is spam"),
  expiresAt: z.number().optional().describe("of what was kept apart as a machine's: when it is let go"),
  given: givenSchema.optional().describe("what its source gives whoever arrives, as it was then"),
  duplicateOf: z.string().optional().describe("the submission that this event was taken in as first"),
  movedFrom: z.string().optional().describe("the event id it stood under before, until nothing stands there any more"),
  toFetch: fetchPlanSchema.optional().describe("what its sender is to be asked for before it can be read"),
  part: z.number().int().optional().describe("which of several arrivals of one delivery it is, from 0"),
  extracted: extractedSchema,
  ip: z.string().optional().describe("truncated"),
  receivedAt: z.number(),
  processedAt: z.number().optional(),
  personId: z.string().optional(),
  attempts: z.number().int(),
  dueAt: z.number().optional().describe("when it is to be processed (again), while it is pending"),
});
export type Submission = z.infer<typeof submissionSchema>;
