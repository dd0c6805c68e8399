import type { FetchPlan } from "#core/source/fetch-plan.ts";
import type { Json } from "#core/source/json.ts";
import { readFetched } from "#core/source/read-fetched.ts";
import type { Submission } from "#core/submission/submission.ts";
import { PermanentFault, TransientFault } from "#functions/runtime/faults.ts";
import type { Workshop } from "./workshop.ts";

type FetchedArrival =
  | { readonly kind: "read"; readonly extracted: Submission["extracted"] }
  | { readonly kind: "problem"; readonly field?: string; readonly code: string; readonly problem: string; readonly remedy: string };

/** Asks a submission's sender who it is, request by request, and reads what it answered. What it will never answer is told as a problem. */
export async function fetchArrival(
  { stores, fetcher }: Pick<Workshop, "stores" | "fetcher">,
  submission: Submission,
  plan: FetchPlan,
): Promise<FetchedArrival> {
  const source = await stores.sources.find(submission.source.slice("hook:".length));
  if (source === undefined || source.deletedAt !== undefined) {
    throw new PermanentFault("source-gone", "Its source was deleted: nobody can be asked who this is.");
  }
  const { accessToken } = source;
  if (accessToken === undefined) {
    return {
      kind: "problem",
      field: "accessToken",
      code: "no-access-token",
      problem: "Only ids came, and the source has no access token to ask whose they are.",
      remedy: "Give the source an access token of that tool, then replay.",
    };
  }
  if (fetcher === undefined) throw new TransientFault("no-fetcher", "This function asks no vendor: another will.");
  const answers: Json[] = [];
  for (const request of plan.requests) {
    const fetched = await fetcher.fetch(request, accessToken);
    if (fetched.kind === "later") throw new TransientFault("vendor-later", fetched.problem, { afterMs: fetched.afterMs });
    if (fetched.kind === "refused") return { ...fetched, kind: "problem", field: "accessToken", code: "vendor-refused" };
    answers.push(fetched.json);
  }
  const { eventId } = submission.extracted;
  const read = readFetched(source, { plan, eventId }, answers);
  switch (read.kind) {
    case "read":
      return { kind: "read", extracted: { ...read.extracted, eventId } };
    case "problem":
      return read;
    case "ignored":
      return { kind: "problem", code: "nobody-there", problem: read.because, remedy: "Look it up in that tool." };
    case "fetch":
      throw new PermanentFault("fetch-again", "What was asked for asks for more: this kind of source is read wrongly.");
  }
}
