import * as z from "zod";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time of day as 09:00");
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** When mail may leave, in the zone of the person who gets it. `to` is exclusive. */
export const sendWindowSchema = z.strictObject({ days: z.array(z.enum(weekdays)).min(1), from: time, to: time });
export type SendWindow = z.infer<typeof sendWindowSchema>;

/** Who writes, from where, and with which manners: `templates/settings.yaml`. */
export const settingsSchema = z.strictObject({
  company: z.string(),
  postalAddress: z.string().describe("in every marketing mail: the identity the law asks for"),
  website: z.url(),
  sender: z.strictObject({ name: z.string(), address: z.email() }),
  replyDomain: z.string().describe("domain whose mail SES receives for us; replies carry a signed token before the @"),
  owner: z.email().describe("who is told of replies where a person has no owner of their own"),
  languages: z.array(z.string()).min(1).describe("the first is the default"),
  timeZone: z.string().describe("IANA name, for people whose own is unknown"),
  window: sendWindowSchema,
});
export type Settings = z.infer<typeof settingsSchema>;
