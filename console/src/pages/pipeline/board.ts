import type { InfiniteData } from "@tanstack/react-query";
import type { PersonSummary } from "#contract/api.ts";
import type { Pipeline } from "#contract/people.ts";
import type { Stage } from "#core/person/stage.ts";

/** One page of a stage's cards; it says of which stage, so that a change finds it. */
export interface CardPage {
  readonly stage: Stage;
  readonly items: readonly PersonSummary[];
  readonly next: string | null;
}
export type Cards = InfiniteData<CardPage, string | undefined>;
/** What is kept of the board: the counts of all stages, and the cards of each. */
export type BoardPart = Pipeline | Cards;

/** A part of the board after somebody went to another stage at `now`: they come last there, for cards stand by age. */
export function afterMove(part: BoardPart, person: PersonSummary, to: Stage, now: string): BoardPart {
  if ("stages" in part) return { stages: part.stages.map((one) => counted(one, person, to)) };
  const stage = part.pages[0]?.stage;
  if (stage === person.stage) return withPages(part, (items) => items.filter(({ id }) => id !== person.id));
  if (stage !== to) return part;
  const last = part.pages.length - 1;
  return withPages(part, (items, place) => (place === last ? [...items, { ...person, stage: to, stageSince: now }] : items));
}

function withPages(cards: Cards, change: (items: CardPage["items"], place: number) => CardPage["items"]): Cards {
  return { ...cards, pages: cards.pages.map((page, place) => ({ ...page, items: change(page.items, place) })) };
}

type Column = Pipeline["stages"][number];

function counted(column: Column, person: PersonSummary, to: Stage): Column {
  const sign = column.stage === to ? 1 : column.stage === person.stage ? -1 : 0;
  if (sign === 0) return column;
  return { ...column, count: column.count + sign, value: worth(column.value, person.value, sign) };
}

function worth(sums: Column["value"], value: PersonSummary["value"], sign: number): Column["value"] {
  if (value === null) return sums;
  const known = sums.some(({ currency }) => currency === value.currency) ? sums : [...sums, { amount: 0, currency: value.currency }];
  return known
    .map((sum) => (sum.currency === value.currency ? { ...sum, amount: sum.amount + sign * value.amount } : sum))
    .filter(({ amount }) => amount !== 0);
}
