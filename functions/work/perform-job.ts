import type { Fact } from "#core/reaction/fact.ts";
import { deterministicId, isId, type PersonId } from "#core/id/id.ts";
import type { BulkAct } from "#core/job/bulk-act.ts";
import { type BulkJob, type Job, type ReplayJob, toldRefusals } from "#core/job/job.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import { isEnding } from "#functions/runtime/runtime.ts";
import { applyFact } from "./apply-fact.ts";
import { findPeople } from "./find-people.ts";
import { replaySubmission } from "./replay-submission.ts";
import type { Workshop } from "./workshop.ts";

/** People in one slice; and how many slices one visit does before it lets others have their turn. */
const sliceSize = 25;
const slicesAtOnce = 8;
/** Failures in a row after which a job is stopped for somebody to look at. */
const mostAttempts = 5;

/** Goes on with a job; false if a slice failed. What is left stays due. */
export async function performJob(workshop: Workshop, id: string): Promise<boolean> {
  if (!isId("job", id)) return true;
  for (let slice = 0; slice < slicesAtOnce && !isEnding(workshop.runtime); slice++) {
    const job = await workshop.stores.jobs.find(id);
    if (job?.dueAt === undefined || job.dueAt > workshop.runtime.now()) return true;
    const next = await performSlice(workshop, job);
    await workshop.stores.jobs.save(next);
    if (next.attempts > 0) return false;
  }
  return true;
}

/** What one slice did: the job's counts after it, how many it looked at, and where the next begins. */
interface Slice {
  readonly after: Job;
  readonly seen: number;
  readonly cursor: string | undefined;
}

async function performSlice(workshop: Workshop, job: Job): Promise<Job> {
  const now = workshop.runtime.now();
  try {
    const { after, seen, cursor } = job.kind === "bulk" ? await performActs(workshop, job) : await replaySome(workshop, job);
    const { cursor: _, dueAt: __, ...rest } = after;
    const ended = cursor === undefined;
    return {
      ...rest,
      rev: job.rev + 1,
      attempts: 0,
      seen: job.seen + seen,
      state: ended ? "done" : "running",
      ...(ended ? { endedAt: now } : { cursor, dueAt: now }),
    };
  } catch (thrown) {
    return failed(job, describeFault(thrown), now);
  }
}

async function performActs(workshop: Workshop, job: BulkJob): Promise<Slice> {
  const { ids, cursor } = await nextPeople(workshop, job);
  const acts = await Promise.all(ids.map(async (personId) => ({ personId, acted: await performAct(workshop, job, personId) })));
  return { after: acts.reduce((told, { personId, acted }) => tell(told, personId, acted), job), seen: ids.length, cursor };
}

/** What is replayed leaves the list it is read from; the cursor is a place in it, and stays one. */
async function replaySome(workshop: Workshop, job: ReplayJob): Promise<Slice> {
  const { source, status, cursor } = job;
  const page = await workshop.stores.submissions.page(
    { source, status },
    { limit: sliceSize, ...(cursor === undefined ? {} : { cursor }) },
  );
  let { done, unchanged, refused } = job;
  for (const { id } of page.items) {
    const replayed = await replaySubmission(workshop, id);
    if (replayed.kind === "replayed") done += 1;
    else if (replayed.kind === "unchanged") unchanged += 1;
    else refused += 1;
  }
  return { after: { ...job, done, unchanged, refused }, seen: page.items.length, cursor: page.next };
}

/** Tried again with growing pauses; stopped in the end, with the reason. */
function failed(job: Job, problem: string, now: number): Job {
  const { dueAt: _, ...rest } = job;
  const attempts = job.attempts + 1;
  const base = { ...rest, rev: job.rev + 1, attempts, problem };
  return attempts >= mostAttempts ? { ...base, state: "stopped", endedAt: now } : { ...base, dueAt: now + 1_000 * 4 ** attempts };
}

async function nextPeople(
  { stores }: Workshop,
  { selection, cursor, createdAt }: BulkJob,
): Promise<{ readonly ids: readonly PersonId[]; readonly cursor: string | undefined }> {
  if ("ids" in selection) {
    const from = Number(cursor ?? 0);
    const end = from + sliceSize;
    return { ids: selection.ids.slice(from, end), cursor: end < selection.ids.length ? String(end) : undefined };
  }
  const request = { limit: sliceSize, ...(cursor === undefined ? {} : { cursor }) };
  const page = await findPeople(stores, selection.query, request, createdAt);
  return { ids: page.items.map((person) => person.id), cursor: page.next };
}

type Acted = "done" | "unchanged" | { readonly refused: string };

async function performAct(workshop: Workshop, job: BulkJob, personId: PersonId): Promise<Acted> {
  const fact = factOf(job, job.act, deterministicId("event", job.createdAt, job.id, personId));
  const applied = await applyFact(workshop, personId, fact);
  if (applied.kind === "unknown-person") return { refused: "gone" };
  if (applied.kind === "done-before") return "unchanged";
  const [refusal] = job.act.act === "enter" ? applied.refused : [];
  return refusal === undefined ? "done" : { refused: refusal.because.code };
}

function factOf({ by, reason, createdAt }: BulkJob, act: BulkAct, id: string): Fact {
  const set = { id, at: createdAt, kind: "set", attributes: {}, stage: undefined, by } as const;
  switch (act.act) {
    case "tag":
      return { ...set, tags: { add: [act.tag], remove: [] } };
    case "untag":
      return { ...set, tags: { add: [], remove: [act.tag] } };
    case "stage":
      return { ...set, stage: act.stage, reason: reason ?? "" };
    case "enter":
      return { id, at: createdAt, kind: "enter", by, sequence: act.sequence };
  }
}

function tell(job: BulkJob, personId: PersonId, acted: Acted): BulkJob {
  if (acted === "done") return { ...job, done: job.done + 1 };
  if (acted === "unchanged") return { ...job, unchanged: job.unchanged + 1 };
  const refusals = job.refusals.length < toldRefusals ? [...job.refusals, { personId, code: acted.refused }] : job.refusals;
  return { ...job, refused: job.refused + 1, refusals };
}
