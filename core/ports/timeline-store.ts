import type { PersonId } from "#core/id/id.ts";
import type { Message } from "#core/message/message.ts";
import type { Entry } from "#core/timeline/entry.ts";
import type { Page } from "./page.ts";

export interface TimelineStore {
  /** Appends under the entry's id; `already` if that id stands there. */
  append(entry: Entry): Promise<"appended" | "already">;
  /** Writes entries under their ids, whether they stand there or not: an entry's id is made from its cause, so it says the same. */
  record(entries: readonly Entry[]): Promise<void>;
  has(personId: PersonId, id: Entry["id"]): Promise<boolean>;
  /** Entries and messages, newest first: of several people who are one by now, as one list. A page may be shorter than asked for though more follow. */
  page(personIds: PersonId | readonly PersonId[], page: { readonly limit: number; readonly cursor?: string }): Promise<Page<TimelineItem>>;
}

export type TimelineItem = { readonly kind: "entry"; readonly entry: Entry } | { readonly kind: "message"; readonly message: Message };
