import { isId } from "#core/id/id.ts";
import type { Dossier } from "#core/ports/person-store.ts";
import type { ApiContext } from "./app.ts";
import { standsFor } from "#functions/work/merge/stands-for.ts";
import { answerProblem } from "./problems.ts";
import type { ApiRequest } from "./route.ts";

/** The dossier of the person an id names, or of whoever they were merged into, if it is one's id and somebody has it. */
export async function dossierOf({ stores }: ApiContext["workshop"], id: string): Promise<Dossier | undefined> {
  return isId("person", id) ? standsFor(stores, id) : undefined;
}

/** Sends whoever asks for a person that was merged into another to that one (RFC 9110 section 15.4.9): old links go on working. */
export function movedTo(c: ApiRequest, id: string, { person }: Dossier): never {
  const { pathname, search } = new URL(c.req.url);
  c.header("Location", `${pathname.replace(id, person.id)}${search}`);
  const detail = `This person was merged into ${person.id}.`;
  return answerProblem(c, 308, "merged", { detail, field: "id", remedy: `Ask for ${person.id}.` }) as never;
}

/** Answers that nobody has this id. */
export function nobody(c: ApiRequest): never {
  const detail = "Nobody in the base has this id.";
  return answerProblem(c, 404, "not-found", { detail, field: "id", remedy: "Look the person up: GET /api/people?q=…" }) as never;
}
