import { type Job, jobSchema } from "#core/job/job.ts";
import type { JobStore } from "#core/ports/job-store.ts";
import { dueAttributes, keys } from "./table.ts";
import { absent, readItem, type TableAccess } from "./table-access.ts";

export function jobStore(table: TableAccess): JobStore {
  return {
    create: (job) => table.put(jobItem(job), absent),
    find: async (id) => {
      const item = await table.get(keys.job(id), { consistent: true });
      return item === undefined ? undefined : readItem(jobSchema, item);
    },
    save: (job) => table.put(jobItem(job), { expression: "rev = :before", values: { ":before": job.rev - 1 } }),
  };
}

function jobItem(job: Job) {
  const key = keys.job(job.id);
  return { ...job, ...key, ...dueAttributes(key.pk, { dueAt: job.dueAt }) };
}
