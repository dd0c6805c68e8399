import type * as z from "zod";
import type { jobViewSchema } from "#contract/people.ts";
import type { Job } from "#core/job/job.ts";
import { toIso } from "#core/time/instant.ts";
import { isoOrNull } from "./instants.ts";
import { faultText } from "./texts.ts";

export function jobView(job: Job): z.infer<typeof jobViewSchema> {
  const { id, state, seen, done, unchanged, refused, refusals } = job;
  return {
    id,
    state,
    seen,
    done,
    unchanged,
    refused,
    refusals,
    of: job.kind === "bulk" && "ids" in job.selection ? job.selection.ids.length : null,
    problem: job.problem ?? null,
    problemText: faultText(job.problem),
    createdAt: toIso(job.createdAt),
    endedAt: isoOrNull(job.endedAt),
  };
}
