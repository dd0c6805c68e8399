import { rateOf } from "./rate.ts";

/**
 * What Gmail and Yahoo ask of senders: complaints below 0.1 % of what was delivered, and never 0.3 % (Google, “Email sender
 * guidelines”, support.google.com/a/answer/81126; Yahoo, “Sender best practices”).
 */
export const complaintLines = { keepUnder: 0.001, never: 0.003 } as const;

export type ComplaintStanding = "good" | "watch" | "bad" | "too-few";

/**
 * How complaints stand against the two lines. Where one complaint alone would pass the first line nothing is said, unless they
 * are so many that even the lower end of the range is past the second.
 */
export function complaintStanding(complained: number, delivered: number): ComplaintStanding {
  const { share, low } = rateOf(complained, delivered);
  if (low >= complaintLines.never && complained > 1) return "bad";
  if (share === null || delivered * complaintLines.keepUnder < 1) return "too-few";
  if (share >= complaintLines.never) return "bad";
  return share >= complaintLines.keepUnder ? "watch" : "good";
}
