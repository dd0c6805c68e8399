import * as z from "zod";
import { pageOf } from "#contract/api.ts";
import {
  checkAnswerSchema,
  checkRequestSchema,
  definitionListSchema,
  definitionPathSchema,
  definitionTextSchema,
  definitionVersionSchema,
  filesInvalidSchema,
  previewRequestSchema,
  previewSchema,
  publishAllSchema,
  publishedAllSchema,
  publishedOneSchema,
  publishRequestSchema,
  restoreRequestSchema,
  retireRequestSchema,
  starterSchema,
} from "#contract/definitions.ts";
import { testMailRequestSchema, testMailSchema } from "#contract/test-mail.ts";
import { sequenceFlowSchema } from "#contract/sequence-flow.ts";
import { definitionKinds } from "#core/definition/definition.ts";
import type { ApiApp } from "../api-app.ts";
import { body, json, pageQuery, problem, route } from "../route.ts";

const one = "/api/definitions/{kind}/{name}";
const named = z.object({ name: definitionPathSchema.shape.name });
const ifMatch = z.object({
  "if-match": z
    .string()
    .regex(/^(?:"\d{1,9}"|\d{1,9})$/, 'the version as its entity tag has it: "3"; "0" where none is in force')
    .optional()
    .describe("the version the text was made from: who publishes over another's newer one gets a 412"),
});
const filesInvalid = {
  content: { "application/problem+json": { schema: filesInvalidSchema } },
  description: "Something in the files is wrong: everything that is, each with its place and remedy.",
};
const gone = problem("Nothing of this kind and name is published.");
const stale = problem("Somebody published another version meanwhile.");

/**
 * What the function `publish` answers: MJML's compiler lives there. It is described here, where the whole API is, so that one
 * document and one client speak of both functions.
 */
export const definitionPaths = {
  list: route({
    method: "get",
    path: "/api/definitions",
    summary: "What marketers own and is in force: files by kind and name, and what uses each",
    allow: "definitions:read",
    request: { query: z.object({ kind: z.enum(definitionKinds).optional() }) },
    responses: { 200: json(definitionListSchema, "All of them, or those of one kind.") },
  }),
  one: route({
    method: "get",
    path: one,
    summary: "The text in force of one definition, with its version as the entity tag",
    allow: "definitions:read",
    request: { params: definitionPathSchema },
    responses: { 200: json(definitionTextSchema, "The text."), 404: gone },
  }),
  versions: route({
    method: "get",
    path: `${one}/versions`,
    summary: "The history of one definition, newest first",
    allow: "definitions:read",
    request: { params: definitionPathSchema, query: pageQuery.extend({ limit: pageQuery.shape.limit.removeDefault().default(10) }) },
    responses: { 200: json(pageOf(definitionVersionSchema), "A page of versions."), 404: gone },
  }),
  version: route({
    method: "get",
    path: `${one}/versions/{version}`,
    summary: "The text of one version",
    allow: "definitions:read",
    request: { params: definitionPathSchema.extend({ version: z.coerce.number().int().min(1).max(999_999) }) },
    responses: { 200: json(definitionTextSchema, "The text. It never changes."), 404: problem("There is no such version.") },
  }),
  starter: route({
    method: "get",
    path: `${one}/starter`,
    summary: "A first text for a new sequence, e-mail or form. Nothing is stored",
    allow: "definitions:read",
    request: { params: definitionPathSchema },
    responses: { 200: json(starterSchema, "The text to begin from."), 400: problem("Of this kind there is one file only.") },
  }),
  check: route({
    method: "post",
    path: "/api/definitions/check",
    summary: "Everything that is wrong with files as they are edited, compiled together with all else in force. Changes nothing",
    allow: "definitions:read",
    request: { body: body(checkRequestSchema) },
    responses: { 200: json(checkAnswerSchema, "The problems, if any, and what publishing would change.") },
  }),
  publish: route({
    method: "post",
    path: one,
    summary: "Publish new text of one definition, or its first",
    allow: "definitions:publish",
    request: { params: definitionPathSchema, headers: ifMatch, body: body(publishRequestSchema) },
    responses: { 200: json(publishedOneSchema, "The version it is now."), 412: stale, 422: filesInvalid },
  }),
  restore: route({
    method: "post",
    path: `${one}/restore`,
    summary: "Publish the text of an earlier version again, as a new version",
    allow: "definitions:publish",
    request: { params: definitionPathSchema, headers: ifMatch, body: body(restoreRequestSchema) },
    responses: {
      200: json(publishedOneSchema, "The version it is now."),
      404: problem("There is no such version."),
      412: stale,
      422: filesInvalid,
    },
  }),
  retire: route({
    method: "post",
    path: `${one}/retire`,
    summary: "Take a definition out of force. Its history stays, and it can be restored",
    allow: "definitions:publish",
    request: { params: definitionPathSchema, headers: ifMatch, body: body(retireRequestSchema) },
    responses: { 204: { description: "It is retired." }, 404: gone, 412: stale, 422: filesInvalid },
  }),
  preview: route({
    method: "post",
    path: "/api/definitions/email/{name}/preview",
    summary: "An e-mail, as it is edited, filled in for one real person or an example. Nothing is sent",
    allow: "definitions:read",
    request: { params: named, body: body(previewRequestSchema) },
    responses: {
      200: json(previewSchema, "The mail, or why it cannot be made."),
      403: problem("The key may not read people."),
      404: problem("There is no such e-mail, language or person."),
    },
  }),
  test: route({
    method: "post",
    path: "/api/definitions/email/{name}/test",
    summary:
      "Send a mail, as it is edited, to oneself or to somebody of the team: marked as a test, and of no effect on anybody in the base",
    allow: "definitions:publish",
    request: { params: named, body: body(testMailRequestSchema) },
    responses: {
      200: json(testMailSchema, "SES has it."),
      404: problem("There is no such e-mail, language or person."),
      409: problem("The address is on the suppression list."),
      422: filesInvalid,
      429: problem("Too many tests in an hour."),
      502: problem("It is not known whether SES has it."),
      503: problem("SES takes no mail at the moment."),
    },
  }),
  flow: route({
    method: "get",
    path: "/api/definitions/sequence/{name}/flow",
    summary: "A sequence as a graph of steps, with what each says and how many people are there",
    allow: "definitions:read",
    request: { params: named },
    responses: { 200: json(sequenceFlowSchema, "The steps in reading order."), 404: gone },
  }),
  push: route({
    method: "post",
    path: "/api/publish",
    summary: "Publish all files together, as `npm run push` does: those that changed become new versions",
    allow: "definitions:publish",
    request: { body: body(publishAllSchema) },
    responses: { 200: json(publishedAllSchema, "What is published, and what of it is new."), 422: filesInvalid },
  }),
} as const;

/** Describes what another function answers in the API's own document. */
export function definitionRoutes(app: ApiApp): void {
  for (const { middleware: _here, ...path } of Object.values(definitionPaths)) app.openAPIRegistry.registerPath(path);
}
