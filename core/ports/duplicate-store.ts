import type { Pair } from "#core/duplicate/pair.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Page } from "./page.ts";

/** Who may be the same human being: keys that people share, and pairs that somebody is asked about. */
export interface DuplicateStore {
  /** Notes that a person has this key; answers who else has it. Of a key that very many share nobody is told. */
  share(key: string, id: PersonId): Promise<readonly PersonId[]>;
  /**
   * The same of many at once, for a list: answers who has each key then, in as few requests as can be. Whoever takes one that nobody
   * had, in the very same instant and elsewhere, may be missed.
   */
  shareAll(shares: readonly { readonly key: string; readonly id: PersonId }[]): Promise<ReadonlyMap<string, readonly PersonId[]>>;
  leave(key: string, id: PersonId): Promise<void>;
  /** Suggests a pair, unless it was suggested or answered before. */
  suggest(pair: Pair): Promise<void>;
  /** Writes what somebody has said of a pair. */
  put(pair: Pair): Promise<void>;
  /** All pairs of a person, with what was said of each. */
  of(id: PersonId): Promise<readonly Pair[]>;
  forget(one: PersonId, other: PersonId): Promise<void>;
  /** Pairs that wait for an answer, the surest first. */
  page(page: { readonly limit: number; readonly cursor?: string }): Promise<Page<Pick<Pair, "one" | "other">>>;
}
