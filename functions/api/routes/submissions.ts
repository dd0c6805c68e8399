import * as z from "zod";
import { pageOf } from "#contract/api.ts";
import { submissionDetailSchema, submissionViewSchema } from "#contract/sources.ts";
import { markedSpamSchema } from "#contract/forms.ts";
import { isId } from "#core/id/id.ts";
import type { Source } from "#core/source/source.ts";
import { type Submission, submissionStatuses } from "#core/submission/submission.ts";
import { markSpam } from "#functions/work/mark-spam.ts";
import { advanceNow } from "#functions/work/receive.ts";
import { replaySubmission } from "#functions/work/replay-submission.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit, changesNothing } from "../audit.ts";
import { answerProblem } from "../problems.ts";
import { type ApiRequest, json, pageQuery, pageRequest, problem, route } from "../route.ts";
import { deliveryView, submissionView } from "../views/submission.ts";

const params = z.object({ id: z.string().max(100) });

const list = route({
  method: "get",
  path: "/api/submissions",
  summary: "What came in through one source, newest first",
  allow: "sources:read",
  request: {
    query: pageQuery.extend({
      source: z.string().min(1).max(120).describe("a source's id, or `form:` and a form's name"),
      status: z.enum(submissionStatuses).optional(),
    }),
  },
  responses: {
    200: json(pageOf(submissionViewSchema), "A page of them; it may be shorter than asked for, and `next` says whether more follow."),
  },
});

const one = route({
  method: "get",
  path: "/api/submissions/{id}",
  summary: "One arrival: what came over the wire, with every secret masked, and how it was read",
  allow: "sources:read",
  request: { params },
  responses: { 200: json(submissionDetailSchema, "The submission."), 404: problem("No submission has this id.") },
});

const replay = route({
  method: "post",
  path: "/api/submissions/{id}/replay",
  summary: "Read an arrival once more, by its source’s mapping of today; what was processed stays as it is",
  allow: "work:retry",
  request: { params },
  responses: {
    200: json(submissionViewSchema, "The submission as it is now."),
    404: problem("No submission has this id."),
    409: problem("Somebody else has it in hand."),
  },
});

const discard = route({
  method: "post",
  path: "/api/submissions/{id}/discard",
  summary: "Take an arrival out of quarantine without reading it; a replay brings it back",
  allow: "work:retry",
  request: { params },
  responses: {
    200: json(submissionViewSchema, "The submission as it is now."),
    404: problem("No submission has this id."),
    409: problem("It is not in quarantine, or somebody else has it in hand."),
  },
});

const spam = route({
  method: "post",
  path: "/api/submissions/{id}/spam",
  summary: "Say that an arrival is spam: who came by it alone is written to no more; a replay takes it back",
  allow: "work:retry",
  request: { params },
  responses: {
    200: json(markedSpamSchema, "The submission as it is now."),
    404: problem("No submission has this id."),
    409: problem("It was never taken in, or somebody else has it in hand."),
  },
});

export function submissionRoutes(app: ApiApp, context: ApiContext): void {
  const { workshop, log } = context;
  const { submissions, sources } = workshop.stores;
  const find = async (id: string): Promise<Submission | undefined> => (isId("submission", id) ? submissions.findById(id) : undefined);

  app.openapi(list, async (c) => {
    const { source, status, ...page } = c.req.valid("query");
    const key = isId("source", source) ? `hook:${source}` : source;
    const found = await submissions.page({ source: key, ...(status === undefined ? {} : { status }) }, pageRequest(page));
    return c.json({ items: found.items.map(submissionView), next: found.next ?? null }, 200);
  });

  app.openapi(one, async (c) => {
    const submission = await find(c.req.valid("param").id);
    if (submission === undefined) return unknown(c) as never;
    const own = await submissions.delivery(submission.id);
    const first = own?.of;
    const kept = first !== undefined && isId("submission", first) ? await submissions.delivery(first) : own;
    const source = await sourceOf(submission);
    const delivery = kept === undefined ? null : await deliveryView(kept, source);
    return c.json({ ...submissionView(submission), delivery }, 200);
  });

  app.openapi(replay, async (c) => {
    const { id } = c.req.valid("param");
    const before = await find(id);
    const replayed = await replaySubmission(workshop, id);
    switch (replayed.kind) {
      case "unknown":
        return unknown(c) as never;
      case "busy":
        return busy(c) as never;
      case "unchanged":
      case "kept":
      case "replayed":
        if (replayed.kind === "replayed") await advanceNow(workshop, replayed.started, log);
        if (replayed.kind === "unchanged" && before?.status === replayed.submission.status) changesNothing(c);
        else {
          const to = { status: replayed.submission.status };
          await audit(c, context, {
            action: "submission.replayed",
            subject: { kind: "submission", id },
            from: { status: before?.status },
            to,
          });
        }
        return c.json(submissionView(replayed.submission), 200);
    }
  });

  app.openapi(discard, async (c) => {
    const { id } = c.req.valid("param");
    const submission = await find(id);
    if (submission === undefined) return unknown(c) as never;
    if (submission.status !== "quarantined" && submission.status !== "parked") {
      const remedy = "Only what is in quarantine, or was given up, can be discarded.";
      return answerProblem(c, 409, "conflict", { detail: `It is ${submission.status}.`, field: "status", remedy }) as never;
    }
    const { dueAt: _, ...rest } = submission;
    const discarded: Submission = { ...rest, rev: submission.rev + 1, status: "discarded" };
    if ((await submissions.save(discarded)) === "conflict") return busy(c) as never;
    await audit(c, context, {
      action: "submission.discarded",
      subject: { kind: "submission", id },
      from: { status: submission.status, reason: submission.reason ?? null },
    });
    return c.json(submissionView(discarded), 200);
  });

  app.openapi(spam, async (c) => {
    const { id } = c.req.valid("param");
    const submission = await find(id);
    if (submission === undefined) return unknown(c) as never;
    const marked = await markSpam(workshop, submission, c.get("caller").name);
    switch (marked.kind) {
      case "busy":
        return busy(c) as never;
      case "unfit": {
        const remedy = "What is kept apart reaches nobody: discard it, or leave it.";
        return answerProblem(c, 409, "conflict", {
          detail: `It is ${submission.status}, and was not taken in.`,
          field: "id",
          remedy,
        }) as never;
      }
      case "unchanged":
        changesNothing(c);
        return c.json({ ...submissionView(submission), personPaused: false }, 200);
      case "marked":
        await audit(c, context, {
          action: "submission.said-spam",
          subject: { kind: "submission", id },
          from: { status: submission.status },
          to: { status: marked.submission.status, personPaused: marked.paused },
        });
        return c.json({ ...submissionView(marked.submission), personPaused: marked.paused }, 200);
    }
  });

  const sourceOf = async ({ source }: Submission): Promise<Source | undefined> => {
    const id = /^hook:(src_\w+)$/.exec(source)?.[1];
    return id === undefined ? undefined : sources.find(id);
  };
}

function unknown(c: ApiRequest) {
  return answerProblem(c, 404, "not-found", {
    detail: "No submission has this id.",
    field: "id",
    remedy: "See GET /api/submissions?source=….",
  });
}

function busy(c: ApiRequest) {
  return answerProblem(c, 409, "conflict", { detail: "It has changed meanwhile.", field: "id", remedy: "Read it again." });
}
