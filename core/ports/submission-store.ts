import type { SubmissionId } from "#core/id/id.ts";
import type { KeptDelivery } from "#core/submission/kept-delivery.ts";
import type { Submission } from "#core/submission/submission.ts";
import type { Page } from "./page.ts";
import type { Saved } from "./saved.ts";

/** Which of a source's submissions a list shows: all of them, or those of one status. */
export interface SubmissionList {
  readonly source: string;
  readonly status?: Submission["status"];
}

/** Where an arrival that was kept apart stands. */
export interface Apart {
  readonly id: SubmissionId;
  readonly source: string;
  readonly eventId: string;
}

export interface SubmissionStore {
  /** Keeps an arrival under `source` and its event id; if that event is there already, answers the stored one. */
  accept(submission: Submission): Promise<{ readonly kind: "accepted" } | { readonly kind: "duplicate"; readonly first: Submission }>;
  /** Notes that an event came again; `enough` if so many repeats of it are kept that one more says nothing new. */
  repeat(submission: Submission): Promise<"noted" | "enough">;
  find(source: string, eventId: string): Promise<Submission | undefined>;
  findById(id: SubmissionId): Promise<Submission | undefined>;
  /** Forgets an arrival, what came over the wire, and its repeats: for a person who is erased. Delivered again, it would be new. */
  erase(source: string, eventId: string): Promise<void>;
  /**
   * What was kept apart (neither pending nor processed) of arrivals with this address in them: nobody's timeline tells of those.
   * Some may have been taken in since, or say another address by now.
   */
  apartOf(addressHash: string): Promise<readonly Apart[]>;
  /** Forgets that something was kept apart under an address; the arrival itself stays. */
  forgetApart(addressHash: string, id: SubmissionId): Promise<void>;
  /** Forgets an arrival alone, which stands under another event id by now; what came over the wire stays. */
  leave(source: string, eventId: string, id: SubmissionId): Promise<void>;
  /** The submission a row of the due index names. */
  findByKey(key: { readonly pk: string; readonly sk: string }): Promise<Submission | undefined>;
  /** The same of several rows at once, in their order; each may be a moment old. */
  several(keys: readonly { readonly pk: string; readonly sk: string }[]): Promise<readonly (Submission | undefined)[]>;
  /** Stores `submission` (whose `rev` is already the new one) if the stored revision is `rev - 1`. */
  save(submission: Submission): Promise<Saved>;
  /** Keeps what came over the wire. Written before the submission: whatever is accepted can be read again. */
  keep(delivery: KeptDelivery): Promise<void>;
  delivery(id: SubmissionId): Promise<KeptDelivery | undefined>;
  /** Says under which event id the submission of this delivery stands now. */
  point(id: SubmissionId, eventId: string): Promise<void>;
  /** Forgets what came over the wire. */
  letGo(id: SubmissionId): Promise<void>;
  /** Submissions, newest first; a page may be shorter than asked for though more follow. */
  page(list: SubmissionList, page: { readonly limit: number; readonly cursor?: string }): Promise<Page<Submission>>;
  /** How many there are of a status that is kept apart (not `pending`, not `processed`), counted up to a hundred. */
  count(source: string, status: Submission["status"]): Promise<number>;
}
