import type { FetchPlan } from "./fetch-plan.ts";
import type { Json } from "./json.ts";
import { fetchingKinds } from "./kinds/fetching.ts";
import type { ReadPart } from "./read-part.ts";
import { readPart } from "./reading/read-part.ts";
import type { Source } from "./source.ts";

/** Reads what a part's requests were answered. `delivery` is the one the part came in, for what the event itself told. */
export function readFetched(
  source: Pick<Source, "kind" | "mapping">,
  part: { readonly plan: FetchPlan; readonly eventId: string },
  answers: readonly Json[],
): ReadPart {
  const { readFetched: read } = fetchingKinds.find(({ kind }) => kind === source.kind) ?? {};
  if (read === undefined) return { kind: "ignored", because: "This kind of source asks for nothing.", eventId: part.eventId };
  const sheet = read(answers, part.plan.about);
  const known = sheet.kind === "sheet" ? { ...sheet, eventId: part.eventId } : sheet;
  return { ...readPart(known, source.mapping, { headers: {}, idOfBody: () => part.eventId }, 0), eventId: part.eventId };
}
