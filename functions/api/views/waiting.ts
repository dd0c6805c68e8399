import type { Confirmation } from "#core/consent/confirmation.ts";
import type { DueItem, DueKind } from "#core/due/due-item.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { instantOfId, isId } from "#core/id/id.ts";
import { undoTime } from "#core/merge/merge.ts";
import type { Person } from "#core/person/person.ts";
import type { Submission } from "#core/submission/submission.ts";
import { enrollmentOfDue, mergeOfDue, personOfDue } from "#functions/adapters/dynamo/table.ts";
import type { Workshop } from "#functions/work/workshop.ts";

/** What a row of the due index names, read. */
export type Waiting =
  | { readonly kind: "enrollment"; readonly enrollment: Enrollment; readonly person: Person }
  | { readonly kind: "submission"; readonly submission: Submission }
  | { readonly kind: "confirmation"; readonly confirmation: Confirmation; readonly person: Person }
  | { readonly kind: "review"; readonly person: Person }
  /** Under way, or done and waiting for the end of the time in which it can be undone. */
  | { readonly kind: "merge"; readonly person: Person; readonly isDone: boolean }
  | { readonly kind: "job" }
  | { readonly kind: "import" };

type ReadRow = { readonly item: DueItem; readonly waiting: Waiting };

/** What rows of the due index name, in the rows' order. Rows may be a moment old: what is gone is left out. */
export async function readWaiting({ stores }: Pick<Workshop, "stores">, items: readonly DueItem[]): Promise<readonly ReadRow[]> {
  const of = (kind: DueKind): readonly DueItem[] => items.filter((item) => item.kind === kind);
  const personal = [...of("review"), ...of("merge"), ...of("confirmation")].map(personOfDue);
  const [briefs, people, submissions, jobs, imports, confirmations] = await Promise.all([
    stores.people.briefs(of("enrollment").map(enrollmentOfDue)),
    stores.people.several(personal),
    stores.submissions.several(of("submission")),
    present(of("job"), async ({ pk }) => isId("job", pk) && (await stores.jobs.find(pk)) !== undefined),
    present(of("import"), async ({ sk }) => isId("import", sk) && (await stores.imports.find(sk)) !== undefined),
    Promise.all(of("confirmation").map((item) => stores.confirmations.find(personOfDue(item)))),
  ]);
  const runs = new Map(briefs.map((brief) => [`${brief.person.id} ${brief.enrollment.sequence}`, brief]));
  const known = new Map(people.map((person) => [person.id, person]));
  const waitingOf = (item: DueItem): Waiting | undefined => {
    switch (item.kind) {
      case "enrollment": {
        const { personId, sequence } = enrollmentOfDue(item);
        const brief = runs.get(`${personId} ${sequence}`);
        return brief === undefined ? undefined : { kind: "enrollment", ...brief };
      }
      case "review": {
        const person = known.get(personOfDue(item));
        return person === undefined ? undefined : { kind: "review", person };
      }
      case "merge": {
        const person = known.get(personOfDue(item));
        const isDone = item.dueAt === instantOfId(mergeOfDue(item).id) + undoTime;
        return person === undefined ? undefined : { kind: "merge", person, isDone };
      }
      case "confirmation": {
        const person = known.get(personOfDue(item));
        const confirmation = confirmations[of("confirmation").indexOf(item)];
        return person === undefined || confirmation === undefined ? undefined : { kind: "confirmation", confirmation, person };
      }
      case "submission": {
        const submission = submissions[of("submission").indexOf(item)];
        return submission === undefined ? undefined : { kind: "submission", submission };
      }
      case "job":
        return jobs.has(item) ? { kind: "job" } : undefined;
      case "import":
        return imports.has(item) ? { kind: "import" } : undefined;
    }
  };
  return items.flatMap((item) => {
    const waiting = waitingOf(item);
    return waiting === undefined ? [] : [{ item, waiting }];
  });
}

async function present(items: readonly DueItem[], isThere: (item: DueItem) => Promise<boolean>): Promise<ReadonlySet<DueItem>> {
  const found = await Promise.all(items.map(isThere));
  return new Set(items.filter((_, index) => found[index]));
}
