import { describe, expect, it } from "vitest";
import { readRequest } from "#functions/http/http-request.ts";
import { Html, html } from "#functions/http/html.ts";
import { preferredLanguage, wantsHtml, wantsJson } from "#functions/http/negotiate.ts";
import { problemAnswer } from "#functions/http/problem.ts";
import { httpEvent } from "./http-event.ts";

describe("a request", () => {
  it("is read from an event of the HTTP API, its bytes as they were sent", () => {
    const bytes = new Uint8Array([0, 255, 10]);
    const request = readRequest(
      httpEvent({ method: "post", path: "/hooks/a%20b", query: { q: "1" }, headers: { "X-Mixed": "y" }, body: bytes }),
    );
    expect(request).toMatchObject({ method: "POST", segments: ["hooks", "a b"], query: { q: "1" }, ip: "192.0.2.143" });
    expect(request.headers["x-mixed"]).toBe("y");
    expect([...request.body]).toEqual([...bytes]);
    expect(Buffer.from(readRequest(httpEvent({ path: "/", body: "é" })).body).toString()).toBe("é");
    expect(readRequest(httpEvent({ path: "/" })).body).toHaveLength(0);
  });
});

describe("a problem", () => {
  it("is told as RFC 9457 says, with its challenge where it is a 401", () => {
    const answer = problemAnswer({ status: 401, code: "unauthorized", title: "No." });
    expect(answer.headers).toMatchObject({ "content-type": "application/problem+json", "www-authenticate": 'Bearer realm="relance"' });
    expect(JSON.parse(answer.body ?? "")).toEqual({
      type: "urn:relance:problem:unauthorized",
      title: "No.",
      status: 401,
      code: "unauthorized",
    });
  });
});

describe("what a reader prefers", () => {
  it.each([
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true, false],
    ["application/json", false, true],
    ["application/problem+json", false, true],
    ["application/json, text/plain, */*", false, true],
    ["text/html;q=0.5, application/json", false, true],
    ["text/html;q=0", false, false],
    ["*/*", false, false],
    [undefined, false, false],
  ])("is told by Accept: %s", (accept, page, data) => {
    expect([wantsHtml(accept), wantsJson(accept)]).toEqual([page, data]);
  });

  it.each([
    ["fr-CA,fr;q=0.8", "fr"],
    ["de, en;q=0.5, fr;q=0.7", "fr"],
    ["en-GB", "en"],
    ["fr;q=0, en", "en"],
    ["de", undefined],
    ["*", undefined],
    [";;;,q=,,en;q=x", undefined],
    [undefined, undefined],
  ])("is told by Accept-Language: %s", (header, language) => {
    expect(preferredLanguage(header, ["fr", "en"])).toBe(language);
  });
});

describe("html", () => {
  it("escapes every text, in content and in attributes, once", () => {
    const text = `<a href="x" title='y'>&amp;`;
    expect(html`<p title="${text}">${text}</p>`.source).toBe(
      '<p title="&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;">&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;</p>',
    );
  });

  it("takes HTML for HTML, lists for their parts, and what is absent for nothing", () => {
    expect(html`${html`<b>${"<"}</b>`}${[html`1`, undefined, false, html`2`]}${undefined}${false}${0}`.source).toBe("<b>&lt;</b>120");
    expect(html`${new Html("<i>")}`.source).toBe("<i>");
  });
});
