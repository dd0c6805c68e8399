import * as z from "zod";
import { signSchema } from "#core/submission/sign.ts";
import { doubleOptInSchema } from "#core/consent/double-opt-in.ts";
import { extractedSchema, submissionStatuses } from "#core/submission/submission.ts";
import { sourceKindNames } from "#core/source/kinds/kind-names.ts";
import { mappingSchema } from "#core/source/mapping.ts";
import { stageSchema } from "#core/person/stage.ts";
import { texts } from "./texts.ts";

const instant = z.iso.datetime();

export const basisSchema = z.enum(["consent", "legitimate-interest", "none"]);

/** What whoever arrives through a source is given; `null` takes it away. */
export const givenFields = {
  stage: stageSchema.nullable().optional().describe("where somebody new begins"),
  tags: z.array(z.string().max(100)).max(20).optional(),
  owner: z.string().max(254).nullable().optional().describe("e-mail address of who looks after them"),
};

export const secretSchema = z.string().min(8).max(500);

export const sourceChangeSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    mapping: mappingSchema.nullable(),
    basis: basisSchema,
    doubleOptIn: doubleOptInSchema.nullable().describe("asks whoever ticked the box once more, by mail; `null`: the tick is enough"),
    enabled: z.boolean(),
    accessToken: z.string().min(8).max(4_000).nullable().describe("opens the sender's API; never shown again"),
    ...givenFields,
  })
  .partial();

export const rotateSecretSchema = z.strictObject({
  secret: secretSchema.optional().describe("the new one; one is made and shown this once where none is given"),
  keepDays: z.number().int().min(0).max(90).optional().describe("how long what stood stays valid; until it is removed, if not said"),
});

export const rotateAddressSchema = z.strictObject({
  keepDays: z.number().int().min(0).max(90).default(7).describe("how long the old address stays valid"),
});

const beatSchema = z.object({ total: z.number(), lastAt: instant, because: z.string().nullable() }).nullable();

/** How deliveries have gone since the source was made. */
export const pulseViewSchema = z.object({
  health: z.enum(["waiting", "well", "quarantined", "refused", "disabled"]),
  received: beatSchema,
  duplicate: beatSchema,
  quarantined: beatSchema,
  ignored: beatSchema.describe("what the sender told that is no arrival of anybody: a test, a draft"),
  refused: beatSchema.describe("not from whom the source trusts; counted at least, and nothing of it kept"),
  inQuarantine: z.number().describe("submissions that wait in quarantine now, counted up to 100"),
});
export type PulseView = z.infer<typeof pulseViewSchema>;

export const submissionViewSchema = z.object({
  id: z.string(),
  source: z.string(),
  kind: z.string().describe("the source's kind"),
  status: z.enum(submissionStatuses),
  reason: z.string().nullable(),
  reasonText: texts.nullable().describe("the same for whoever reads it: what it means, in plain words"),
  problem: z
    .object({ field: z.string().nullable(), code: z.string(), remedy: z.string() })
    .nullable()
    .describe("of what is in quarantine: where it is wrong, and what would mend it"),
  personId: z.string().nullable(),
  duplicateOf: z.string().nullable(),
  receivedAt: instant,
  processedAt: instant.nullable(),
  attempts: z.number(),
  signs: z.array(signSchema).describe("what spoke against its being a person's own; of what was taken in, too"),
  expiresAt: instant.nullable().describe("of what was kept apart as a machine's: until when it can be taken in after all"),
  extracted: extractedSchema,
});
export type SubmissionView = z.infer<typeof submissionViewSchema>;

/** A field of a delivery: `at` is what a mapping says to mean it. */
const pointableSchema = z.object({
  at: z.string(),
  title: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable(),
});
export type PointableView = z.infer<typeof pointableSchema>;

/** What came over the wire; every secret in it is masked. */
export const deliveryViewSchema = z.object({
  headers: z.record(z.string(), z.string()),
  query: z.record(z.string(), z.string()),
  bytes: z.number(),
  kept: z.enum(["whole", "head", "none"]).describe("`head`: it was too large to keep, and begins so"),
  text: z.string().nullable().describe("the body as text"),
  fields: z.array(pointableSchema).describe("all that a mapping may point at, as its sender calls it"),
  files: z.array(z.object({ field: z.string(), fileName: z.string() })).describe("files that came with it and were dropped"),
});
export type DeliveryView = z.infer<typeof deliveryViewSchema>;

export const submissionDetailSchema = submissionViewSchema.extend({ delivery: deliveryViewSchema.nullable() });
export type SubmissionDetail = z.infer<typeof submissionDetailSchema>;

export const arrivalsSchema = pulseViewSchema.extend({
  since: instant.describe("when the source was made: deliveries are waited for since then"),
  now: instant,
  recent: z.array(submissionViewSchema).describe("the latest, newest first"),
});

export const tryMappingSchema = z.strictObject({
  submission: z.string().max(100).optional().describe("what to read: a submission that is kept"),
  payload: z.string().max(500_000).optional().describe("or a body, as its sender would write it"),
  contentType: z.string().max(200).optional(),
  mapping: mappingSchema.nullable().optional().describe("how to read it; the source's own mapping, if not said"),
});

export const triedSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("read"), extracted: extractedSchema }),
  z.object({ kind: z.literal("ignored"), because: z.string() }),
  z.object({ kind: z.literal("fetch"), because: z.string() }),
  z.object({ kind: z.literal("problem"), field: z.string().nullable(), code: z.string(), problem: z.string(), remedy: z.string() }),
]);
export type Tried = z.infer<typeof triedSchema>;
export const triedAllSchema = z.object({
  parts: z.array(triedSchema).describe("one for each event of the delivery; most have one"),
  fields: z.array(pointableSchema),
});

export const replayAllSchema = z.strictObject({ status: z.enum(["quarantined", "parked"]).default("quarantined") });

/** A tool people can be sent from. */
export const sourceKindViewSchema = z.object({
  kind: z.enum(sourceKindNames),
  name: z.string(),
  family: z.enum(["form", "booking", "purchase", "crm", "generic"]),
  signs: z.boolean().describe("whether its deliveries can be signed; else a token in the address is all there is"),
  secret: texts.nullable().describe("where in that tool its signing secret is found, or written"),
  accessToken: texts.nullable().describe("where its access token is made, if its deliveries carry ids alone"),
  handshake: z.boolean().describe("whether it tries the address before it delivers"),
});
export type SourceKindView = z.infer<typeof sourceKindViewSchema>;

/** What to do in the tool, with this source's own address in it. */
export const setupSchema = z.object({
  steps: z.array(texts),
  script: z.string().nullable().describe("a program to paste in that tool"),
  verifyToken: z.string().nullable().describe("what the tool asks for to confirm the address, where it does"),
});
