import type { SubmissionStore } from "#core/ports/stores.ts";
import { type Submission, submissionSchema } from "#core/submission/submission.ts";
import { dueAttributes, keys } from "./table.ts";
import { absent, readItem, type TableAccess } from "./table-access.ts";

export function submissionStore(table: TableAccess): SubmissionStore {
  return {
    accept: async (submission) => {
      const item = itemOf(submission);
      if ((await table.put(item, absent)) === "saved") return { kind: "accepted" };
      const first = await table.get({ pk: item.pk, sk: item.sk }, { consistent: true });
      return first === undefined ? { kind: "accepted" } : { kind: "duplicate", first: readItem(submissionSchema, first) };
    },
    find: async (source, eventId) => {
      const item = await table.get(keys.submission(source, eventId), { consistent: true });
      return item === undefined ? undefined : readItem(submissionSchema, item);
    },
    findByKey: async ({ pk, sk }) => {
      const item = await table.get({ pk, sk }, { consistent: true });
      return item === undefined ? undefined : readItem(submissionSchema, item);
    },
    erase: (source, eventId) => table.remove(keys.submission(source, eventId)),
    save: (submission) => table.put(itemOf(submission), { expression: "rev = :before", values: { ":before": submission.rev - 1 } }),
  };
}

function itemOf(submission: Submission) {
  const key = keys.submission(submission.source, submission.extracted.eventId);
  return { ...submission, ...key, ...dueAttributes(key.pk, { dueAt: submission.dueAt, parked: submission.status === "parked" }) };
}
