import * as z from "zod";
import { day } from "#core/time/instant.ts";

/** What became of a delivery, as its source's health is told by. `refused`: not from whom the source trusts, and nothing of it kept. */
export const beats = ["received", "duplicate", "quarantined", "ignored", "refused"] as const;
export type BeatKind = (typeof beats)[number];

export interface Beat {
  readonly kind: BeatKind;
  readonly at: number;
  readonly by?: number;
  /** Why, where it was not received. */
  readonly because?: string;
}

const beatSchema = z.object({ total: z.number().int(), lastAt: z.number(), because: z.string().optional() });

/** How often each has happened since the source was made, and when last. Refusals are counted at least: a flood of them is not written one by one. */
export const pulseSchema = z.object({ source: z.string(), beats: z.partialRecord(z.enum(beats), beatSchema) });
export type Pulse = z.infer<typeof pulseSchema>;

export type Health = "waiting" | "well" | "quarantined" | "refused";

/**
 * How a source is: nothing has come yet, the last that came was taken, or what came last could not be read and nobody has mended it
 * since, or was not from whom it trusts. A refusal counts for a day: anybody can knock at a door.
 */
export function healthOf(pulse: Pulse | undefined, inQuarantine: number, now: number): Health {
  const last = (kind: BeatKind): number => pulse?.beats[kind]?.lastAt ?? 0;
  const taken = Math.max(last("received"), last("duplicate"), last("ignored"));
  const isKnown = Math.max(taken, last("quarantined")) > 0;
  if (last("refused") > Math.max(taken, last("quarantined")) && (!isKnown || last("refused") > now - day)) return "refused";
  if (last("quarantined") > taken && inQuarantine > 0) return "quarantined";
  return isKnown ? "well" : "waiting";
}
