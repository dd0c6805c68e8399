import type { Source } from "#core/source/source.ts";
import type { Saved } from "./saved.ts";

/** Sources: few, read whole. What was deleted stays, so that its arrivals can be told. */
export interface SourceStore {
  find(id: string): Promise<Source | undefined>;
  create(source: Source): Promise<Saved>;
  /** Stores `source` (whose `rev` is already the new one) if the stored revision is `rev - 1`. */
  save(source: Source): Promise<Saved>;
  list(): Promise<readonly Source[]>;
}
