import type { DefinitionProblem, Published } from "#core/definition/definition.ts";
import { answerProblem } from "#functions/api/problems.ts";
import type { ApiRequest } from "#functions/api/route.ts";

/** A problem document with everything that is wrong with the files. */
export function answerFilesInvalid(c: ApiRequest, problems: readonly DefinitionProblem[], title?: string): Response {
  const count =
    problems.length === 1
      ? "1 problem in the files: nothing was published."
      : `${problems.length} problems in the files: nothing was published.`;
  const document = {
    type: "urn:relance:problem:files-invalid",
    title: title ?? count,
    status: 422,
    code: "files-invalid",
    instance: c.req.path,
    problems,
  };
  return c.body(JSON.stringify(document), 422, { "Content-Type": "application/problem+json" });
}

/** Another version is in force than the one the caller's text was made from. */
export function answerStale(c: ApiRequest, now: Published | undefined): Response {
  const detail = overtakenBy(now);
  const remedy = "Read it again, look at what changed, and publish your text over it if that is what you mean.";
  return answerProblem(c, 412, "version-changed", { detail, field: "If-Match", remedy });
}

function overtakenBy(now: Published | undefined): string {
  if (now === undefined) return "It was retired meanwhile.";
  const { version, by } = now;
  return by === undefined ? `Version ${version} was published meanwhile.` : `Version ${version} was published meanwhile by ${by.name}.`;
}
