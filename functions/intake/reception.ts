import type { KeptDelivery } from "#core/submission/kept-delivery.ts";
import type { Submission } from "#core/submission/submission.ts";
import type { Workshop } from "#functions/work/workshop.ts";
import type { Received } from "#functions/work/receive.ts";
import type { Beats } from "./count-beats.ts";

/** What intake stands on: where definitions and sources are found, who takes an arrival in, and who counts how it goes. */
export interface Reception {
  readonly workshop: Pick<Workshop, "stores" | "definitions" | "runtime" | "fetcher">;
  readonly receive: (submission: Submission, delivery?: KeptDelivery) => Promise<Received>;
  readonly beats: Beats;
}
