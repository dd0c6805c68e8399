import type { DueView, ParkedView } from "#contract/api.ts";
import type { DueItem } from "#core/due/due-item.ts";
import { mostTries } from "#core/due/retry.ts";
import type { Person } from "#core/person/person.ts";
import { because } from "#core/reason/sentences.ts";
import { toIso } from "#core/time/instant.ts";
import { explainFault } from "#core/wording/explain-fault.ts";
import type { Workshop } from "#functions/work/workshop.ts";
import { writeDueKey } from "../due-key.ts";
import { reasonView } from "./texts.ts";
import { readWaiting, type Waiting } from "./waiting.ts";

/** The views of a page of what waits, read in as few reads as can be; what is gone by now is left out. */
export async function dueViews(workshop: Workshop, items: readonly DueItem[]): Promise<readonly DueView[]> {
  return (await readWaiting(workshop, items)).map(({ item, waiting }) => viewOf(item, waiting));
}

/** The same of what was given up, with why it was. Only runs, requests to confirm and submissions are ever parked. */
export async function parkedViews(workshop: Workshop, items: readonly DueItem[]): Promise<readonly ParkedView[]> {
  return (await readWaiting(workshop, items)).flatMap(({ item, waiting }) => {
    if (waiting.kind === "enrollment" || waiting.kind === "confirmation") {
      const { attempts, problem, because: why } = waiting.kind === "enrollment" ? waiting.enrollment : waiting.confirmation;
      return [parkedView(item, waiting, { attempts, problem: problem ?? "", uncertain: why.code === "uncertain" })];
    }
    if (waiting.kind === "submission") {
      const { attempts, reason = "" } = waiting.submission;
      const why = attempts < mostTries ? because("failed", { problem: reason }) : because("gave-up", { tries: attempts, problem: reason });
      return [{ ...parkedView(item, waiting, { attempts, problem: reason, uncertain: false }), because: reasonView(why) }];
    }
    return [];
  });
}

function parkedView(item: DueItem, waiting: Waiting, failure: Pick<ParkedView, "attempts" | "problem" | "uncertain">): ParkedView {
  const { dueAt, ...view } = viewOf(item, waiting);
  return { ...view, parkedAt: dueAt, ...failure, problemText: explainFault(failure.problem) };
}

function viewOf(item: DueItem, waiting: Waiting): DueView {
  const base = { key: writeDueKey(item), kind: item.kind, dueAt: toIso(item.dueAt) };
  switch (waiting.kind) {
    case "submission": {
      const { extracted, personId, reason } = waiting.submission;
      const why = reason === undefined ? because("submission-pending") : because("retrying", { problem: reason });
      return {
        ...base,
        personId: personId ?? null,
        email: extracted.email ?? null,
        name: null,
        sequence: null,
        step: null,
        because: reasonView(why),
      };
    }
    case "job":
    case "import":
      return { ...base, personId: null, email: null, name: null, sequence: null, step: null, because: reasonView(because("job-goes-on")) };
    case "merge": {
      const why = because(waiting.isDone ? "merge-undo-ends" : "merge-goes-on");
      return { ...base, ...who(waiting.person), sequence: null, step: null, because: reasonView(why) };
    }
    case "confirmation":
      return { ...base, ...who(waiting.person), sequence: null, step: null, because: reasonView(waiting.confirmation.because) };
    case "review":
      return { ...base, ...who(waiting.person), sequence: null, step: null, because: reasonView(because("score-cools")) };
    case "enrollment": {
      const { sequence, cursor, because: why } = waiting.enrollment;
      return { ...base, ...who(waiting.person), sequence, step: cursor.step, because: reasonView(why) };
    }
  }
}

function who(person: Person): Pick<DueView, "personId" | "email" | "name"> {
  const first = person.attributes["firstName"]?.value;
  const last = person.attributes["lastName"]?.value;
  const name = [first, last].filter((part) => typeof part === "string" && part !== "").join(" ");
  return { personId: person.id, email: person.email, name: name === "" ? null : name };
}
