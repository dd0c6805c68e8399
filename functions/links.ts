import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { HttpAnswer } from "./http/http-answer.ts";
import { readRequest } from "./http/http-request.ts";
import { notFound, problemAnswer } from "./http/problem.ts";
import { answerLink, type LinkDesk } from "./links/answer-link.ts";
import { baseConfig } from "./runtime/config.ts";
import { defineFunction } from "./runtime/define-function.ts";
import { makeWorkshop } from "./work/make-workshop.ts";
import { unsubscribe } from "./work/unsubscribe.ts";

/** The links of our mails that lead to ourselves. */
export const links = defineFunction({
  name: "links",
  config: baseConfig,
  build: (config, runtime) => {
    const workshop = makeWorkshop(config, runtime);
    return answerLinks({ workshop, unsubscribe: (subject) => unsubscribe(workshop, subject) });
  },
});

export const handler = links.handler;

export function answerLinks(desk: LinkDesk): (event: APIGatewayProxyEventV2) => Promise<HttpAnswer> {
  return async (event) => {
    const request = readRequest(event);
    const [room, token = "", ...rest] = request.segments;
    return room === "u" && rest.length === 0 ? answerLink(desk, request, token) : problemAnswer(notFound);
  };
}
