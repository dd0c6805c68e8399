import type { PersonId } from "#core/id/id.ts";
import type { Dossier } from "#core/ports/person-store.ts";
import type { Stores } from "#core/ports/stores.ts";
import { TransientFault } from "#functions/runtime/faults.ts";

/** As many merges may lead from one person to another; two that are merged into each other at once lead nowhere, for a moment. */
const mostSteps = 8;

/** The person an id means: themselves, or whoever they were merged into. `as` is the id they were asked for by, where it is another. */
export interface Standing extends Dossier {
  readonly as: PersonId | undefined;
}

export async function standsFor({ people }: Pick<Stores, "people">, id: PersonId): Promise<Standing | undefined> {
  let at = id;
  for (let step = 0; step < mostSteps; step++) {
    const dossier = await people.dossier(at);
    const into = dossier?.person.mergedInto?.id;
    if (dossier === undefined) return undefined;
    if (into === undefined) return { ...dossier, as: at === id ? undefined : id };
    at = into;
  }
  throw new TransientFault("person-busy", `The person ${id} is being merged.`);
}
