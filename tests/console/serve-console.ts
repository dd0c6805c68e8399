import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { console as pages } from "#functions/console.ts";
import { type FakeAnswer, fakeApi } from "./fake-api.ts";
import { getEvent } from "./get-event.ts";

export interface ServedConsole {
  readonly url: string;
  /** What the API answers with from now on. */
  become(mood: "full" | "empty" | "broken"): void;
  stop(): Promise<void>;
}

/** The console's own function behind a small gateway, beside a written API. */
export async function serveConsole(): Promise<ServedConsole> {
  const answerPage = pages.create({}, { now: () => 0, random: (bytes) => randomBytes(bytes) });
  let api = fakeApi("full");
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://console");
    if (url.pathname.startsWith("/api/")) {
      const answer: FakeAnswer = api(request.method ?? "GET", url, request.headers.authorization);
      response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
      return;
    }
    void answerPage(getEvent(url.pathname, request.headers.accept)).then(({ statusCode, headers, body, isBase64Encoded }) => {
      response.writeHead(
        statusCode,
        Object.entries(headers ?? {})
          .map(([name, value]) => [name, String(value)])
          .flat(),
      );
      response.end(Buffer.from(body ?? "", isBase64Encoded === true ? "base64" : "utf8"));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    become: (mood) => {
      api = fakeApi(mood);
    },
    stop: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
