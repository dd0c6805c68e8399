import * as z from "zod";
import { recordPurposes, recordStates } from "#core/sender/dns-record.ts";
import { checkStates } from "#core/sender/sending-account.ts";
import { texts } from "./texts.ts";

const checkState = z.enum(checkStates);

/** A DNS record to set, and what the world finds there now. */
export const dnsRecordSchema = z.object({
  purpose: z.enum(recordPurposes),
  type: z.enum(["CNAME", "MX", "TXT"]),
  name: z.string(),
  value: z.string().describe("as one writes it into a form: an MX with its priority before it"),
  required: z.boolean().describe("without it no mail leaves, or no reply arrives"),
  state: z.enum(recordStates).describe("`unknown` where the domain name system did not answer"),
  found: z.array(z.string()),
});
export type DnsRecordView = z.infer<typeof dnsRecordSchema>;

/** Who writes, and whether the world lets them. */
export const senderStatusSchema = z.object({
  name: z.string(),
  address: z.string(),
  domain: z.string(),
  replyDomain: z.string(),
  owner: z.string().describe("who is told of replies"),
  region: z.string(),
  local: z.boolean().describe("SES and the domain name system are this machine's own"),
  account: z
    .object({
      production: z.boolean().describe("outside SES's sandbox"),
      sending: z.boolean(),
      standing: z.string(),
      perSecond: z.number(),
      perDay: z.number(),
      sentLastDay: z.number(),
      suppressedFor: z.array(z.string()),
    })
    .nullable()
    .describe("null where SES did not answer: `problem` says why"),
  identity: z
    .object({
      name: z.string(),
      maySend: z.boolean(),
      verification: checkState,
      dkim: checkState,
      mailFrom: z.object({ domain: z.string(), state: checkState }).nullable(),
    })
    .nullable(),
  identityProblem: z.enum(["unknown", "not-ours", "unanswered"]).nullable(),
  problem: z.string().nullable(),
  problemText: texts.nullable().describe("the same for whoever reads it: what it means, in plain words"),
  records: z.array(dnsRecordSchema),
});
export type SenderStatus = z.infer<typeof senderStatusSchema>;

/** One line of the estimate: how many of what, at which price. */
export const costLineSchema = z.object({
  what: z.enum(["ses", "mail", "submission", "waiting"]),
  quantity: z.number(),
  perMillion: z.number().describe("dollars for a million"),
  dollars: z.number(),
});

/** What a month has cost so far, reckoned from kept counts, measured units and list prices. An estimate, and no bill. */
export const usageSchema = z.object({
  month: z.string().describe("as 2026-11"),
  days: z.number().int().describe("of the month that have begun"),
  sent: z.number().int(),
  notices: z.number().int().describe("of them to ourselves"),
  submissions: z.number().int(),
  lines: z.array(costLineSchema),
  dollars: z.number(),
  prices: z.object({ region: z.string(), asOf: z.string(), url: z.string() }),
  pinpoint: z.object({
    perThousand: z.number(),
    people: z.number().int().describe("most people that this month's mails can have gone to"),
    dollars: z.number(),
  }),
});
export type UsageView = z.infer<typeof usageSchema>;
