import * as z from "zod";
import { definitionPathSchema } from "#contract/definitions.ts";
import { mailInsightSchema, peopleInsightSchema, sequenceInsightSchema, spanQuerySchema } from "#contract/insights.ts";
import type { Published } from "#core/definition/definition.ts";
import type { Email } from "#core/email/email.ts";
import { balanceSpan } from "#core/insight/count-balance.ts";
import { balances, dayOf, mailCounts, peopleCounts, sequenceCounts } from "#core/insight/count.ts";
import { mailInsight } from "#core/insight/mail-insight.ts";
import { peopleInsight } from "#core/insight/people-insight.ts";
import { pipelineOf } from "#core/insight/pipeline.ts";
import { sequenceInsight } from "#core/insight/sequence-insight.ts";
import { readSpan, rowsOf, type Span } from "#core/insight/span.ts";
import { firstTold, stepSpan } from "#core/insight/step-figures.ts";
import { plainSubjects } from "#functions/publish/plain-subjects.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { answerProblem } from "../problems.ts";
import { type ApiRequest, json, problem, route } from "../route.ts";

const refused = problem("The period is not one, or longer than 92 days.");

const people = route({
  method: "get",
  path: "/api/insights/people",
  summary: "How people came, how far they went, and by which source: a period of at most 92 days",
  allow: "insights:read",
  request: { query: spanQuerySchema },
  responses: {
    200: json(peopleInsightSchema, "By day, by stage and by source. For a comparison ask for the period before."),
    400: refused,
  },
});

const mails = route({
  method: "get",
  path: "/api/insights/mails",
  summary: "What became of the mails that left in a period of at most 92 days, and how mailboxes take them",
  allow: "insights:read",
  request: { query: spanQuerySchema },
  responses: { 200: json(mailInsightSchema, "By day and by who runs the mailboxes."), 400: refused },
});

const sequence = route({
  method: "get",
  path: "/api/insights/sequences/{name}",
  summary: "What each mail of a published sequence brought",
  allow: "insights:read",
  request: {
    params: z.object({ name: definitionPathSchema.shape.name }),
    query: z.object({
      version: z.coerce.number().int().min(1).max(999_999).optional().describe("one version alone; left out: the latest twenty together"),
    }),
  },
  responses: { 200: json(sequenceInsightSchema, "Its sending steps, in reading order."), 404: problem("No such sequence is published.") },
});

export function insightRoutes(app: ApiApp, { workshop }: ApiContext): void {
  const { stores, runtime, definitions } = workshop;
  const { counters } = stores;

  app.openapi(people, async (c) => {
    const span = spanOf(c, c.req.valid("query"));
    if (span instanceof Response) return span as never;
    const [rows, balance] = await Promise.all([counters.rows(peopleCounts, rowsOf(span)), counters.rows(balances, balanceSpan)]);
    const { days, stages, sources } = peopleInsight(rows, span);
    const now = new Map(pipelineOf(balance).map(({ stage, count }) => [stage, count]));
    return c.json(
      {
        from: span.from,
        to: span.to,
        days: [...days],
        stages: stages.map((one) => ({ ...one, now: now.get(one.stage) ?? 0 })),
        sources: [...sources],
      },
      200,
    );
  });

  app.openapi(mails, async (c) => {
    const span = spanOf(c, c.req.valid("query"));
    if (span instanceof Response) return span as never;
    const { days, groups, ...rest } = mailInsight(await counters.rows(mailCounts, rowsOf(span)), span);
    return c.json({ from: span.from, to: span.to, ...rest, days: [...days], groups: [...groups] }, 200);
  });

  app.openapi(sequence, async (c) => {
    const { name } = c.req.valid("param");
    const { version } = c.req.valid("query");
    const published = (await definitions.sequences()).find((one) => one.name === name);
    if (published === undefined) {
      const remedy = "See GET /api/definitions?kind=sequence.";
      return answerProblem(c, 404, "not-found", { detail: "No sequence of this name is published.", field: "name", remedy }) as never;
    }
    const span = version === undefined ? stepSpan(published.version) : stepSpan(version, version);
    const [rows, emails, settings, { declarations }] = await Promise.all([
      counters.rows(sequenceCounts(name), span),
      stores.definitions.current("email"),
      definitions.settings(),
      definitions.judging(),
    ]);
    const subjects = new Map(emails.map((email) => [email.name, plainSubjects(email as Published<Email>, { settings, declarations })]));
    const versions = { from: version ?? firstTold(published.version), to: version ?? published.version };
    const steps = sequenceInsight(published.artefact, rows).map((step) => ({ ...step, subject: subjects.get(step.email) ?? {} }));
    return c.json({ name, title: published.artefact.name, version: published.version, versions, steps }, 200);
  });

  const spanOf = (c: ApiRequest, asked: z.infer<typeof spanQuerySchema>): Span | Response => {
    const read = readSpan(asked, dayOf(runtime.now()));
    if (read.kind === "span") return read.span;
    return answerProblem(c, 400, "invalid-request", { detail: `${read.field}: ${read.problem}.`, field: read.field, remedy: read.remedy });
  };
}
