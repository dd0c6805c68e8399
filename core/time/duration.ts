import * as Duration from "temporal-polyfill/fns/Duration";
import { day, hour, minute, second } from "./instant.ts";

/** A positive ISO 8601 duration, taken apart: whole days (weeks are seven) and what is shorter, in milliseconds. */
export interface Length {
  readonly milliseconds: number;
  /** Set where the duration is of whole days only: they are days of a calendar, not of 24 hours. */
  readonly calendarDays?: number;
}

/** Reads `P2D`, `P1W` or `PT4H30M`; undefined for anything that is no positive duration, or counts in months and years, whose length depends on when they begin. */
export function readDuration(text: string): Length | undefined {
  const duration = parse(text);
  if (duration === undefined || Duration.sign(duration) <= 0 || duration.years !== 0 || duration.months !== 0) return undefined;
  const days = duration.weeks * 7 + duration.days;
  const shorter = duration.hours * hour + duration.minutes * minute + duration.seconds * second + duration.milliseconds;
  return { milliseconds: days * day + shorter, ...(shorter === 0 ? { calendarDays: days } : {}) };
}

function parse(text: string): ReturnType<typeof Duration.fromString> | undefined {
  try {
    return Duration.fromString(text);
  } catch {
    return undefined;
  }
}
