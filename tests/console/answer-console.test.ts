import { describe, expect, it } from "vitest";
import { answerConsole } from "#functions/console/answer-console.ts";
import { getEvent } from "./get-event.ts";

const files = new Map([
  ["/index.html", Buffer.from('<meta name="style-nonce" content="__STYLE_NONCE__">')],
  ["/icon.svg", Buffer.from("<svg/>")],
  ["/assets/index-1a2b.js", Buffer.from("run()")],
  ["/assets/index-1a2b.css", Buffer.from("a{}")],
]);
let drawn = 0;
const answer = answerConsole({ assets: () => files, random: (bytes) => new Uint8Array(bytes).fill(++drawn) });
const html = "text/html,application/xhtml+xml,*/*;q=0.8";
const get = async (path: string, accept?: string) => {
  const { statusCode, headers, body, isBase64Encoded } = await answer(getEvent(path, accept));
  return {
    status: statusCode,
    headers: headers ?? {},
    text: Buffer.from(body ?? "", isBase64Encoded === true ? "base64" : "utf8").toString(),
  };
};

describe("the console's files", () => {
  it.each([
    ["/assets/index-1a2b.js", "text/javascript; charset=utf-8", "run()"],
    ["/assets/index-1a2b.css", "text/css; charset=utf-8", "a{}"],
  ])("answers %s with its own type, to be kept for ever", async (path, type, text) => {
    const found = await get(path);

    expect(found).toMatchObject({ status: 200, text });
    expect(found.headers).toMatchObject({ "content-type": type, "cache-control": "public, max-age=31536000, immutable" });
  });

  it("has files without a hash in their name asked for anew", async () => {
    const found = await get("/icon.svg");

    expect(found.headers).toMatchObject({ "content-type": "image/svg+xml", "cache-control": "no-cache" });
  });

  it.each(["/", "/people", "/people/per_01J", "/due", "/index.html"])("answers the page to whoever navigates to %s", async (path) => {
    const found = await get(path, html);

    expect(found.status).toBe(path === "/index.html" ? 404 : 200);
    if (found.status === 200)
      expect(found.headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" });
  });

  it.each([
    ["a script that is not there", "/assets/gone-9f9f.js", html],
    ["a path that no page asked for", "/people", "application/json"],
    ["whatever asks for anything", "/people", "*/*"],
  ])("does not answer the page for %s", async (_what, path, accept) => {
    expect((await get(path, accept)).status).toBe(404);
  });

  it.each([
    "/../package.json",
    "/assets/../../package.json",
    "/..%2f..%2fpackage.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/..\\..\\package.json",
    "//etc/passwd",
    "/assets/index-1a2b.js%00.css",
    "/constructor",
    "/__proto__",
  ])("lets no path out of its folder: %s", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it("says so plainly when the console was never built", async () => {
    const { statusCode } = await answerConsole({ assets: () => new Map(), random: (bytes) => new Uint8Array(bytes) })(getEvent("/", html));

    expect(statusCode).toBe(404);
  });
});

describe("the page's policy", () => {
  it("allows our own scripts alone, and no style but ours and those with this answer's nonce", async () => {
    const first = await get("/", html);
    const second = await get("/", html);

    const policy = String(first.headers["content-security-policy"]);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toContain("http");
    expect(nonce.length).toBeGreaterThan(20);
    expect(first.text).toContain(`content="${nonce}"`);
    expect(second.headers["content-security-policy"]).not.toBe(policy);
  });

  it.each(["/", "/assets/index-1a2b.js", "/nothing"])("lets nobody sniff, frame or follow %s", async (path) => {
    const { headers } = await get(path, html);

    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  });
});
