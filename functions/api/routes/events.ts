import { type EventResult, type EventsAnswer, eventsAnswerSchema, eventsRequestSchema } from "#contract/events.ts";
import { takeEvents } from "#functions/work/take-events.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { changesNothing } from "../audit.ts";
import { answerProblem } from "../problems.ts";
import { body, json, problem, route } from "../route.ts";

const take = route({
  method: "post",
  path: "/api/events",
  summary: "What people did with the product or on the site, and what they bought: one event, or up to 500",
  allow: "events:write",
  request: { body: body(eventsRequestSchema) },
  responses: {
    200: json(eventsAnswerSchema, "What became of each. A batch is never refused for one of its events."),
    400: problem("The one event that was sent is refused."),
    503: problem("There was no time for it: send it again."),
  },
});

export function eventRoutes(app: ApiApp, { workshop, log }: ApiContext): void {
  app.openapi(take, async (c) => {
    const sent = c.req.valid("json");
    const isBatch = "events" in sent && Array.isArray(sent.events) && !("type" in sent);
    const results = await takeEvents(workshop, isBatch && Array.isArray(sent.events) ? sent.events : [sent], log);
    // What people do stands in their timelines; the log is of what the team changes.
    changesNothing(c);
    const [first] = results;
    if (!isBatch && first?.status === "refused") return refusal(c, 400, "invalid-request", first) as never;
    if (!isBatch && first?.status === "not-taken") return refusal(c, 503, "busy", first) as never;
    return c.json(answerOf(results), 200);
  });
}

function refusal(c: Parameters<typeof answerProblem>[0], status: 400 | 503, code: string, { field, problem, remedy }: EventResult) {
  return answerProblem(c, status, code, {
    detail: problem ?? "It could not be taken.",
    ...(field === null ? {} : { field }),
    ...(remedy === null ? {} : { remedy }),
  });
}

function answerOf(results: readonly EventResult[]): EventsAnswer {
  const count = (status: EventResult["status"]): number => results.filter((result) => result.status === status).length;
  return {
    accepted: count("accepted"),
    duplicates: count("duplicate"),
    refused: count("refused"),
    notTaken: count("not-taken"),
    results: [...results],
  };
}
