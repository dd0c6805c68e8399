import type { PersonId } from "#core/id/id.ts";
import { balances, type Count } from "./count.ts";

/** Over so many rows the counts of now are spread: people arrive all at once, and one item takes 1,000 writes a second. */
const rows = 8;
const row = (place: number): string => `people ${place}`;

/** All rows of the balance, as a range. */
export const balanceSpan = { from: row(0), to: row(rows - 1) } as const;

/** What moves who is where *now*: who came to a stage or left it, and with what worth. No day's row repeats it. */
export function countBalance(id: PersonId, add: Count["add"]): Count {
  return { name: balances, row: row(id.charCodeAt(id.length - 1) % rows), add: of(add, isStanding) };
}

/** What happened, as a day's row has it: all but who is where now. */
export function happened(add: Count["add"]): Count["add"] {
  return of(add, (counter) => !isStanding(counter));
}

function isStanding(counter: string): boolean {
  return /^(in|out|worth)_/.test(counter);
}

function of(add: Count["add"], isWanted: (counter: string) => boolean): Count["add"] {
  return Object.fromEntries(Object.entries(add).filter(([counter]) => isWanted(counter)));
}
