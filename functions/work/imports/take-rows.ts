import { changesAnything, type ImportFact, importFact, isOvertaken } from "#core/import/import-fact.ts";
import type { Import } from "#core/import/import.ts";
import { deterministicId } from "#core/id/id.ts";
import type { Outcome, Person } from "#core/person/person.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import { react } from "#core/reaction/react.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import { racesBeforeGivingUp } from "../end-runs.ts";
import { type KnownPerson, knownPeople, knownPerson } from "../known-person.ts";
import { rememberFact } from "../merge/remember-fact.ts";
import type { Workshop } from "../workshop.ts";
import type { ReadFileRow } from "./read-chunk.ts";

/** What a row did to its person; what a dead visit has stored already is told as it was. */
export type TakenRow = { readonly kind: "unchanged" } | ChangedByRow;

export interface ChangedByRow {
  readonly kind: "created" | "updated";
  /** Absent for somebody new, and where the row was stored before. */
  readonly before: Person | undefined;
  readonly person: Person;
  readonly fact: ImportFact;
  readonly outcome: Outcome;
}

/** How many people are worked on side by side. */
const sideBySide = 32;

/** Stores the people of some rows, each by a condition of their own: nobody is there twice for one address. */
export async function takeRows(workshop: Workshop, job: Import, rows: readonly ReadFileRow[]): Promise<readonly TakenRow[]> {
  const taken: TakenRow[] = [];
  const known = await knownPeople(
    workshop,
    rows.map(({ row }) => row.addressHash),
  );
  const queues = byAddress(rows).values();
  const work = async (): Promise<void> => {
    for (const queue of queues)
      for (const [place, row] of queue.entries()) {
        // Of somebody who stands in several rows, the others are decided on what the one before has written.
        taken.push(await takeRow(workshop, job, row, place === 0 ? known.get(row.row.addressHash) : undefined));
      }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  return taken;
}

/** Somebody who is in a list and was not known: the same for every visit that works on the row. */
export function newcomer(job: Import, { row }: ReadFileRow): Person {
  return blankPerson(deterministicId("person", job.createdAt, job.id, row.addressHash), row.email, row.addressHash, job.createdAt);
}

async function takeRow(workshop: Workshop, job: Import, read: ReadFileRow, found: KnownPerson | undefined): Promise<TakenRow> {
  const { stores, definitions, runtime } = workshop;
  const { file, row } = read;
  const judging = await definitions.judging();
  const blank = newcomer(job, read);
  for (let race = 0; race < racesBeforeGivingUp; race++) {
    const known = (race === 0 ? found : undefined) ?? (await knownPerson(workshop, row.addressHash));
    const personId = known.personId ?? (await stores.addresses.claim(row.addressHash, blank.id));
    const before = known.person ?? { ...blank, id: personId };
    const fact = importFact(job, file.line, row, known.suppression);
    if (isOvertaken(before, fact)) return { kind: "unchanged" };
    if (known.person !== undefined) await rememberFact(workshop, known.person, known.as, fact);
    const { person, outcome, fresh } = react({ person: before, fact, judging, now: runtime.now() });
    const kind = outcome.created === true ? "created" : "updated";
    if (!fresh) return { kind, before: undefined, person, fact, outcome };
    if (before.rev > 0 && !changesAnything(before, person)) return { kind: "unchanged" };
    const saved = person.rev === 1 ? await stores.people.create(person) : await stores.people.save(person);
    if (saved === "saved") return { kind, before: known.person, person, fact, outcome };
  }
  throw new TransientFault("person-busy", `The person of line ${file.line} was changed by others ${racesBeforeGivingUp} times in a row.`);
}

/** The rows of each address, in the order of the file: one person's are stored one after the other. */
function byAddress(rows: readonly ReadFileRow[]): readonly (readonly ReadFileRow[])[] {
  const queues = new Map<string, ReadFileRow[]>();
  for (const one of rows) {
    const queue = queues.get(one.row.addressHash) ?? [];
    queues.set(one.row.addressHash, queue);
    queue.push(one);
  }
  return [...queues.values()];
}
