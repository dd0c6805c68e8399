import type { Lifecycle } from "#core/person/lifecycle.ts";
import type { Outcome, Person } from "#core/person/person.ts";
import { type Stage, stages } from "#core/person/stage.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { worthOf } from "#core/person/worth-moved.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { Instant } from "#core/time/instant.ts";
import { countBalance, happened } from "./count-balance.ts";
import { type Count, dayOf, dayRow, peopleCounts, summed } from "./count.ts";
import { countEnded } from "./count-run.ts";

/** The source of somebody who came by none that we know: bought without asking, or was added by hand. */
export const noSource = "direct";

/**
 * What one fact moves in the counts of people: what happened, in the day's row of the source each of them first came from;
 * who is where now, in the balance. There `in_` and `out_` are told apart, and their difference is who is there. `up_` counts
 * who came as far as a stage for the first time in one go, passed stages included, so that a funnel narrows. `cohort_` counts
 * under the day the person *arrived*, so that a share of those who arrived can be told.
 */
export function countPeople(person: Person, fact: Fact, outcome: Outcome): readonly Count[] {
  const source = person.firstSource ?? noSource;
  const day = dayOf(outcome.judgedAt ?? outcome.at);
  const add: Record<string, number> = {};
  const move = (counter: string, by: number): void => {
    add[counter] = (add[counter] ?? 0) + by;
  };
  const isMerge = fact.kind === "merge" || fact.kind === "unmerge";
  if (fact.kind === "submission") move("submissions", 1);
  if (fact.kind === "reply" && !fact.automatic) move("replies", 1);
  if (fact.kind === "purchase") {
    move("purchases", 1);
    move(`revenue_${fact.purchase.currency}`, fact.purchase.amount);
  }
  if (outcome.created === true) {
    for (const counter of ["created", enteredStage("awareness"), "up_awareness", enteredLifecycle("contact")]) move(counter, 1);
  }
  if (outcome.stage !== undefined) {
    const { from, to } = outcome.stage;
    move(leftStage(from), 1);
    move(enteredStage(to), 1);
    // Of two people who are merged, one had come so far, and was counted then.
    if (!isMerge) for (const stage of stagesGained(from, to)) move(`up_${stage}`, 1);
  }
  if (outcome.lifecycle !== undefined) {
    move(leftLifecycle(outcome.lifecycle.from), 1);
    move(enteredLifecycle(outcome.lifecycle.to), 1);
  }
  const cohort: Record<string, number> = {};
  for (const { stage, currency, amount } of outcome.worth ?? []) move(stageWorth(stage, currency), amount);
  if (outcome.qualified === true) {
    move("qualified", 1);
    cohort["cohort_qualified"] = 1;
  }
  if (outcome.becameClient === true) {
    move("clients", 1);
    cohort["cohort_clients"] = 1;
  }
  return [
    { name: peopleCounts, row: dayRow(day, source), add: happened(add) },
    { name: peopleCounts, row: dayRow(dayOf(person.createdAt), source), add: cohort },
    countBalance(person.id, add),
  ];
}

/** What somebody who is erased takes out of the counts of now. What they did stays counted: it happened. */
export function countErased(person: Person, runs: readonly Enrollment[], at: Instant): readonly Count[] {
  const add: Record<string, number> = { erased: 1, [leftStage(person.stage.value)]: 1, [leftLifecycle(person.lifecycle.value)]: 1 };
  for (const { stage, currency, amount } of worthOf(person, -1)) add[stageWorth(stage, currency)] = amount;
  return summed([
    { name: peopleCounts, row: dayRow(dayOf(at), person.firstSource ?? noSource), add: happened(add) },
    countBalance(person.id, add),
    ...runs.filter((run) => run.status !== "ended").flatMap(countEnded),
  ]);
}

/** Who is merged into somebody else is nowhere by themselves; where the merge is undone they are there again. */
export function countMerged({ id, stage, lifecycle, value }: Person, how: "away" | "back"): readonly Count[] {
  const [stageCounter, lifecycleCounter] = how === "away" ? [leftStage, leftLifecycle] : [enteredStage, enteredLifecycle];
  const add: Record<string, number> = { [stageCounter(stage.value)]: 1, [lifecycleCounter(lifecycle.value)]: 1 };
  for (const { currency, amount } of worthOf({ stage, ...(value === undefined ? {} : { value }) }, how === "away" ? -1 : 1))
    add[stageWorth(stage.value, currency)] = amount;
  return [countBalance(id, add)];
}

/** The sum of what the people in a stage are worth, in one currency. */
export function stageWorth(stage: Stage, currency: string): string {
  return `worth_${stage}_${currency}`;
}
export function enteredStage(stage: Stage): string {
  return `in_${stage}`;
}
export function leftStage(stage: Stage): string {
  return `out_${stage}`;
}
export function enteredLifecycle(lifecycle: Lifecycle): string {
  return `in_${lifecycle}`;
}
export function leftLifecycle(lifecycle: Lifecycle): string {
  return `out_${lifecycle}`;
}

/** The stages that a move forward reaches. Going back gains none; `lost` stands outside the order, before and after a move. */
function stagesGained(from: Stage, to: Stage): readonly Stage[] {
  if (to === "lost") return ["lost"];
  if (from === "lost") return [];
  return stages.slice(stages.indexOf(from) + 1, stages.indexOf(to) + 1);
}
