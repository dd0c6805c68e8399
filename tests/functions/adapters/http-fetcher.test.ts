import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { httpFetcher } from "#functions/adapters/vendor/http-fetcher.ts";

/** What a vendor's API does with a question. */
type Vendor = (request: IncomingMessage, answer: ServerResponse) => void;

const answering =
  (status: number, body = "", headers: Record<string, string> = {}): Vendor =>
  (_, answer) =>
    void answer.writeHead(status, headers).end(body);

describe("asking a vendor who somebody is", () => {
  let server: Server;
  let base = "";
  let vendor: Vendor = answering(200, "{}");
  const asked: IncomingMessage[] = [];
  beforeAll(async () => {
    server = createServer((request, answer) => {
      asked.push(request);
      vendor(request, answer);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  const ask = (does: Vendor, path = "/leads/1", within?: number) => {
    vendor = does;
    asked.length = 0;
    const request = { url: `${base}${path}`, headers: { authorization: "Bearer {token}", accept: "application/json" } };
    return httpFetcher().fetch(within === undefined ? request : { ...request, within }, "s3cret$&");
  };

  it("shows the token in the header that asks for it, and nowhere in the address", async () => {
    expect(await ask(answering(200, '{"email":"a@example.com"}'))).toEqual({ kind: "answer", json: { email: "a@example.com" } });
    expect(asked.map(({ url, headers }) => [url, headers.authorization])).toEqual([["/leads/1", "Bearer s3cret$&"]]);
  });

  it("posts a question that is a form, with the token in the field that asks for it", async () => {
    let body = "";
    vendor = (request, answer) => {
      request.on("data", (chunk: Buffer) => (body += String(chunk)));
      request.on("end", () => answer.end('{"success":true}'));
    };
    const request = { url: `${base}/verify`, headers: {}, form: { secret: "{token}", response: "a b" } };

    expect(await httpFetcher().fetch(request, "s3cret$&")).toEqual({ kind: "answer", json: { success: true } });
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({ secret: "s3cret$&", response: "a b" });
    expect(asked.at(-1)).toMatchObject({ method: "POST", url: "/verify" });
  });

  it("follows nobody elsewhere: the token is for this host alone", async () => {
    const fetched = await ask(answering(302, "", { location: `${base}/elsewhere` }));
    expect(fetched).toMatchObject({ kind: "refused", remedy: expect.any(String) });
    expect(asked).toHaveLength(1);
  });

  it.each([
    [429, { "retry-after": "120" }, 120_000],
    [503, {}, undefined],
    [429, { "retry-after": "999999999" }, 3_600_000],
    [500, { "retry-after": "soon" }, undefined],
  ] as const)("that is busy (%i) is asked later, and not before it said", async (status, headers, afterMs) => {
    expect(await ask(answering(status, "", headers))).toMatchObject({ kind: "later", afterMs });
  });

  it.each([401, 403, 404, 410])("that refuses (%i) is told apart, with a remedy", async (status) => {
    expect(await ask(answering(status))).toMatchObject({ kind: "refused", problem: expect.stringContaining(String(status)) });
  });

  it.each([
    ["a page", "<html>Sign in</html>"],
    ["nothing", ""],
    ["half an object", '{"email":'],
    ["more than any such API answers", `"${"x".repeat(1_200_000)}"`],
  ])("that answers %s is not believed", async (_, body) => {
    expect(await ask(answering(200, body))).toMatchObject({ kind: "refused", problem: expect.stringContaining("JSON") });
  });

  it("that hangs, breaks off or is not there is asked later", async () => {
    expect(await ask(() => undefined, "/", 100)).toMatchObject({ kind: "later" });
    expect(await ask((request) => void request.socket.destroy())).toMatchObject({ kind: "later" });
    expect(await httpFetcher().fetch({ url: "http://127.0.0.1:9/x", headers: {} }, "t")).toMatchObject({ kind: "later" });
  });

  it("never tells the token in what it says", async () => {
    for (const does of [answering(401), answering(500), answering(200, "no"), (request: IncomingMessage) => void request.socket.destroy()])
      expect(JSON.stringify(await ask(does))).not.toContain("s3cret");
  });
});
