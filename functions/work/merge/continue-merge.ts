import { afterFailure } from "#core/due/retry.ts";
import { isId, type PersonId } from "#core/id/id.ts";
import type { Merge } from "#core/merge/merge.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import type { Workshop } from "../workshop.ts";
import { endMerge } from "./end-merge.ts";
import { performMerge } from "./perform-merge.ts";
import { performUndo } from "./perform-undo.ts";

/** The longest pause between two tries, in milliseconds: a merge that cannot be finished is tried for ever, for two people hang on it. */
const longestPause = 3_600_000;

/** Goes on with a merge that is due, whatever it is at; false if it failed and was put off. */
export async function continueMerge(workshop: Workshop, which: Pick<Merge, "kept"> & { readonly id: string }): Promise<boolean> {
  const { stores, runtime } = workshop;
  const merge = isId("merge", which.id) ? await stores.merges.find(which.kept, which.id) : undefined;
  if (merge === undefined) return true;
  try {
    switch (merge.state) {
      case "merging":
        await performMerge(workshop, merge);
        return true;
      case "undoing":
        await performUndo(workshop, merge);
        return true;
      case "merged":
        if (merge.until <= runtime.now()) await endMerge(workshop, merge);
        return true;
    }
  } catch (thrown) {
    await putOff(workshop, merge.kept, merge.id, describeFault(thrown));
    return false;
  }
}

async function putOff({ stores, runtime }: Workshop, kept: PersonId, id: Merge["id"], problem: string): Promise<void> {
  const now = runtime.now();
  const merge = await stores.merges.find(kept, id);
  if (merge === undefined) return;
  const verdict = afterFailure({ attempts: merge.attempts, now, problem, random: (runtime.random(1)[0] ?? 0) / 256 });
  const dueAt = verdict.kind === "retry" ? verdict.at : now + longestPause;
  await stores.merges.save({ ...merge, rev: merge.rev + 1, attempts: merge.attempts + 1, problem, dueAt });
}
