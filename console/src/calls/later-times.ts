/** When to come back to somebody, as one speaks of it. */
export const laterTimes = ["two-hours", "tomorrow", "three-days", "next-week"] as const;
export type LaterTime = (typeof laterTimes)[number];

/** The hour at which a day's calls begin. */
const morning = 9;

/** That time from `now`, by the clock of whoever reads: full hours, mornings, and next week's Monday. */
export function laterAt(time: LaterTime, now: Date): Date {
  switch (time) {
    case "two-hours": {
      const hour = new Date(now);
      hour.setHours(now.getHours() + 2, 0, 0, 0);
      return hour;
    }
    case "tomorrow":
      return morningIn(now, 1);
    case "three-days":
      return morningIn(now, 3);
    case "next-week":
      // From Sunday (0) it is one day to Monday, from Monday a whole week.
      return morningIn(now, (8 - now.getDay()) % 7 || 7);
  }
}

function morningIn(now: Date, days: number): Date {
  const day = new Date(now);
  day.setDate(now.getDate() + days);
  day.setHours(morning, 0, 0, 0);
  return day;
}

/** An instant as the browser's own field for a day and a time writes it, in local time. */
export function fieldValue(at: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
