import { refusedBasis } from "#core/import/import-fact.ts";
import type { Import, ImportTally } from "#core/import/import.ts";
import { isId } from "#core/id/id.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import { isEnding } from "#functions/runtime/runtime.ts";
import type { Workshop } from "../workshop.ts";
import { foreseeRows } from "./foresee-rows.ts";
import { readChunk } from "./read-chunk.ts";
import { type TakenRow, takeRows } from "./take-rows.ts";
import { tellOfRows } from "./tell-of-rows.ts";

/** How long one visit goes on, in milliseconds of real time: others have their turn, and Lambda its end. */
const visit = 20_000;
/** Failures in a row after which a list is stopped for somebody to look at. */
const mostAttempts = 5;

/** Goes on with a list, chunk by chunk; false if a chunk failed. What is left stays due. */
export async function performImport(workshop: Workshop, id: string, longest = visit): Promise<boolean> {
  if (!isId("import", id)) return true;
  const until = performance.now() + longest;
  do {
    const job = await workshop.stores.imports.find(id);
    if (job?.dueAt === undefined || job.dueAt > workshop.runtime.now()) return true;
    const next = await performChunk(workshop, job);
    // Somebody else has gone on meanwhile: what was done here, they do with the same effect.
    if ((await workshop.stores.imports.save(next.job)) === "conflict") return true;
    await next.afterwards();
    if (next.job.attempts > 0) return false;
  } while (performance.now() < until && !isEnding(workshop.runtime));
  return true;
}

interface Performed {
  readonly job: Import;
  /** Lets go of what is only kept for a chunk to be worked on again. */
  readonly afterwards: () => Promise<void>;
}

const nothing = async (): Promise<void> => undefined;

async function performChunk(workshop: Workshop, job: Import): Promise<Performed> {
  const { imports } = workshop.stores;
  try {
    const { rows, good, refused } = await readChunk(workshop, job, job.next);
    const taken = job.dryRun ? await foreseeRows(workshop, job, good) : await takeRows(workshop, job, good);
    const afterwards = job.dryRun ? nothing : await tellOfRows(workshop, `${job.id}#${job.next}`, taken);
    if (refused.length > 0) await imports.putRefused(job.id, job.next, refused);
    const count = (kind: TakenRow["kind"]): number => taken.filter((one) => one.kind === kind).length;
    const tally: ImportTally = {
      rows: job.tally.rows + rows.length,
      created: job.tally.created + count("created"),
      updated: job.tally.updated + count("updated"),
      unchanged: job.tally.unchanged + count("unchanged"),
      refused: job.tally.refused + refused.length,
      withoutBasis: job.tally.withoutBasis + good.filter(({ row }) => refusedBasis(job, row) !== undefined).length,
    };
    return { job: advanced(job, tally, workshop.runtime.now()), afterwards };
  } catch (thrown) {
    return { job: failed(job, describeFault(thrown), workshop.runtime.now()), afterwards: nothing };
  }
}

function advanced(job: Import, tally: ImportTally, now: number): Import {
  const { dueAt: _, problem: __, ...rest } = job;
  const next = job.next + 1;
  const base = { ...rest, rev: job.rev + 1, attempts: 0, tally, next };
  return next >= job.chunks ? { ...base, state: "done", endedAt: now } : { ...base, dueAt: now };
}

/** Tried again with growing pauses; stopped in the end, with the reason. */
function failed(job: Import, problem: string, now: number): Import {
  const { dueAt: _, ...rest } = job;
  const attempts = job.attempts + 1;
  const base = { ...rest, rev: job.rev + 1, attempts, problem };
  return attempts >= mostAttempts ? { ...base, state: "stopped", endedAt: now } : { ...base, dueAt: now + 1_000 * 4 ** attempts };
}
