import * as z from "zod";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time of day as 09:00");
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** When mail may leave, in the zone of the person who gets it. `to` is exclusive. */
export const sendWindowSchema = z.strictObject({ days: z.array(z.enum(weekdays)).min(1), from: time, to: time });
export type SendWindow = z.infer<typeof sendWindowSchema>;

const words = z.string().trim().min(1, "write something here").max(300);
const domain = z.string().regex(/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/, "a domain as replies.company.example");
const language = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, "a language as fr or fr-CA");

/** Who writes, from where, and with which manners: `templates/settings.yaml`. */
export const settingsSchema = z.strictObject({
  company: words,
  postalAddress: words.describe("in every marketing mail: the identity the law asks for"),
  website: z.url({ protocol: /^https?$/, error: "an address as https://company.example" }),
  sender: z.strictObject({ name: words, address: z.email() }),
  replyDomain: domain.describe("domain whose mail SES receives for us; replies carry a signed token before the @"),
  owner: z.email().describe("who is told of replies where a person has no owner of their own"),
  languages: z.array(language).min(1).describe("the first is the default"),
  timeZone: z.string().refine(isTimeZone, "a time zone as Europe/Paris").describe("IANA name, for people whose own is unknown"),
  window: sendWindowSchema.refine(({ from, to }) => from < to, "the window ends before it begins: let it end later on the same day"),
});
export type Settings = z.infer<typeof settingsSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
