import { request } from "node:http";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFunction, type StartedLocal, startLocal } from "#tests/local/start-local.ts";

const everywhere = aFunction("open", { kind: "http", routes: ["ANY /api/{proxy+}", "POST /forms/{form}"] }, () => ({
  statusCode: 200,
  body: "reached",
}));

let relance: StartedLocal;
beforeAll(async () => {
  relance = await startLocal({ functions: [everywhere] });
});
afterAll(() => relance.stop());

/** Asks with whatever headers, a foreign Host among them, which `fetch` does not let one send. */
function ask(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = "GET",
  body = "",
): Promise<{ readonly status: number; readonly cookie: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${relance.url}${path}`, { method, headers }, (response) => {
      response.resume().on("end", () => resolve({ status: response.statusCode ?? 0, cookie: response.headers["set-cookie"]?.[0] }));
    });
    asked.on("error", reject).end(body);
  });
}

const bearer = () => ({ authorization: `Bearer ${relance.token}` });

describe("the guard", () => {
  it("lets the owner in by the token", async () => {
    expect((await ask("/local/clock", bearer())).status).toBe(200);
    expect((await ask("/local/mailbox", bearer())).status).toBe(200);
  });

  it("answers to localhost as well", async () => {
    const port = new URL(relance.url).port;
    expect((await ask("/local/clock", { ...bearer(), host: `localhost:${port}` })).status).toBe(200);
  });

  it.each(["/local/clock", "/local/mailbox", "/local/state", "/local/events", "/local/mailbox/x", "/local/mailbox/x.html"])(
    "keeps %s from whoever has no token",
    async (path) => {
      expect((await ask(path)).status).toBe(401);
      expect((await ask(path, { authorization: "Bearer wrong" })).status).toBe(401);
      expect((await ask(path, { authorization: `Bearer ${relance.token}x` })).status).toBe(401);
    },
  );

  it.each(["/local/clock", "/local/mailbox", "/api/people", "/%61pi/people", "/%6cocal/clock"])(
    "refuses %s to a page whose name was made to point here (DNS rebinding), token or not",
    async (path) => {
      expect((await ask(path, { ...bearer(), host: "rebound.example" })).status).toBe(421);
      expect((await ask(path, { ...bearer(), host: `rebound.example:${new URL(relance.url).port}` })).status).toBe(421);
    },
  );

  it("refuses another site's page, even one on another port of this machine", async () => {
    for (const origin of ["https://evil.example", "http://127.0.0.1:1", "null"]) {
      expect((await ask("/local/clock", { ...bearer(), origin }, "POST", '{"advance":"P1D"}')).status).toBe(403);
      expect((await ask("/api/people", { ...bearer(), origin })).status).toBe(403);
    }
    expect((await ask("/api/people", { ...bearer(), "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" })).status).toBe(403);
  });

  it("lets everybody send a form, from wherever", async () => {
    expect((await ask("/forms/demo", { host: "www.company.example", origin: "https://www.company.example" }, "POST")).status).toBe(200);
  });

  it("exchanges the token for a cookie that opens the mailbox, and nothing else for one", async () => {
    const wrong = await ask("/local/session", {}, "POST", '{"token":"wrong"}');
    const { status, cookie = "" } = await ask("/local/session", { origin: relance.url }, "POST", JSON.stringify({ token: relance.token }));

    expect(wrong).toEqual({ status: 401, cookie: undefined });
    expect(status).toBe(204);
    expect(cookie).toMatch(/; Path=\/local; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(relance.token);
    expect((await ask("/local/clock", { cookie: cookie.split(";")[0] ?? "" })).status).toBe(200);
    expect((await ask("/local/clock", { cookie: `${cookie.split(";")[0]}x` })).status).toBe(401);
  });

  it("keeps the token in a file that only its owner can read", async () => {
    expect((await stat(join(relance.folder, "token"))).mode & 0o777).toBe(0o600);
  });

  it("shows pages that run no script but their own", async () => {
    for (const path of ["/local/", "/local/mailbox"]) {
      const policy =
        (await fetch(`${relance.url}${path}`, { headers: { accept: "text/html" } })).headers.get("content-security-policy") ?? "";
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain("unsafe-inline");
    }
  });
});
