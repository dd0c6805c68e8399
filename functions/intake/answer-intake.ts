import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { HttpAnswer } from "#functions/http/http-answer.ts";
import { type HttpRequest, readRequest } from "#functions/http/http-request.ts";
import { notFound, problemAnswer } from "#functions/http/problem.ts";
import { answerHook } from "./answer-hook.ts";
import { mayPost } from "./problems.ts";
import { postForm } from "./post-form.ts";
import type { Reception } from "./reception.ts";
import { showEmbed } from "./show-embed.ts";
import { showForm } from "./show-form.ts";

/** Answers everything under `/forms` and `/hooks`. */
export function answerIntake(reception: Reception): (event: APIGatewayProxyEventV2) => Promise<HttpAnswer> {
  return async (event) => {
    const request = readRequest(event);
    const [room, name = "", token, ...rest] = request.segments;
    if (rest.length > 0) return problemAnswer(notFound);
    if (room === "hooks") return answerHook(reception, request, name, token);
    return room === "forms" ? answerForm(reception, request, name, token) : problemAnswer(notFound);
  };
}

async function answerForm(reception: Reception, request: HttpRequest, name: string, file: string | undefined): Promise<HttpAnswer> {
  const { method } = request;
  const isRead = method === "GET" || method === "HEAD";
  if (file !== undefined) return isRead ? showEmbed(reception, request, name, file) : problemAnswer(notFound);
  if (method === "POST") return postForm(reception, request, name);
  if (method === "OPTIONS") return mayPost;
  return isRead ? showForm(reception, request, name) : problemAnswer(notFound);
}
