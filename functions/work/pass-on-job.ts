import type { Import } from "#core/import/import.ts";
import type { Job } from "#core/job/job.ts";
import { domainEvent } from "#core/reaction/events-of.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import { jsonLogger } from "#functions/runtime/logger.ts";
import type { Workshop } from "./workshop.ts";

const log = jsonLogger("api");

/**
 * Tells whoever works that a request leaves a list or another job unfinished, so that it goes on at once. It stands in the due index
 * besides: where this cannot be told, it is a minute late and no more.
 */
export async function passOnJob(
  { bus, runtime }: Pick<Workshop, "bus" | "runtime">,
  kind: "import" | "job",
  { id, state }: Pick<Import | Job, "id" | "state">,
): Promise<void> {
  if (state !== "running") return;
  try {
    await bus.publish([domainEvent("job.begun", runtime.now(), id, { jobId: id, kind })]);
  } catch (thrown) {
    log.warn("a job waits for the next tick: nobody could be told of it", { job: id, problem: describeFault(thrown) });
  }
}
