import type { Outcome, Person } from "./person.ts";

type Worth = NonNullable<Outcome["worth"]>;

/** What a change of somebody's value or stage adds to the sums of the stages: it leaves one and comes to another. */
export function worthMoved(before: Person, after: Person): Worth {
  const same =
    before.stage.value === after.stage.value &&
    before.value?.amount === after.value?.amount &&
    before.value?.currency === after.value?.currency;
  return same ? [] : [...worthOf(before, -1), ...worthOf(after, 1)];
}

/** What somebody adds to the sum of their stage by being in it; `-1` tells what they take out by going. */
export function worthOf({ stage, value }: Pick<Person, "stage" | "value">, sign: 1 | -1): Worth {
  return value === undefined ? [] : [{ stage: stage.value, currency: value.currency, amount: sign * value.amount }];
}
