import { type SendWindow, weekdays } from "#core/settings/settings.ts";
import { day, type Instant, minute } from "#core/time/instant.ts";
import type { Zones } from "./zones.ts";

/** Whether mail may leave at an instant, by the clock of the person's zone. */
export function isOpen(window: SendWindow, zone: string, at: Instant, zones: Zones): boolean {
  const local = at + zones.offsetAt(zone, at);
  const time = local - startOfDay(local);
  return window.days.includes(weekdayOf(local)) && time >= timeOf(window.from) && time < timeOf(window.to);
}

/** The first instant at or after `at` at which the window is open. */
export function nextOpening(window: SendWindow, zone: string, at: Instant, zones: Zones): Instant {
  if (isOpen(window, zone, at, zones)) return at;
  const today = startOfDay(at + zones.offsetAt(zone, at));
  for (let ahead = 0; ahead <= 8; ahead++) {
    const date = today + ahead * day;
    if (!window.days.includes(weekdayOf(date))) continue;
    const opening = zones.instantOf(zone, date + timeOf(window.from));
    if (opening >= at) return opening;
  }
  return at;
}

function startOfDay(local: number): number {
  return Math.floor(local / day) * day;
}

function weekdayOf(local: number): SendWindow["days"][number] {
  // 1970-01-01 was a Thursday, the fourth of a week that begins on Monday.
  return weekdays[(((Math.floor(local / day) + 3) % 7) + 7) % 7] ?? "mon";
}

/** `09:30` in milliseconds since midnight; `24:00`, the end of the day, may close a window. */
function timeOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return (hours * 60 + minutes) * minute;
}
