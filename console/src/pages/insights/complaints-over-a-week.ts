import type { MailInsightView } from "#contract/insights.ts";

/** Complaints of the mails of each day and the six before it: mailboxes judge by more than a day, and a day's few mails say little. */
export function complaintsOverAWeek(days: MailInsightView["days"]): readonly number[] {
  return days.map((_, place) => {
    const week = days.slice(Math.max(0, place - 6), place + 1);
    const of = (what: "complained" | "delivered"): number => week.reduce((sum, day) => sum + day[what], 0);
    return of("delivered") === 0 ? 0 : of("complained") / of("delivered");
  });
}
