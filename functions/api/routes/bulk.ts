import * as z from "zod";
import { bulkRequestSchema, jobViewSchema } from "#contract/people.ts";
import { may } from "#core/access/caller.ts";
import { whoMay } from "#core/access/permission.ts";
import { isId, newId, type PersonId } from "#core/id/id.ts";
import type { BulkAct } from "#core/job/bulk-act.ts";
import { type Job, newJob, type Selection } from "#core/job/job.ts";
import { longestTag, readTag } from "#core/person/tags.ts";
import { passOnJob } from "#functions/work/pass-on-job.ts";
import { performJob } from "#functions/work/perform-job.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit } from "../audit.ts";
import { answerProblem } from "../problems.ts";
import { type ApiRequest, body, json, problem, route } from "../route.ts";
import { jobView } from "../views/job.ts";

const create = route({
  method: "post",
  path: "/api/people/bulk",
  summary: "Do one thing to many people: those picked, or everybody a list shows",
  allow: "people:change",
  request: { body: body(bulkRequestSchema) },
  responses: {
    202: json(jobViewSchema, "The job: what could be done at once is done, the rest goes on by itself."),
    400: problem("The request is not valid."),
    403: problem("Who may not put one person into a sequence may not put many."),
  },
});

const one = route({
  method: "get",
  path: "/api/jobs/{id}",
  summary: "How far long work has come",
  allow: "people:read",
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: { 200: json(jobViewSchema, "The job."), 404: problem("No job has this id.") },
});

export function bulkRoutes(app: ApiApp, context: ApiContext): void {
  const { workshop } = context;
  const { stores, runtime, definitions } = workshop;

  app.openapi(create, async (c) => {
    const { act: asked, ids, query, reason } = c.req.valid("json");
    const selection = selectionOf(ids, query);
    if (selection === undefined) {
      const remedy = "Give `ids` of people, or the `query` of a list; not both.";
      return answerProblem(c, 400, "invalid-request", { detail: "It is not said whom this is for.", field: "ids", remedy }) as never;
    }
    const act = readAct(asked);
    if (act === undefined) {
      const remedy = `Write 1 to ${longestTag} characters.`;
      return answerProblem(c, 400, "invalid-request", { detail: "The tag is empty or too long.", field: "act.tag", remedy }) as never;
    }
    if (act.act === "enter" && !may(c.get("caller"), "people:enrol")) {
      const remedy = `Ask somebody who is ${whoMay("people:enrol").join(" or ")}; a key needs people:enrol among its scopes.`;
      return answerProblem(c, 403, "forbidden", { detail: "You may not put people into sequences.", field: "act", remedy }) as never;
    }
    if (act.act === "stage" && (reason ?? "") === "") return missingReason(c);
    if (act.act === "enter" && !(await definitions.sequences()).some(({ name }) => name === act.sequence)) {
      const remedy = "See GET /api/definitions?kind=sequence.";
      return answerProblem(c, 400, "invalid-request", { detail: "No such sequence is published.", field: "act.sequence", remedy }) as never;
    }
    const now = runtime.now();
    const job: Job = {
      ...newJob(newId("job", now, runtime.random(10)), c.get("caller").name, now),
      kind: "bulk",
      act,
      selection,
      ...(reason === undefined ? {} : { reason }),
    };
    await stores.jobs.create(job);
    await audit(c, context, {
      action: `people.${act.act}`,
      subject: { kind: "job", id: job.id },
      to: { act, ...("ids" in selection ? { people: selection.ids.length } : selection) },
      ...(reason === undefined ? {} : { reason }),
    });
    await performJob(workshop, job.id);
    const begun = (await stores.jobs.find(job.id)) ?? job;
    await passOnJob(workshop, "job", begun);
    return c.json(jobView(begun), 202);
  });

  app.openapi(one, async (c) => {
    const { id } = c.req.valid("param");
    const job = isId("job", id) ? await stores.jobs.find(id) : undefined;
    if (job === undefined)
      return answerProblem(c, 404, "not-found", {
        detail: "No job has this id.",
        field: "id",
        remedy: "Use the id it was made with.",
      }) as never;
    return c.json(jobView(job), 200);
  });
}

function selectionOf(ids: readonly string[] | undefined, query: z.infer<typeof bulkRequestSchema>["query"]): Selection | undefined {
  if (ids !== undefined && query !== undefined) return undefined;
  if (query !== undefined) return { query };
  const known: readonly PersonId[] = (ids ?? []).filter((id) => isId("person", id));
  return ids === undefined || known.length < ids.length ? undefined : { ids: [...new Set(known)] };
}

function readAct(act: BulkAct): BulkAct | undefined {
  if (act.act !== "tag" && act.act !== "untag") return act;
  const tag = readTag(act.tag);
  return tag === undefined ? undefined : { act: act.act, tag };
}

function missingReason(c: ApiRequest): never {
  const detail = "A stage set by hand needs a reason.";
  return answerProblem(c, 400, "invalid-request", { detail, field: "reason", remedy: "Say in a few words why." }) as never;
}
