import type { Submission } from "#core/submission/submission.ts";
import type { Workshop } from "#functions/work/workshop.ts";
import type { Received } from "#functions/work/receive.ts";

/** What intake stands on: where definitions and sources are found, and who takes an arrival in. */
export interface Reception {
  readonly workshop: Pick<Workshop, "stores" | "definitions" | "runtime">;
  readonly receive: (submission: Submission) => Promise<Received>;
}
