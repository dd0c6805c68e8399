import { describe, expect, it } from "vitest";
import { consoleToken } from "#core/secret/derive-key.ts";
import { answerPublish } from "#functions/publish/answer-publish.ts";
import { describeAnswer } from "#functions/publish/describe-answer.ts";
import { shippedFiles } from "#tests/core/definition/shipped-files.ts";
import { authorizeByRootKey } from "#tests/functions/access/by-root-key.ts";
import { httpEvent } from "#tests/functions/http/http-event.ts";
import { definitionsInMemory } from "./definitions-in-memory.ts";

const rootKey = new Uint8Array(32).fill(7);

async function post(body: unknown, token = consoleToken(rootKey), store = definitionsInMemory()) {
  const event = httpEvent({
    method: "POST",
    path: "/api/publish",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const answer = await answerPublish(event, { authorized: await authorizeByRootKey(event, rootKey), store, now: 0 });
  return { status: answer.statusCode, type: answer.headers?.["content-type"], body: JSON.parse(answer.body ?? "") };
}

describe("POST /api/publish", () => {
  it("publishes the files it is given and says what changed", async () => {
    const store = definitionsInMemory();

    const first = await post({ files: shippedFiles(), note: "first" }, undefined, store);
    const second = await post({ files: shippedFiles() }, undefined, store);

    expect(first.status).toBe(200);
    expect(first.body.published).toContainEqual({ kind: "sequence", name: "demo", version: 1, changed: true });
    expect(second.body.published).toContainEqual({ kind: "sequence", name: "demo", version: 1, changed: false });
    expect(describeAnswer(first.status, first.body)).toContain("\n  sequence demo, version 1");
    expect(describeAnswer(second.status, second.body)).toBe("Nothing has changed since it was last published.");
  });

  it("answers 422 with everything that is wrong, each with its place and its remedy", async () => {
    const answer = await post({
      files: shippedFiles({ "forms/demo.yaml": (text) => text.replace("attribute: company", "attribute: nope") }),
    });

    expect(answer).toMatchObject({
      status: 422,
      type: "application/problem+json",
      body: {
        code: "files-invalid",
        title: "1 problem in the files: nothing was published.",
        problems: [{ file: "forms/demo.yaml", line: 19, column: 16 }],
      },
    });
    expect(describeAnswer(answer.status, answer.body)).toBe(
      [
        "1 problem in the files: nothing was published.",
        "",
        "templates/forms/demo.yaml:19:16  fields[2].attribute",
        "  a person has no attribute nope",
        "  → declare it in person.yaml, or check the spelling",
      ].join("\n"),
    );
  });

  it("counts the problems", async () => {
    expect((await post({ files: {} })).body.title).toMatch(/^[2-9] problems in the files/);
  });

  it("publishes nothing for who has not the console's token", async () => {
    const store = definitionsInMemory();

    const answer = await post({ files: shippedFiles() }, "wrong", store);

    expect(answer).toMatchObject({ status: 401, body: { code: "unauthorized" } });
    expect(store.versions.size).toBe(0);
    expect(describeAnswer(answer.status, answer.body)).toContain("has expired or was revoked");
  });

  it.each([
    "",
    "{",
    "[]",
    '{"files": []}',
    '{"files": {"a": 1}}',
    '{"files": {}, "more": 1}',
    JSON.stringify({ files: {}, note: "x".repeat(501) }),
  ])("answers 400 to a body that is not files: %s", async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { code: "invalid-request", field: "files" } });
  });
});

describe("npm run push", () => {
  it("says so where the answer is not Relance's", () => {
    expect(describeAnswer(502, undefined)).toBe("Nothing was published: the answer was 502, and no JSON of Relance's.");
  });

  it("shows a problem of a whole file without a place", () => {
    const problem = { file: "scoring.yaml", field: "", problem: "the file is missing", remedy: "copy it" };

    expect(describeAnswer(422, { title: "1 problem", problems: [problem] })).toBe(
      "1 problem\n\ntemplates/scoring.yaml\n  the file is missing\n  → copy it",
    );
  });
});
