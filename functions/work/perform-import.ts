import { changesAnything, importFact, refusedBasis } from "#core/import/import-fact.ts";
import type { FileRow, Import, ImportTally, RefusedRow } from "#core/import/import.ts";
import { type ImportedRow, readRow } from "#core/import/read-row.ts";
import { isId } from "#core/id/id.ts";
import { react } from "#core/reaction/react.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import { importPeople } from "./import-people.ts";
import { knownPeople } from "./known-person.ts";
import type { Workshop } from "./workshop.ts";

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
  } while (performance.now() < until);
  return true;
}

interface Performed {
  readonly job: Import;
  /** What may be let go of once the progress is stored. */
  readonly afterwards: () => Promise<void>;
}

async function performChunk(workshop: Workshop, job: Import): Promise<Performed> {
  const { stores, definitions, runtime } = workshop;
  try {
    const file = await stores.imports.rows(job.id, job.next);
    const { declarations } = await definitions.judging();
    const good: { readonly file: FileRow; readonly row: ImportedRow }[] = [];
    const refused: RefusedRow[] = [];
    for (const row of file) {
      const read = readRow(row, job, declarations);
      if (read.kind === "row") good.push({ file: row, row: read.row });
      else refused.push(read.refused);
    }
    const done = job.dryRun ? await foresee(workshop, job, good) : await importPeople(workshop, job, good);
    if (refused.length > 0) await stores.imports.putRefused(job.id, job.next, refused);
    const tally: ImportTally = {
      rows: job.tally.rows + file.length,
      created: job.tally.created + done.created,
      updated: job.tally.updated + done.updated,
      unchanged: job.tally.unchanged + done.unchanged,
      refused: job.tally.refused + refused.length,
      withoutBasis: job.tally.withoutBasis + good.filter(({ row }) => refusedBasis(job, row) !== undefined).length,
    };
    return { job: advanced(job, tally, runtime.now()), afterwards: done.afterwards };
  } catch (thrown) {
    return { job: failed(job, describeFault(thrown), runtime.now()), afterwards: async () => undefined };
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

/** What importing would do, told by the same decision; nothing is written. An address that stands twice is new once. */
async function foresee(workshop: Workshop, job: Import, rows: readonly { readonly file: FileRow; readonly row: ImportedRow }[]) {
  const { definitions, runtime } = workshop;
  const judging = await definitions.judging();
  const seen = new Set<string>();
  const count = { created: 0, updated: 0, unchanged: 0, afterwards: async () => undefined };
  const everybody = await knownPeople(
    workshop,
    rows.map(({ row }) => row.addressHash),
  );
  for (const { file, row } of rows) {
    const known = everybody.get(row.addressHash);
    if (known?.person === undefined) {
      if (seen.has(row.addressHash)) count.updated += 1;
      else count.created += 1;
    } else {
      const fact = importFact(job, file.line, row, known.suppression);
      const { person } = react({ person: known.person, fact, judging, now: runtime.now() });
      if (changesAnything(known.person, person)) count.updated += 1;
      else count.unchanged += 1;
    }
    seen.add(row.addressHash);
  }
  return count;
}
