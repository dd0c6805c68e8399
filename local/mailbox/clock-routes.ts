import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { readDuration } from "#core/time/duration.ts";
import { day, toIso } from "#core/time/instant.ts";
import { readJson } from "#local/gateway/read-body.ts";
import { durationOf } from "#local/time/show-duration.ts";
import type { LocalContext } from "./local-context.ts";
import { writeJson, writeProblem } from "./respond.ts";

const movesSchema = z.union([z.strictObject({ advance: z.string() }), z.strictObject({ to: z.literal("next") })]);
const longestMove = 3660 * day;

/** Answers `/local/clock`: what time it is for Relance, and moving it. */
export async function answerClock({ clock, advance }: LocalContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === "GET") return writeJson(response, 200, { now: toIso(clock.now()), offset: durationOf(clock.offset()) });
  if (request.method !== "POST") return writeProblem(response, 405, "The clock is read and moved.", { allow: "GET, POST" });
  const move = movesSchema.safeParse(await readJson(request));
  if (!move.success) return writeProblem(response, 400, 'Send {"advance": "P3D"} or {"to": "next"}.');
  const by = "to" in move.data ? "next" : readDuration(move.data.advance)?.milliseconds;
  if (by === undefined || (by !== "next" && by > longestMove)) {
    return writeProblem(
      response,
      400,
      "advance takes a positive ISO 8601 duration of weeks, days, hours, minutes and seconds, as P3D or PT12H; ten years at most.",
    );
  }
  const { now, performed, stuck } = await advance(by);
  const rows = stuck.map(({ kind, pk, sk, dueAt }) => ({ kind, pk, sk, dueAt: toIso(dueAt) }));
  writeJson(response, 200, { now: toIso(now), performed, ...(rows.length === 0 ? {} : { stuck: rows }) });
}
