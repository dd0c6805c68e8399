import * as z from "zod";
import { moneySchema } from "#core/person/money.ts";
import { personSummarySchema, timelineItemSchema } from "./api.ts";

/** What a salesperson's day is made of. Instants are ISO 8601 in UTC. */
const instant = z.iso.datetime();

const calleeSchema = personSummarySchema.extend({
  phone: z.string().nullable(),
  nextCallAt: instant.nullable().describe("when somebody promised to call"),
});

export const callItemSchema = z.object({
  person: calleeSchema,
  last: timelineItemSchema.nullable().describe("what they or one of us did last"),
});
export type CallItem = z.infer<typeof callItemSchema>;

export const laterItemSchema = z.object({
  person: calleeSchema,
  at: instant.describe("when they come back onto the list"),
  because: z.enum(["promised", "snoozed"]),
});
export type LaterItem = z.infer<typeof laterItemSchema>;

export const newsSchema = z.object({
  since: z.iso.date().describe("the UTC day it is counted from, to now"),
  submissions: z.number(),
  replies: z.number(),
  qualified: z.number().describe("contacts who became prospects"),
  clients: z.number().describe("who bought for the first time"),
  purchases: z.number(),
  revenue: z.array(moneySchema),
});
export type News = z.infer<typeof newsSchema>;

export const takeBackRequestSchema = z.strictObject({ act: z.string().min(1).max(100).describe("`lastAct.id` of the person") });
