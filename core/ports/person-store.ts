import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { PersonId } from "#core/id/id.ts";
import type { PersonRow } from "#core/person/person-row.ts";
import type { Person } from "#core/person/person.ts";
import type { Stage } from "#core/person/stage.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Page } from "./page.ts";
import type { Saved } from "./saved.ts";

/** All that is decided upon about one person, read at one instant (one strongly consistent query). */
export interface Dossier {
  readonly person: Person;
  readonly enrollments: readonly Enrollment[];
}

/** A person and the run of theirs that is due. */
export interface Brief {
  readonly person: Person;
  readonly enrollment: Enrollment;
}

export interface PersonStore {
  dossier(id: PersonId): Promise<Dossier | undefined>;
  /** The person and the one run of each row, in as few reads as can be; each may be a moment old, or gone. */
  briefs(rows: readonly { readonly personId: PersonId; readonly sequence: string }[]): Promise<readonly Brief[]>;
  /** Stores a person under a new id; `conflict` if the id is taken. */
  create(person: Person): Promise<Saved>;
  /** Stores `person` (whose `rev` is already the new one) if the stored revision is `rev - 1`. */
  save(person: Person): Promise<Saved>;
  /** Those of the people who are there, in the order asked for; each may be a moment old, unless it must not. */
  several(ids: readonly PersonId[], options?: { readonly consistent: boolean }): Promise<readonly Person[]>;
  /** People in one of the lists that are kept: by name, by stage (who has been there longest first), by urgency of a call, by when one is to come. */
  listed(list: PeopleList, page: { readonly limit: number; readonly cursor?: string }): Promise<Page<PersonRow>>;
  /** Removes all that is kept under the person's own key: themselves, their runs, their timeline with its mails. */
  erase(id: PersonId): Promise<void>;
  /** People by score, highest first: fit and engagement together at `now`. */
  ranked(page: { readonly limit: number; readonly cursor?: string; readonly now: Instant }): Promise<Page<PersonRow>>;
}

/** A list of people that is kept in order, and read by key, forwards or backwards. Without its stage, one of stages goes through all. */
export type PeopleList =
  | { readonly by: "name"; readonly isReversed?: boolean }
  | { readonly by: "stage"; readonly stage?: Stage; readonly isReversed?: boolean }
  | { readonly by: "call" }
  | { readonly by: "later" };
