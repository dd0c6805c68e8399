import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Environment } from "#functions/runtime/define-function.ts";
import { aFunction, type StartedLocal, startLocal } from "#tests/local/start-local.ts";

const seen: APIGatewayProxyEventV2[] = [];
let environment: Environment = {};
let answer: () => unknown = () => ({ statusCode: 200 });
const said: string[] = [];

const echo = aFunction(
  "echo",
  { kind: "http", routes: ["ANY /forms/{form}", "GET /slow"] },
  (event) => {
    seen.push(event as APIGatewayProxyEventV2);
    return answer();
  },
  { environment: ["TABLE", "PUBLIC_URL"], timeoutSeconds: 1, onCreate: (given) => (environment = given) },
);

let relance: StartedLocal;
beforeAll(async () => {
  relance = await startLocal({ functions: [echo], terminal: { say: () => undefined, warn: (line) => void said.push(line) } });
});
afterAll(() => relance.stop());

async function ask(path: string, init: RequestInit = {}): Promise<{ readonly response: Response; readonly event: APIGatewayProxyEventV2 }> {
  const response = await fetch(`${relance.url}${path}`, init);
  const event = seen.at(-1);
  if (event === undefined) throw new Error("The function was not called.");
  return { response, event };
}

describe("the gateway", () => {
  it("gives a function the event that API Gateway's HTTP API would (payload format 2.0)", async () => {
    answer = () => ({ statusCode: 204 });
    const { event } = await ask("/forms/d%C3%A9mo?b=1&a=2&b=3%204", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Thing": "One", Cookie: "a=1; b=2", "User-Agent": "test" },
      body: '{"é":1}',
    });

    const host = relance.url.replace("http://", "");
    expect(event).toEqual({
      version: "2.0",
      routeKey: "ANY /forms/{form}",
      rawPath: "/forms/démo",
      rawQueryString: "b=1&a=2&b=3%204",
      cookies: ["a=1", "b=2"],
      headers: expect.objectContaining({
        "content-type": "application/json",
        "x-thing": "One",
        host,
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-proto": "http",
      }),
      queryStringParameters: { b: "1,3 4", a: "2" },
      pathParameters: { form: "démo" },
      requestContext: {
        accountId: "123456789012",
        apiId: "local",
        domainName: host,
        domainPrefix: "127",
        http: { method: "POST", path: "/forms/démo", protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
        requestId: expect.any(String),
        routeKey: "ANY /forms/{form}",
        stage: "$default",
        time: expect.stringMatching(/^\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} \+0000$/),
        timeEpoch: expect.any(Number),
      },
      body: '{"é":1}',
      isBase64Encoded: false,
    });
    expect(event.headers).not.toHaveProperty("cookie");
  });

  it("gives a form's body in base64, and a body of bytes unharmed", async () => {
    const form = await ask("/forms/demo", { method: "POST", body: new URLSearchParams({ email: "a@b.fr" }) });
    const bytes = new Uint8Array([0, 255, 128, 10]);
    const binary = await ask("/forms/demo", { method: "POST", body: bytes, headers: { "content-type": "application/json" } });

    expect(form.event.isBase64Encoded).toBe(true);
    expect(Buffer.from(form.event.body ?? "", "base64").toString()).toBe("email=a%40b.fr");
    expect(binary.event.isBase64Encoded).toBe(true);
    expect(Buffer.from(binary.event.body ?? "", "base64")).toEqual(Buffer.from(bytes));
  });

  it("answers with the function's status, headers, cookies and body of bytes", async () => {
    answer = () => ({
      statusCode: 201,
      headers: { "Content-Type": "image/png", "X-Number": 7 },
      cookies: ["a=1; Path=/", "b=2"],
      body: Buffer.from([1, 2, 255]).toString("base64"),
      isBase64Encoded: true,
    });
    const { response } = await ask("/forms/demo");

    expect(response.status).toBe(201);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("x-number")).toBe("7");
    expect(response.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2"]);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from([1, 2, 255]));
  });

  it("takes an answer without a status for the body, as JSON", async () => {
    answer = () => ({ hello: "you" });
    const { response } = await ask("/forms/demo");

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ hello: "you" });
  });

  it("hides a fault from the caller and shows it in the terminal", async () => {
    answer = () => {
      throw new Error("the table is on fire");
    };
    const { response } = await ask("/forms/demo");

    expect(response.status).toBe(500);
    expect(await response.text()).toBe('{"message":"Internal Server Error"}');
    expect(said.join("\n")).toContain("echo failed on GET /forms/demo: Error: the table is on fire");
  });

  it("ends a function that takes longer than it declared", async () => {
    answer = () => new Promise(() => undefined);
    const { response } = await ask("/slow");

    expect(response.status).toBe(500);
    expect(said.join("\n")).toContain("timed out after 1 seconds");
  });

  it("refuses a body above ten megabytes without calling the function", async () => {
    const before = seen.length;
    const response = await fetch(`${relance.url}/forms/demo`, { method: "POST", body: new Uint8Array(10 * 1024 * 1024 + 1) });

    expect(response.status).toBe(413);
    expect(seen.length).toBe(before);
  });

  it("answers 404 where no route is declared", async () => {
    const response = await fetch(`${relance.url}/nothing`);

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: "Not Found" });
  });

  it("gives a function the variables it declares and no others", () => {
    expect(Object.keys(environment).sort()).toEqual([
      "AWS_ENDPOINT_URL",
      "AWS_REGION",
      "DNS_SERVER",
      "DYNAMODB_ENDPOINT_URL",
      "PUBLIC_URL",
      "TABLE",
    ]);
    expect(environment["PUBLIC_URL"]).toBe(relance.url);
  });
});
