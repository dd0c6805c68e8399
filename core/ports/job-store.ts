import type { Job, JobId } from "#core/job/job.ts";
import type { Saved } from "./saved.ts";

/** Long work that goes on in slices through the due index. */
export interface JobStore {
  create(job: Job): Promise<Saved>;
  find(id: JobId): Promise<Job | undefined>;
  /** Stores `job` (whose `rev` is already the new one) if the stored revision is `rev - 1`. */
  save(job: Job): Promise<Saved>;
}
