import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { Message } from "#core/message/message.ts";
import type { Outcome, Person } from "#core/person/person.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { type Count, summed } from "./count.ts";
import { countMailFact } from "./count-mail.ts";
import { countPeople } from "./count-people.ts";
import { countEnded, countResumed, countStarted } from "./count-run.ts";

/**
 * Every counter that one fact about one person moves: decided from what is stored of it, so that a retry decides the same.
 * `message` is the mail the fact is about; `ended`, `started` and `resumed` are the runs it ended, began
 * and let go on, told again by a retry.
 */
export function countsOfFact(input: {
  readonly person: Person;
  readonly fact: Fact;
  readonly outcome: Outcome;
  readonly message: Message | undefined;
  readonly ended: readonly Enrollment[];
  readonly resumed?: readonly Enrollment[];
  readonly started: readonly { readonly run: Enrollment; readonly first: string }[];
}): readonly Count[] {
  const { person, fact, outcome, message, ended, resumed = [], started } = input;
  return summed([
    ...countPeople(person, fact, outcome),
    ...countMailFact(person.email, fact, message),
    ...ended.flatMap(countEnded),
    ...resumed.flatMap(countResumed),
    ...started.flatMap(({ run, first }) => countStarted(run, first)),
  ]);
}
