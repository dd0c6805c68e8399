import type { DueView, ParkedView } from "#contract/api.ts";
import type { DueItem } from "#core/due/due-item.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { isId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import { because } from "#core/reason/sentences.ts";
import type { Submission } from "#core/submission/submission.ts";
import { toIso } from "#core/time/instant.ts";
import { enrollmentOfDue, personOfDue } from "#functions/adapters/dynamo/table.ts";
import type { Workshop } from "#functions/work/workshop.ts";
import { writeDueKey } from "../due-key.ts";
import { reasonView } from "./texts.ts";

/** What a row of the due index names, read. Rows may be a moment old: what is gone gives nothing. */
type Waiting =
  | { readonly kind: "enrollment"; readonly enrollment: Enrollment; readonly person: Person }
  | { readonly kind: "submission"; readonly submission: Submission }
  | { readonly kind: "review"; readonly person: Person }
  | { readonly kind: "job" }
  | { readonly kind: "import" };

export async function readWaiting(workshop: Workshop, item: DueItem): Promise<Waiting | undefined> {
  const { people, submissions } = workshop.stores;
  if (item.kind === "submission") {
    const submission = await submissions.findByKey(item);
    return submission === undefined ? undefined : { kind: "submission", submission };
  }
  if (item.kind === "job") {
    const job = isId("job", item.pk) ? await workshop.stores.jobs.find(item.pk) : undefined;
    return job === undefined ? undefined : { kind: "job" };
  }
  if (item.kind === "import") {
    const list = isId("import", item.sk) ? await workshop.stores.imports.find(item.sk) : undefined;
    return list === undefined ? undefined : { kind: "import" };
  }
  const dossier = await people.dossier(personOfDue(item));
  if (dossier === undefined) return undefined;
  if (item.kind === "review") return { kind: "review", person: dossier.person };
  const { sequence } = enrollmentOfDue(item);
  const enrollment = dossier.enrollments.find((run) => run.sequence === sequence);
  return enrollment === undefined ? undefined : { kind: "enrollment", enrollment, person: dossier.person };
}

export async function dueView(workshop: Workshop, item: DueItem): Promise<DueView | undefined> {
  const waiting = await readWaiting(workshop, item);
  return waiting === undefined ? undefined : viewOf(item, waiting);
}

export async function parkedView(workshop: Workshop, item: DueItem): Promise<ParkedView | undefined> {
  const waiting = await readWaiting(workshop, item);
  if (waiting === undefined || waiting.kind === "review" || waiting.kind === "job" || waiting.kind === "import") return undefined;
  const { dueAt, ...view } = viewOf(item, waiting);
  const { attempts, problem } =
    waiting.kind === "enrollment"
      ? { attempts: waiting.enrollment.attempts, problem: waiting.enrollment.problem }
      : { attempts: waiting.submission.attempts, problem: waiting.submission.reason };
  const uncertain = waiting.kind === "enrollment" && waiting.enrollment.because.code === "uncertain";
  return { ...view, parkedAt: dueAt, attempts, problem: problem ?? "", uncertain };
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
