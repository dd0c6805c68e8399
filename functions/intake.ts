import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { HttpAnswer } from "./http/http-answer.ts";
import { readRequest } from "./http/http-request.ts";
import { notFound, problemAnswer } from "./http/problem.ts";
import { postForm } from "./intake/post-form.ts";
import { postHook } from "./intake/post-hook.ts";
import type { Reception } from "./intake/reception.ts";
import { showForm } from "./intake/show-form.ts";
import { mailConfig } from "./runtime/config.ts";
import { defineFunction } from "./runtime/define-function.ts";
import { jsonLogger } from "./runtime/logger.ts";
import { makeMailWorkshop } from "./work/make-workshop.ts";
import { receive } from "./work/receive.ts";

/** Where people come in: forms, as pages and as posts, and the webhooks of other senders. */
export const intake = defineFunction({
  name: "intake",
  config: mailConfig,
  build: (config, runtime) => {
    const workshop = makeMailWorkshop(config, runtime);
    const log = jsonLogger("intake");
    return answerIntake({ workshop, receive: (submission) => receive(workshop, submission, log) });
  },
});

export const handler = intake.handler;

export function answerIntake(reception: Reception): (event: APIGatewayProxyEventV2) => Promise<HttpAnswer> {
  return async (event) => {
    const request = readRequest(event);
    const [room, name = "", ...rest] = request.segments;
    if (rest.length > 0) return problemAnswer(notFound);
    if (room === "forms" && request.method === "POST") return postForm(reception, request, name);
    if (room === "forms" && (request.method === "GET" || request.method === "HEAD")) return showForm(reception, request, name);
    if (room === "hooks" && request.method === "POST") return postHook(reception, request, name);
    return problemAnswer(notFound);
  };
}
