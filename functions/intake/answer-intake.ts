import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { HttpAnswer } from "#functions/http/http-answer.ts";
import { readRequest } from "#functions/http/http-request.ts";
import { notFound, problemAnswer } from "#functions/http/problem.ts";
import { answerHook } from "./answer-hook.ts";
import { postForm } from "./post-form.ts";
import type { Reception } from "./reception.ts";
import { showForm } from "./show-form.ts";

/** Answers everything under `/forms` and `/hooks`. */
export function answerIntake(reception: Reception): (event: APIGatewayProxyEventV2) => Promise<HttpAnswer> {
  return async (event) => {
    const request = readRequest(event);
    const [room, name = "", token, ...rest] = request.segments;
    if (rest.length > 0) return problemAnswer(notFound);
    if (room === "hooks") return answerHook(reception, request, name, token);
    if (token !== undefined) return problemAnswer(notFound);
    if (room === "forms" && request.method === "POST") return postForm(reception, request, name);
    if (room === "forms" && (request.method === "GET" || request.method === "HEAD")) return showForm(reception, request, name);
    return problemAnswer(notFound);
  };
}
