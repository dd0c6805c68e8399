import * as z from "zod";
import { mailboxGroups } from "#core/insight/mailbox-group.ts";
import { stageSchema } from "#core/person/stage.ts";

/** What the kept counts tell. Days are UTC, as `2026-11-24`; shares go from 0 to 1. */
const day = z.iso.date();
const count = z.number();

export const spanQuerySchema = z.object({
  from: z.string().max(10).optional().describe("the first day; left out: 30 days up to `to`"),
  to: z.string().max(10).optional().describe("the last day; left out: today"),
});

export const rateSchema = z.object({
  count,
  of: count,
  share: z.number().nullable().describe("null where there is nobody to take a share of"),
  low: z.number().describe("the 95 % range of the true share (Wilson)"),
  high: z.number(),
  tooFew: z.boolean().describe("so few that the share says little"),
});
export type RateView = z.infer<typeof rateSchema>;

export const peopleInsightSchema = z.object({
  from: day,
  to: day,
  days: z.array(
    z.object({
      day,
      arrived: count,
      qualified: count,
      clients: count,
      reached: z.record(stageSchema, count).describe("who came as far as each stage for the first time that day"),
    }),
  ),
  stages: z.array(z.object({ stage: stageSchema, reached: count, now: count.describe("who stands there at this moment") })),
  sources: z
    .array(z.object({ source: z.string(), prospects: rateSchema, clients: rateSchema }))
    .describe("of those who arrived in the period, how many have become prospects and clients since"),
});
export type PeopleInsightView = z.infer<typeof peopleInsightSchema>;

const figures = {
  sent: count,
  delivered: count.describe("left and did not come back"),
  bouncedForGood: count,
  bouncedForNow: count,
  complained: count,
  unsubscribed: count,
};
const health = {
  ...figures,
  bounces: rateSchema,
  complaints: rateSchema,
  standing: z.enum(["good", "watch", "bad", "too-few"]).describe("against the lines of 0.1 % and 0.3 %"),
};
export const mailInsightSchema = z.object({
  from: day,
  to: day,
  days: z.array(z.object({ day, ...figures })).describe("each mail under the day it left, whenever it came back"),
  groups: z.array(z.object({ group: z.enum(mailboxGroups), ...health })),
  total: z.object(health),
  notices: count.describe("mails to ourselves, which are in no other figure"),
});
export type MailInsightView = z.infer<typeof mailInsightSchema>;

export const sequenceInsightSchema = z.object({
  name: z.string(),
  title: z.record(z.string(), z.string()),
  version: z.number().int().describe("the one in force"),
  versions: z.object({ from: z.number().int(), to: z.number().int() }).describe("those the figures are of"),
  steps: z
    .array(
      z.object({
        id: z.string(),
        email: z.string(),
        subject: z.record(z.string(), z.string()),
        sent: count,
        delivered: count,
        bounced: count,
        unsubscribed: count,
        complained: count,
        clicks: rateSchema.describe("people who clicked, of mails delivered"),
        replies: rateSchema.describe("people who replied, of mails delivered"),
      }),
    )
    .describe("the steps that send, in reading order"),
});
export type SequenceInsightView = z.infer<typeof sequenceInsightSchema>;
