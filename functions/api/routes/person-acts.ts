import * as z from "zod";
import { personDetailSchema } from "#contract/api.ts";
import {
  callRequestSchema,
  editRequestSchema,
  enterRequestSchema,
  noteRequestSchema,
  reasonRequestSchema,
  snoozeRequestSchema,
  stageRequestSchema,
} from "#contract/people.ts";
import { takeBackRequestSchema } from "#contract/calls.ts";
import type { Judging } from "#core/reaction/judging.ts";
import { longestTag, readTag } from "#core/person/tags.ts";
import { day, minute } from "#core/time/instant.ts";
import { type Acted, actOnPerson } from "../act-on-person.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { dossierOf, nobody } from "../find-person.ts";
import { answerProblem } from "../problems.ts";
import { type Allow, type ApiRequest, body, json, problem, route } from "../route.ts";
import { reasonView } from "../views/texts.ts";
import { personDetail } from "../views/person.ts";

/** An act on one person: all of them answer the person as they are then. */
function act<const P extends string, S extends z.ZodType>(path: P, summary: string, schema: S, allow: Allow = "people:change") {
  return route({
    method: "post",
    path,
    summary,
    allow,
    request: { params: z.object({ id: z.string().max(100) }), body: body(schema) },
    responses: {
      200: json(personDetailSchema, "The person, as they are now."),
      400: problem("The request is not valid."),
      404: problem("Nobody has this id."),
      409: problem("It cannot be done with this person."),
    },
  });
}

const edit = route({
  ...act("/api/people/{id}", "Change what is known of a person: answers, tags, owner, value", editRequestSchema),
  method: "patch",
});
const stage = act("/api/people/{id}/stage", "Move a person to another stage, with a reason", stageRequestSchema);
const note = act("/api/people/{id}/notes", "Write a note", noteRequestSchema);
const call = act("/api/people/{id}/calls", "Say what came of a call: it is off today's list", callRequestSchema);
const snooze = act("/api/people/{id}/snooze", "Put a call off until an instant; a reply brings it back before", snoozeRequestSchema);
const takeBack = act(
  "/api/people/{id}/take-back",
  "Take back the latest call, snooze, note or move to another stage, named by `lastAct.id`",
  takeBackRequestSchema,
);
const pause = act("/api/people/{id}/pause", "Stop every sequence, and write no more until somebody says so", reasonRequestSchema);
const resume = act("/api/people/{id}/resume", "Let mails leave again", reasonRequestSchema);
const enter = act("/api/people/{id}/sequences", "Put a person into a sequence by hand", enterRequestSchema, "people:enrol");
const leave = act("/api/people/{id}/sequences/stop", "Take a person out of a sequence", enterRequestSchema, "people:enrol");

