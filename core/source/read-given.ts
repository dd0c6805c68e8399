import { memberEmail } from "#core/access/member-email.ts";
import { longestTag, readTag } from "#core/person/tags.ts";
import type { Stage } from "#core/person/stage.ts";
import type { Given } from "./given.ts";
import type { SourceProblem } from "./source-problem.ts";

/** What the API is asked to give whoever arrives; `null` gives nothing of its kind. */
export interface AskedGiven {
  readonly stage?: Stage | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly owner?: string | null | undefined;
}

/** What a source gives after a change of it: what is not named stays. */
export function readGiven(
  asked: AskedGiven,
  before: { readonly [Name in keyof Given]?: Given[Name] | undefined },
): { readonly kind: "given"; readonly given: Given } | ({ readonly kind: "problem" } & SourceProblem) {
  const tags = asked.tags?.map(readTag) ?? before.tags ?? [];
  const known = tags.filter((tag) => tag !== undefined);
  if (known.length < tags.length) {
    return { kind: "problem", field: "tags", problem: "A tag is empty or too long.", remedy: `Write 1 to ${longestTag} characters.` };
  }
  const owner = asked.owner === undefined ? before.owner : asked.owner === null ? undefined : memberEmail(asked.owner);
  if (owner === undefined && typeof asked.owner === "string") {
    return {
      kind: "problem",
      field: "owner",
      problem: "This is not an e-mail address of a colleague.",
      remedy: "Write it as name@company.example.",
    };
  }
  const stage = asked.stage === undefined ? before.stage : (asked.stage ?? undefined);
  return {
    kind: "given",
    given: {
      ...(stage === undefined ? {} : { stage }),
      ...(known.length === 0 ? {} : { tags: [...new Set(known)] }),
      ...(owner === undefined ? {} : { owner }),
    },
  };
}
