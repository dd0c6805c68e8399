import type { ReadArrival } from "#core/submission/read-arrival.ts";
import type { FetchPlan } from "./fetch-plan.ts";

/** Somebody arrived, but the sender told only under which ids: who it is must be asked for with the source's access token. */
export interface NeedsFetch {
  readonly kind: "fetch";
  readonly plan: FetchPlan;
}

/**
 * One of the things a delivery tells; some senders put several into one. `eventId` is the same whenever the same event is
 * delivered again, and differs between the parts of one delivery: what is kept under it is kept once.
 */
export type ReadPart = (ReadArrival | NeedsFetch) & { readonly eventId: string };
