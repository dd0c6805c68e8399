import * as z from "zod";
import { permissionNames } from "#core/access/permission.ts";
import { roleSchema } from "#core/access/role.ts";
import { callReasonSchema } from "#core/call/call.ts";
import { lifecycleSchema } from "#core/person/lifecycle.ts";
import { stageSchema } from "#core/person/stage.ts";
import { sourceKindNames } from "#core/source/kinds/kind-names.ts";
import { waysTold } from "#core/person/consent.ts";
import { doubleOptInSchema } from "#core/consent/double-opt-in.ts";
import { basisSchema, givenFields, secretSchema } from "./sources.ts";
import { texts } from "./texts.ts";

/**
 * The shapes the API answers with and asks for: the server parses and documents with them (OpenAPI 3.1), the console types
 * its client from them. Instants are ISO 8601 in UTC; texts people read come in each language Relance speaks.
 */
const instant = z.iso.datetime();
/** Any JSON value. Said this plainly because OpenAPI tools lose themselves in a recursive schema. */
const anyJson = z.unknown();

export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

export const reasonSchema = z.object({ code: z.string(), text: texts });

export const scoreSummarySchema = z.object({
  total: z.number(),
  fit: z.number(),
  engagement: z.number(),
  penalty: z.number(),
});

export const scoreReasonSchema = z.object({
  rule: z.string(),
  axis: z.enum(["fit", "engagement", "penalty"]),
  text: texts,
  points: z.number().describe("what it is worth today"),
  count: z.number().optional(),
  lastAt: instant.optional(),
});

export const callViewSchema = z.object({
  urgency: z.number(),
  since: instant,
  reasons: z.array(z.object({ code: callReasonSchema, at: instant, text: texts })),
  advice: texts.describe("what to do about the most urgent reason"),
});
export type CallView = z.infer<typeof callViewSchema>;

export const personSummarySchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  company: z.string().nullable(),
  lifecycle: lifecycleSchema,
  stage: stageSchema,
  score: scoreSummarySchema,
  stageSince: instant,
  suppressed: z.enum(["unsubscribed", "bounced", "complained", "manual"]).nullable(),
  paused: z.boolean().describe("whether a hand stopped every mail"),
  tags: z.array(z.string()),
  owner: z.string().nullable().describe("e-mail address of who looks after them"),
  value: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  call: callViewSchema.nullable().describe("why somebody should call, if somebody should"),
  lastActionAt: instant.nullable(),
  createdAt: instant,
});
export type PersonSummary = z.infer<typeof personSummarySchema>;

const positionReason = z.object({ rule: z.string(), text: texts, since: instant });

export const enrollmentViewSchema = z.object({
  id: z.string(),
  sequence: z.string(),
  name: texts,
  version: z.number(),
  status: z.enum(["active", "parked", "ended"]),
  step: z.string(),
  dueAt: instant.nullable(),
  because: reasonSchema,
  startedAt: instant,
  endedAt: instant.nullable(),
  ending: z.string().nullable(),
});
export type EnrollmentView = z.infer<typeof enrollmentViewSchema>;

export const personDetailSchema = personSummarySchema.extend({
  locale: z.string().nullable(),
  timeZone: z.string().nullable(),
  phone: z.string().nullable(),
  nextCallAt: instant.nullable(),
  snoozedUntil: instant.nullable(),
  lastAct: z
    .object({ id: z.string(), kind: z.enum(["call", "snooze", "note", "stage"]), at: instant, by: z.string() })
    .nullable()
    .describe("the latest call, snooze, note or move to another stage, which can still be taken back"),
  pausedBecause: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
  attributes: z.array(
    z.object({ name: z.string(), label: texts, value: anyJson, choice: texts.optional(), at: instant, from: z.string() }),
  ),
  lifecycleBecause: positionReason,
  stageBecause: positionReason,
  qualification: z.array(z.object({ criterion: z.string(), label: texts, level: z.string(), from: z.string() })),
  scoreReasons: z.array(scoreReasonSchema),
  consent: z.array(
    z.object({
      purpose: z.enum(["marketing", "measurement"]),
      basis: z.string(),
      at: instant,
      source: z.string(),
      text: z.string().nullable(),
      textVersion: z.string().nullable(),
      submissionId: z.string().nullable().describe("the arrival that proves it"),
      ip: z.string().nullable().describe("truncated"),
      formVersion: z.number().int().nullable(),
      how: z.enum(waysTold).nullable().describe("how they told us, of one that somebody here recorded"),
      by: z.string().nullable(),
      confirmedAt: instant.nullable().describe("when they said yes once more, by the link in a mail"),
      withdrawnAt: instant.nullable(),
    }),
  ),
  awaited: z
    .object({ since: instant, until: instant, source: z.string(), text: z.string().nullable() })
    .nullable()
    .describe("an agreement to marketing mail that counts for nothing until its link is used"),
  enrollments: z.array(enrollmentViewSchema),
  purchases: z.object({ count: z.number(), total: z.number(), currency: z.string().nullable() }).nullable(),
  aliases: z.array(z.string()).describe("other addresses of theirs, by merges: what comes from one arrives here, nothing is written to it"),
  mergedFrom: z
    .array(z.object({ id: z.string(), email: z.string(), at: instant, by: z.string(), undoUntil: instant.nullable() }))
    .describe("who was merged into them; `undoUntil` stands at the one merge that can be undone now"),
});
export type PersonDetail = z.infer<typeof personDetailSchema>;

