import { isId } from "#core/id/id.ts";
import type { Dossier } from "#core/ports/stores.ts";
import type { ApiContext } from "./app.ts";
import { answerProblem } from "./problems.ts";
import type { ApiRequest } from "./route.ts";

/** The dossier of the person an id names, if it is one's id and somebody has it. */
export async function dossierOf({ stores }: ApiContext["workshop"], id: string): Promise<Dossier | undefined> {
  return isId("person", id) ? stores.people.dossier(id) : undefined;
}

/** Answers that nobody has this id. */
export function nobody(c: ApiRequest): never {
  const detail = "Nobody in the base has this id.";
  return answerProblem(c, 404, "not-found", { detail, field: "id", remedy: "Look the person up: GET /api/people?q=…" }) as never;
}
