import type { PersonId } from "#core/id/id.ts";
import { balances, type Count } from "./count.ts";

/** Over so many rows the counts of now are spread: people arrive all at once, and one item takes 1,000 writes a second. */
const rows = 8;
const row = (place: number): string => `people ${place}`;

/** All rows of the balance, as a range. */
export const balanceSpan = { from: row(0), to: row(rows - 1) } as const;

/** What moves who is where *now*: the part of a day's counts that says who came to a stage or left it, and with what worth. */
export function countBalance(id: PersonId, add: Count["add"]): Count {
  const standing = Object.entries(add).filter(([counter]) => /^(in|out|worth)_/.test(counter));
  return { name: balances, row: row(id.charCodeAt(id.length - 1) % rows), add: Object.fromEntries(standing) };
}