export const timelineItemSchema = z.object({
  id: z.string(),
  at: instant,
  type: z.string().describe("an entry's type, or `message`"),
  text: texts.describe("what happened, in a sentence"),
  data: z.record(z.string(), anyJson),
  message: z
    .object({
      id: z.string(),
      email: z.string(),
      subject: z.string(),
      state: z.string(),
      sequence: z.string().nullable(),
      step: z.string(),
      because: reasonSchema,
      sentAt: instant.nullable(),
      deliveredAt: instant.nullable(),
      openedAt: instant.nullable(),
      bouncedAt: instant.nullable(),
      clicks: z.array(z.object({ at: instant, link: z.string(), by: z.enum(["person", "machine"]) })),
    })
    .nullable(),
});
export type TimelineItemView = z.infer<typeof timelineItemSchema>;

export const dueViewSchema = z.object({
  key: z.string().describe("names the item in `/api/parked/{key}/retry`"),
  kind: z.enum(["submission", "enrollment", "review", "job", "import", "merge", "confirmation"]),
  dueAt: instant,
  personId: z.string().nullable(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  sequence: z.string().nullable(),
  step: z.string().nullable(),
  because: reasonSchema,
});
export type DueView = z.infer<typeof dueViewSchema>;

export const parkedViewSchema = dueViewSchema.omit({ dueAt: true }).extend({
  parkedAt: instant,
  problem: z.string().describe("as it was thrown; may be empty"),
  problemText: texts.describe("the same for whoever reads it: what it means, in plain words"),
  attempts: z.number(),
  uncertain: z.boolean().describe("a mail that SES may or may not have: `resend` or `count-as-sent` decides"),
});
export type ParkedView = z.infer<typeof parkedViewSchema>;

export const retryRequestSchema = z.strictObject({ decision: z.enum(["retry", "resend", "count-as-sent"]).default("retry") });

export const retryAllSchema = z.object({
  retried: z.number().int(),
  undecided: z.number().int().describe("uncertain mails: each waits for somebody's decision"),
  changed: z.number().int().describe("what somebody else dealt with meanwhile"),
  next: z.string().nullable().describe("give it as `cursor` for the rest"),
});

export const sourceRequestSchema = z.strictObject({
  kind: z.enum(sourceKindNames),
  name: z.string().min(1).max(80),
  secret: secretSchema.optional().describe("what deliveries are signed with; without one the address bears a token"),
  mapping: z.record(z.string(), z.string()).optional(),
  basis: basisSchema.default("consent"),
  doubleOptIn: doubleOptInSchema.optional().describe("asks whoever ticked the box once more, by mail"),
  accessToken: z
    .string()
    .min(8)
    .max(4_000)
    .optional()
    .describe("opens the sender's API, where its deliveries carry ids alone; never shown again"),
  ...givenFields,
});
export const sourceViewSchema = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  url: z.url(),
  signed: z.boolean(),
  secrets: z
    .array(z.object({ id: z.string().describe("names it, and says nothing of it"), until: instant.nullable() }))
    .describe("what deliveries may be signed with, the newest first; `until` for what is being replaced"),
  oldAddressUntil: instant.nullable().describe("until when the address before this one still takes deliveries"),
  accessToken: z.boolean().describe("whether there is one"),
  mapping: z.record(z.string(), z.string()).nullable(),
  basis: basisSchema,
  doubleOptIn: doubleOptInSchema.nullable(),
  stage: stageSchema.nullable(),
  tags: z.array(z.string()),
  owner: z.string().nullable(),
  enabled: z.boolean(),
  rev: z.number().describe("give it as `If-Match` to change what was read and nothing newer"),
  createdAt: instant,
});
export type SourceView = z.infer<typeof sourceViewSchema>;

export const overviewSchema = z.object({
  company: z.string(),
  now: instant,
  local: z.boolean().describe("whether this is the local runtime, with its mailbox and clock"),
  dueNow: z.number(),
  parked: z.number(),
  discarded: z.number().describe("submissions quietly discarded today: honeypot filled"),
});
export type Overview = z.infer<typeof overviewSchema>;

export const meSchema = z.object({
  kind: z.enum(["member", "key"]),
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: roleSchema.nullable().describe("null for a key"),
  permissions: z.array(z.enum(permissionNames)),
});
export type Me = z.infer<typeof meSchema>;

export const apiKeyRequestSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(permissionNames)).min(1).max(permissionNames.length),
});
export const apiKeyViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(permissionNames)),
  createdAt: instant,
  createdBy: z.string(),
  usedAt: instant.nullable().describe("to the day"),
  revokedAt: instant.nullable(),
});
export type ApiKeyView = z.infer<typeof apiKeyViewSchema>;
export const newApiKeySchema = apiKeyViewSchema.extend({ token: z.string().describe("shown this once, kept nowhere") });

export const auditViewSchema = z.object({
  id: z.string(),
  at: instant,
  by: z.object({ kind: z.enum(["member", "key"]), id: z.string(), name: z.string() }),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  from: anyJson.nullable(),
  to: anyJson.nullable(),
  reason: z.string().nullable(),
});
export type AuditView = z.infer<typeof auditViewSchema>;
