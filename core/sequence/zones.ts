// Its function API: the classes of the same package are 40 KB more in every function.
import * as ZonedDateTime from "temporal-polyfill/fns/ZonedDateTime";
import { hour, type Instant } from "#core/time/instant.ts";

/**
 * Local time in the world's zones. Offsets only ever change on a quarter of an hour, so what the tz database says is asked
 * once per zone and quarter and kept: the planner asks by the hundred thousand.
 */
export interface Zones {
  /** Milliseconds to add to UTC for local time there, at an instant. */
  offsetAt(zone: string, at: Instant): number;
  /** The instant of a local wall-clock time (as milliseconds of an imaginary UTC). A time that a clock change skips is the first one after it; one that comes twice is the first. */
  instantOf(zone: string, local: number): Instant;
  isKnown(zone: string): boolean;
}

const quarter = hour / 4;

/** How many answers are kept before starting over: bounded memory whatever comes. */
const mostKept = 50_000;

export function createZones(): Zones {
  const offsets = new Map<string, Map<number, number>>();
  const known = new Map<string, boolean>();
  const offsetAt = (zone: string, at: Instant): number => {
    let ofZone = offsets.get(zone);
    if (ofZone === undefined) offsets.set(zone, (ofZone = new Map()));
    const slot = Math.floor(at / quarter);
    let offset = ofZone.get(slot);
    if (offset === undefined) {
      if (ofZone.size >= mostKept) ofZone.clear();
      offset = ZonedDateTime.offsetNanoseconds(inZone(zone, slot * quarter)) / 1e6;
      ofZone.set(slot, offset);
    }
    return offset;
  };
  return {
    offsetAt,
    instantOf: (zone, local) => {
      const early = local - offsetAt(zone, local - 14 * hour);
      const late = local - offsetAt(zone, local + 14 * hour);
      const [first, second] = early <= late ? [early, late] : [late, early];
      if (first + offsetAt(zone, first) === local) return first;
      if (second + offsetAt(zone, second) === local) return second;
      return afterTheGap(zone, first, second, offsetAt);
    },
    isKnown: (zone) => {
      let answer = known.get(zone);
      if (answer === undefined) known.set(zone, (answer = isZone(zone)));
      return answer;
    },
  };
}

/** A local time that does not exist: the instant at which the clock jumps over it. */
function afterTheGap(zone: string, from: Instant, to: Instant, offsetAt: Zones["offsetAt"]): Instant {
  const before = offsetAt(zone, from);
  for (let at = Math.floor(from / quarter) * quarter; at <= to; at += quarter) {
    if (offsetAt(zone, at) !== before) return at;
  }
  return to;
}

function inZone(zone: string, at: Instant): ReturnType<typeof ZonedDateTime.create> {
  return ZonedDateTime.create(BigInt(at) * 1_000_000n, zone);
}

function isZone(zone: string): boolean {
  try {
    inZone(zone, 0);
    return true;
  } catch {
    return false;
  }
}
