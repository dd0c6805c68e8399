import { headOf, type Rank } from "#core/score/rank.ts";
import { keys } from "./table.ts";
import type { Item, TableAccess } from "./table-access.ts";

/** What one list of the ranking promises: nobody in it has, or had, more engagement. */
export interface RankHead {
  readonly step: number;
  readonly head: number;
}

/** Every list that there is, in one small item. */
export async function readRankHeads(table: TableAccess): Promise<readonly RankHead[]> {
  return headsOf(await table.get(keys.rankHeads));
}

/**
 * Makes sure that a list's head is no lower than a rank, before anybody of that rank is stored: a head may promise too much,
 * which costs a read, and never too little. What is known to stand is not asked again.
 */
export function rankHeads(table: TableAccess): { raise(rank: Rank): Promise<void> } {
  const known = new Map<number, number>();
  const isRaised = (step: number, head: number): boolean => (known.get(step) ?? Number.NEGATIVE_INFINITY) >= head;
  return {
    raise: async (rank) => {
      const { step } = rank;
      const head = headOf(rank);
      if (isRaised(step, head)) return;
      for (const stored of await readRankHeads(table)) known.set(stored.step, stored.head);
      if (isRaised(step, head)) return;
      const name = nameOf(step);
      // Whether it was raised or stood higher already, it is high enough now.
      await table.update(
        keys.rankHeads,
        { set: { [name]: head } },
        { expression: `attribute_not_exists(#${name}) OR #${name} < :${name}` },
      );
      known.set(step, head);
    },
  };
}

function nameOf(step: number): string {
  return `h${step < 0 ? "_" : ""}${Math.abs(step)}`;
}

function headsOf(item: Item | undefined): readonly RankHead[] {
  return Object.entries(item ?? {}).flatMap(([name, head]) => {
    const written = /^h(_?)(\d+)$/.exec(name);
    if (written === null || typeof head !== "number") return [];
    return [{ step: Number(written[2]) * (written[1] === "_" ? -1 : 1), head }];
  });
}
