import * as z from "zod";
import { callOutcomeSchema } from "#core/call/call.ts";
import { definitionKinds } from "#core/definition/definition.ts";
import { bulkActSchema } from "#core/job/bulk-act.ts";
import { attributeTypes, attributeValueSchema } from "#core/person/attribute.ts";
import { moneySchema } from "#core/person/money.ts";
import { stages, stageSchema } from "#core/person/stage.ts";
import { peopleQuerySchema } from "#core/search/saved-view.ts";
import { texts } from "./texts.ts";

/** What is asked of and answered about people and what is done with them. Instants are ISO 8601 in UTC. */
const instant = z.iso.datetime();
const reason = z.string().trim().max(500);

export const editRequestSchema = z
  .strictObject({
    attributes: z.record(z.string().max(60), attributeValueSchema),
    tags: z.strictObject({ add: z.array(z.string()).max(30).default([]), remove: z.array(z.string()).max(30).default([]) }),
    owner: z.email().nullable(),
    value: moneySchema.nullable(),
  })
  .partial();

/** Somebody added by hand. Without a basis nobody writes to them; agreement needs its proof (GDPR art. 7(1)). */
export const addRequestSchema = z.strictObject({
  email: z.string().trim().min(3).max(320),
  firstName: z.string().trim().max(100).optional(),
  lastName: z.string().trim().max(100).optional(),
  company: z.string().trim().max(200).optional(),
  phone: z.string().trim().max(60).optional(),
  basis: z.enum(["consent", "legitimate-interest", "none"]),
  proof: z.string().trim().max(500).optional().describe("how and when they agreed, or why they may expect to hear from us"),
});

export const stageRequestSchema = z.strictObject({ stage: stageSchema, reason: reason.min(1) });
export const noteRequestSchema = z.strictObject({ text: z.string().trim().min(1).max(4_000) });
export const callRequestSchema = z.strictObject({
  outcome: callOutcomeSchema,
  text: z.string().trim().max(4_000).default(""),
  nextAt: instant.nullable().default(null).describe("when to call again; after `no-answer` it is tomorrow unless you say otherwise"),
});
export const snoozeRequestSchema = z.strictObject({ until: instant });
export const reasonRequestSchema = z.strictObject({ reason: reason.min(1) });
export const enterRequestSchema = z.strictObject({ sequence: z.string().min(1).max(100) });

export const mailSchema = z.object({
  id: z.string(),
  subject: z.string(),
  html: z.string().describe("the mail as it was sent: the version that was published then, with what it said of the person"),
  text: z.string(),
  locale: z.string(),
  sentAt: instant.nullable(),
  to: z.string(),
});

export const attributeFieldSchema = z.object({
  name: z.string(),
  type: z.enum(attributeTypes),
  label: texts,
  choices: z.array(z.object({ value: z.string(), label: texts })),
});
export const attributeUsesSchema = z.object({
  name: z.string(),
  definitions: z.array(z.object({ kind: z.enum(definitionKinds), name: z.string() })),
  sources: z.array(z.object({ id: z.string(), name: z.string() })).describe("those whose mapping fills it"),
});
export type AttributeUses = z.infer<typeof attributeUsesSchema>;

export type AttributeField = z.infer<typeof attributeFieldSchema>;

export const pipelineSchema = z.object({
  stages: z.array(
    z.object({
      stage: z.enum(stages),
      count: z.number(),
      value: z.array(moneySchema).describe("what they are worth together, by currency"),
      oldestSince: instant.nullable(),
    }),
  ),
});
export type Pipeline = z.infer<typeof pipelineSchema>;

export const bulkRequestSchema = z.strictObject({
  act: bulkActSchema,
  ids: z.array(z.string()).min(1).max(500).optional(),
  query: peopleQuerySchema.optional().describe("everybody this list shows; instead of `ids`"),
  reason: reason.optional(),
});

export const jobViewSchema = z.object({
  id: z.string(),
  state: z.enum(["running", "done", "stopped"]),
  seen: z.number(),
  done: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  refusals: z.array(z.object({ personId: z.string(), code: z.string() })),
  of: z.number().nullable().describe("how many there are, where that is known beforehand"),
  problem: z.string().nullable(),
  problemText: texts.nullable().describe("the same for whoever reads it: what it means, in plain words"),
  createdAt: instant,
  endedAt: instant.nullable(),
});

export const savedViewSchema = z.object({ id: z.string(), name: z.string(), shared: z.boolean(), query: peopleQuerySchema });
export const savedViewRequestSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  shared: z.boolean().default(false),
  query: peopleQuerySchema,
});
