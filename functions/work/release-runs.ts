import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { PersonId } from "#core/id/id.ts";
import { because } from "#core/reason/sentences.ts";
import type { Workshop } from "./workshop.ts";

/** Makes the runs due that were held for a person's second yes. A run that others changed meanwhile is left to them. */
export async function releaseRuns({ stores, runtime }: Workshop, personId: PersonId): Promise<readonly Enrollment[]> {
  const dossier = await stores.people.dossier(personId);
  const released: Enrollment[] = [];
  for (const run of dossier?.enrollments ?? []) {
    if (run.status !== "active" || run.because.code !== "awaiting-confirmation") continue;
    const due: Enrollment = { ...run, rev: run.rev + 1, dueAt: runtime.now(), because: because("consent-confirmed") };
    if ((await stores.enrollments.save(due)) === "saved") released.push(due);
  }
  return released;
}
