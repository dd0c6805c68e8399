import { changesAnything, importFact } from "#core/import/import-fact.ts";
import type { Import } from "#core/import/import.ts";
import type { Person } from "#core/person/person.ts";
import { react } from "#core/reaction/react.ts";
import { type KnownPerson, knownPeople } from "../known-person.ts";
import type { Workshop } from "../workshop.ts";
import { type ReadFileRow, readChunk } from "./read-chunk.ts";
import { newcomer, type TakenRow } from "./take-rows.ts";

/** Of somebody who stands in a list over and over, the rows of so many chunks before are looked at. */
const mostLookedAt = 4;

/** What taking some rows would do, told by the same decision; nothing is written. Whoever stands in the list before is as those rows left them. */
export async function foreseeRows(workshop: Workshop, job: Import, rows: readonly ReadFileRow[]): Promise<readonly TakenRow[]> {
  const known = await knownPeople(
    workshop,
    rows.map(({ row }) => row.addressHash),
  );
  const earlier = chunksOf(workshop, job);
  const left = new Map<string, Person>();
  const foreseen: TakenRow[] = [];
  for (const read of rows) {
    const { addressHash } = read.row;
    const found = known.get(addressHash);
    const before = left.get(addressHash) ?? (await asLeftBefore(workshop, job, read, found, earlier, mostLookedAt));
    const taken = await foreseeRow(workshop, job, read, found, before);
    left.set(addressHash, taken.kind === "unchanged" ? before : taken.person);
    foreseen.push(taken);
  }
  return foreseen;
}

async function foreseeRow(
  { definitions, runtime }: Workshop,
  job: Import,
  read: ReadFileRow,
  found: KnownPerson | undefined,
  before: Person,
): Promise<TakenRow> {
  const fact = importFact(job, read.file.line, read.row, found?.suppression);
  const { person, outcome } = react({ person: before, fact, judging: await definitions.judging(), now: runtime.now() });
  if (before.rev > 0 && !changesAnything(before, person)) return { kind: "unchanged" };
  return { kind: outcome.created === true ? "created" : "updated", before, person, fact, outcome };
}

/** Somebody as the rows of earlier chunks would leave them; as they are where there is none. */
async function asLeftBefore(
  workshop: Workshop,
  job: Import,
  read: ReadFileRow,
  found: KnownPerson | undefined,
  chunks: ReturnType<typeof chunksOf>,
  lookedAt: number,
): Promise<Person> {
  const { earlier } = read.file;
  let person = found?.person ?? newcomer(job, read);
  if (earlier === undefined || lookedAt === 0) return person;
  const { good } = await chunks(earlier);
  const rows = good.filter(({ row }) => row.addressHash === read.row.addressHash);
  const [first] = rows;
  if (first === undefined) return person;
  person = await asLeftBefore(workshop, job, first, found, chunks, lookedAt - 1);
  for (const row of rows) {
    const taken = await foreseeRow(workshop, job, row, found, person);
    if (taken.kind !== "unchanged") person = taken.person;
  }
  return person;
}

/** Chunks of a list, each read once: a list that holds another twice asks for the same of each of its rows. */
function chunksOf(workshop: Workshop, job: Import): (number: number) => ReturnType<typeof readChunk> {
  const read = new Map<number, ReturnType<typeof readChunk>>();
  return (number) => {
    const chunk = read.get(number) ?? readChunk(workshop, job, number);
    read.set(number, chunk);
    return chunk;
  };
}