export function personActRoutes(app: ApiApp, context: ApiContext): void {
  const { definitions, runtime } = context.workshop;

  const answer = async (c: ApiRequest, id: string, acted: Acted) => {
    const dossier = acted.kind === "unknown" ? undefined : await dossierOf(context.workshop, id);
    if (dossier === undefined) return nobody(c);
    const [judging, sequences] = await Promise.all([definitions.judging(), definitions.sequences()]);
    return c.json(personDetail(dossier, judging, sequences, runtime.now()), 200);
  };

  app.openapi(edit, async (c) => {
    const { id } = c.req.valid("param");
    const { attributes = {}, tags, owner, value } = c.req.valid("json");
    const { declarations } = await judgingWith(definitions, Object.keys(attributes));
    const undeclared = Object.keys(attributes).find((name) => !Object.hasOwn(declarations, name));
    if (undeclared !== undefined) {
      const remedy = `Use one of: ${Object.keys(declarations).join(", ")}; or declare it in person.yaml.`;
      const field = `attributes.${undeclared}`;
      return answerProblem(c, 400, "invalid-request", { detail: `There is no attribute ${undeclared}.`, field, remedy }) as never;
    }
    const read = tags === undefined ? undefined : { add: tags.add.map(readTag), remove: tags.remove.map(readTag) };
    if (read !== undefined && [...read.add, ...read.remove].includes(undefined)) return badTag(c);
    const changed = read === undefined ? undefined : { add: known(read.add), remove: known(read.remove) };
    const set = {
      ...(changed === undefined ? {} : { tags: changed }),
      ...(owner === undefined ? {} : { owner }),
      ...(value === undefined ? {} : { value }),
    };
    const acted = await actOnPerson(
      c,
      context,
      id,
      (hand) => ({ ...hand, kind: "set", attributes, stage: undefined, reason: "", ...set }),
      ({ person }) => ({
        action: "person.edited",
        // Answers are the person's own: the log has their names, the timeline what they are.
        from: { tags: person.tags ?? [], owner: person.owner ?? null, value: person.value ?? null },
        to: { attributes: Object.keys(attributes), ...set },
      }),
    );
    return answer(c, id, acted);
  });

  app.openapi(stage, async (c) => {
    const { id } = c.req.valid("param");
    const { stage: to, reason } = c.req.valid("json");
    const acted = await actOnPerson(
      c,
      context,
      id,
      (hand) => ({ ...hand, kind: "set", attributes: {}, stage: to, reason }),
      ({ person }) => ({ action: "stage.set", from: person.stage.value, to, reason }),
    );
    return answer(c, id, acted);
  });

  app.openapi(note, async (c) => {
    const { id } = c.req.valid("param");
    const { text } = c.req.valid("json");
    const acted = await actOnPerson(
      c,
      context,
      id,
      (hand) => ({ ...hand, kind: "note", text }),
      () => ({ action: "note.written" }),
    );
    return answer(c, id, acted);
  });

  app.openapi(call, async (c) => {
    const { id } = c.req.valid("param");
    const { outcome, text, nextAt } = c.req.valid("json");
    const at = nextAt === null ? undefined : Date.parse(nextAt);
    if (at !== undefined && at < runtime.now() - minute) return inThePast(c, "nextAt");
    const tomorrow = outcome === "no-answer" ? runtime.now() + day : undefined;
    const acted = await actOnPerson(
      c,
      context,
      id,
      (hand) => ({ ...hand, kind: "call", outcome, text, nextAt: at ?? tomorrow }),
      () => ({ action: "call.made", to: { outcome, nextAt } }),
    );
    return answer(c, id, acted);
  });

  app.openapi(snooze, async (c) => {
    const { id } = c.req.valid("param");
    const until = Date.parse(c.req.valid("json").until);
    if (until < runtime.now() - minute) return inThePast(c, "until");
    const acted = await actOnPerson(
      c,
      context,
      id,
      (hand) => ({ ...hand, kind: "snooze", until }),
      () => ({ action: "call.snoozed", to: { until } }),
    );
    return answer(c, id, acted);
  });

  app.openapi(takeBack, async (c) => {
    const { id } = c.req.valid("param");
    const { act: of } = c.req.valid("json");
    const dossier = await dossierOf(context.workshop, id);
    if (dossier === undefined) return nobody(c);
    const { lastAct } = dossier.person;
    if (lastAct?.fact !== of) {
      const detail = "Something else was done since, or this was taken back before.";
      return answerProblem(c, 409, "conflict", { detail, field: "act", remedy: "Read the person again: lastAct.id can be." }) as never;
    }
    const acted = await actOnPerson(
      c,
      context,
      id,
      (hand) => ({ ...hand, kind: "take-back", of, act: lastAct.kind }),
      () => ({ action: "act.taken-back", from: lastAct.kind }),
    );
    return answer(c, id, acted);
  });

  app.openapi(pause, async (c) => {
    const { id } = c.req.valid("param");
    const { reason } = c.req.valid("json");
    const acted = await actOnPerson(
      c,
      context,
      id,
      (hand) => ({ ...hand, kind: "pause", reason }),
      () => ({ action: "person.paused", reason }),
    );
    return answer(c, id, acted);
  });

  app.openapi(resume, async (c) => {
    const { id } = c.req.valid("param");
    const { reason } = c.req.valid("json");
    const acted = await actOnPerson(
      c,
      context,
      id,
      (hand) => ({ ...hand, kind: "resume", reason }),
      () => ({ action: "person.resumed", reason }),
    );
    return answer(c, id, acted);
  });

  app.openapi(enter, async (c) => {
    const { id } = c.req.valid("param");
    const { sequence } = c.req.valid("json");
    if (!(await isPublished(context, sequence))) return noSequence(c, sequence);
    const acted = await actOnPerson(
      c,
      context,
      id,
      (hand) => ({ ...hand, kind: "enter", sequence }),
      () => ({ action: "sequence.entered", to: sequence }),
    );
    const [refusal] = acted.kind === "acted" ? acted.applied.refused.filter((refused) => refused.sequence === sequence) : [];
    if (refusal !== undefined) {
      const { text } = reasonView(refusal.because);
      const remedy = "What stands against it is the person’s own will or a run that goes on: see their page.";
      return answerProblem(c, 409, "conflict", { detail: text.en, field: "sequence", remedy }) as never;
    }
    return answer(c, id, acted);
  });

  app.openapi(leave, async (c) => {
    const { id } = c.req.valid("param");
    const { sequence } = c.req.valid("json");
    const acted = await actOnPerson(
      c,
      context,
      id,
      (hand) => ({ ...hand, kind: "leave", sequence }),
      () => ({ action: "sequence.left", from: sequence }),
    );
    return answer(c, id, acted);
  });
}

/** The rules in force; read anew where an attribute is not among them, which may have been published a moment ago. */
async function judgingWith(definitions: ApiContext["workshop"]["definitions"], names: readonly string[]): Promise<Judging> {
  const judging = await definitions.judging();
  if (names.every((name) => Object.hasOwn(judging.declarations, name))) return judging;
  definitions.forget();
  return definitions.judging();
}

async function isPublished({ workshop }: ApiContext, sequence: string): Promise<boolean> {
  return (await workshop.definitions.sequences()).some((published) => published.name === sequence);
}

function noSequence(c: ApiRequest, sequence: string): never {
  const remedy = "See GET /api/definitions?kind=sequence.";
  return answerProblem(c, 400, "invalid-request", { detail: `No sequence ${sequence} is published.`, field: "sequence", remedy }) as never;
}

function badTag(c: ApiRequest): never {
  const detail = "A tag is empty or too long.";
  return answerProblem(c, 400, "invalid-request", { detail, field: "tags", remedy: `Write 1 to ${longestTag} characters.` }) as never;
}

function inThePast(c: ApiRequest, field: string): never {
  const detail = `${field} lies in the past.`;
  return answerProblem(c, 400, "invalid-request", { detail, field, remedy: "Give an instant to come, as 2027-01-31T09:00:00Z." }) as never;
}

function known(tags: readonly (string | undefined)[]): readonly string[] {
  return tags.filter((tag) => tag !== undefined);
}
