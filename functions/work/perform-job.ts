import type { Fact } from "#core/reaction/fact.ts";
import { deterministicId, isId, type PersonId } from "#core/id/id.ts";
import type { BulkAct } from "#core/job/bulk-act.ts";
import { type Job, toldRefusals } from "#core/job/job.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import { applyFact } from "./apply-fact.ts";
import { findPeople } from "./find-people.ts";
import type { Workshop } from "./workshop.ts";

/** People in one slice; and how many slices one visit does before it lets others have their turn. */
const sliceSize = 25;
const slicesAtOnce = 8;
/** Failures in a row after which a job is stopped for somebody to look at. */
const mostAttempts = 5;

/** Goes on with a job; false if a slice failed. What is left stays due. */
export async function performJob(workshop: Workshop, id: string): Promise<boolean> {
  if (!isId("job", id)) return true;
  for (let slice = 0; slice < slicesAtOnce; slice++) {
    const job = await workshop.stores.jobs.find(id);
    if (job?.dueAt === undefined || job.dueAt > workshop.runtime.now()) return true;
    const next = await performSlice(workshop, job);
    await workshop.stores.jobs.save(next);
    if (next.attempts > 0) return false;
  }
  return true;
}

async function performSlice(workshop: Workshop, job: Job): Promise<Job> {
  const now = workshop.runtime.now();
  try {
    const { ids, cursor } = await nextPeople(workshop, job);
    let after = job;
    for (const personId of ids) after = tell(after, personId, await performAct(workshop, job, personId));
    const { cursor: _, dueAt: __, ...rest } = after;
    const ended = cursor === undefined;
    return {
      ...rest,
      rev: job.rev + 1,
      attempts: 0,
      seen: job.seen + ids.length,
      state: ended ? "done" : "running",
      ...(ended ? { endedAt: now } : { cursor, dueAt: now }),
    };
  } catch (thrown) {
    return failed(job, describeFault(thrown), now);
  }
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
  { selection, cursor, createdAt }: Job,
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

async function performAct(workshop: Workshop, job: Job, personId: PersonId): Promise<Acted> {
  const fact = factOf(job, job.act, deterministicId("event", job.createdAt, job.id, personId));
  const applied = await applyFact(workshop, personId, fact);
  if (applied.kind === "unknown-person") return { refused: "gone" };
  if (applied.kind === "done-before") return "unchanged";
  const [refusal] = job.act.act === "enter" ? applied.refused : [];
  return refusal === undefined ? "done" : { refused: refusal.because.code };
}

function factOf({ by, reason, createdAt }: Job, act: BulkAct, id: string): Fact {
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

function tell(job: Job, personId: PersonId, acted: Acted): Job {
  if (acted === "done") return { ...job, done: job.done + 1 };
  if (acted === "unchanged") return { ...job, unchanged: job.unchanged + 1 };
  const refusals = job.refusals.length < toldRefusals ? [...job.refusals, { personId, code: acted.refused }] : job.refusals;
  return { ...job, refused: job.refused + 1, refusals };
}
