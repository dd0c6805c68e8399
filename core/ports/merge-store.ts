import type { MergeId, PersonId } from "#core/id/id.ts";
import type { Merge } from "#core/merge/merge.ts";
import type { LoggedFact } from "#core/merge/undo-merge.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Saved } from "./saved.ts";

/** Merges of two people, beside the one who stays, while they are under way or can be undone. */
export interface MergeStore {
  create(merge: Merge): Promise<Saved>;
  find(kept: PersonId, id: MergeId): Promise<Merge | undefined>;
  /** Stores `merge` (whose `rev` is already the new one) if the stored revision is `rev - 1`. */
  save(merge: Merge): Promise<Saved>;
  remove(kept: PersonId, id: MergeId): Promise<void>;
  /** Remembers a fact of somebody whose merge can still be undone. */
  log(of: PersonId, logged: LoggedFact): Promise<void>;
  /** What was remembered since an instant, in its order; each fact once. */
  logged(of: PersonId, since: Instant): Promise<readonly LoggedFact[]>;
  forgetLogged(of: PersonId): Promise<void>;
}
