import type { PersonId } from "#core/id/id.ts";
import type { Page } from "./page.ts";

/** The search's own small index: one item a word. */
export interface SearchStore {
  /** Makes a person found by these words. Words they had before may stay: whoever reads checks them against the person. */
  index(id: PersonId, words: readonly string[]): Promise<void>;
  /** The same for many people, in as few requests as can be. */
  indexAll(people: readonly { readonly id: PersonId; readonly words: readonly string[] }[]): Promise<void>;
  /** Forgets words of a person. */
  forget(id: PersonId, words: readonly string[]): Promise<void>;
  /** Ids of people who have, or had, a word, or one that begins so; in the order of the words. */
  find(
    sought: { readonly word: string } | { readonly beginning: string },
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<PersonId>>;
}
