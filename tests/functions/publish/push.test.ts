import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeAnswer } from "#functions/publish/describe-answer.ts";
import { shippedFiles } from "#tests/core/definition/shipped-files.ts";
import { type PublishDesk, publishDesk } from "./publish-desk.ts";

const now = 1_795_420_800_000;

let desk: PublishDesk;
beforeAll(async () => {
  desk = await publishDesk(now);
});
afterAll(() => desk.close());

const push = (body: unknown, headers?: Readonly<Record<string, string>>) => desk.ask("POST", "/api/publish", body, headers);
const changedMail = { "emails/demo-5-au-revoir.fr.mjml": (text: string) => text.replace("Bien à vous", "À bientôt") };

describe("POST /api/publish", () => {
  it("publishes the files it is given, says what changed, and who did it", async () => {
    const first = await push({ files: shippedFiles(changedMail), note: "first" });
    const second = await push({ files: shippedFiles(changedMail) });

    expect(first.status).toBe(200);
    expect(first.body["published"]).toContainEqual({ kind: "email", name: "demo-5-au-revoir", version: 2, changed: true });
    expect(second.body["published"]).toContainEqual({ kind: "email", name: "demo-5-au-revoir", version: 2, changed: false });
    expect(describeAnswer(first.status, first.body)).toBe("Published:\n  email demo-5-au-revoir, version 2");
    expect(describeAnswer(second.status, second.body)).toBe("Nothing has changed since it was last published.");
    expect(await desk.workshop.stores.definitions.version("email", "demo-5-au-revoir", 2)).toMatchObject({
      note: "first",
      by: { kind: "member", name: "Console" },
    });
    const { items } = await desk.workshop.stores.audit.page({ limit: 5 });
    expect(items).toMatchObject([
      { action: "definition.published", subject: { kind: "email", id: "demo-5-au-revoir" }, from: { version: 1 }, to: { version: 2 } },
    ]);
    expect(desk.errors).toEqual([]);
  });

  it("answers 422 with everything that is wrong, each with its place and its remedy", async () => {
    const files = shippedFiles({ "forms/demo.yaml": (text) => text.replace("attribute: company", "attribute: nope") });
    const line = (files["forms/demo.yaml"] ?? "").split("\n").findIndex((text) => text.includes("attribute: nope")) + 1;
    const answer = await push({ files });

    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: "files-invalid",
        title: "1 problem in the files: nothing was published.",
        problems: [{ file: "forms/demo.yaml", line, column: 16 }],
      },
    });
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(describeAnswer(answer.status, answer.body)).toBe(
      [
        "1 problem in the files: nothing was published.",
        "",
        `templates/forms/demo.yaml:${line}:16  fields[2].attribute`,
        "  a person has no attribute nope",
        "  → declare it in person.yaml, or check the spelling",
      ].join("\n"),
    );
  });

  it("counts the problems", async () => {
    expect((await push({ files: {} })).body["title"]).toMatch(/^[2-9] problems in the files/);
  });

  it("publishes for a program whose key may, and not for one whose key may not", async () => {
    const may = await push({ files: shippedFiles(changedMail) }, { authorization: `Bearer ${await desk.keyWith("definitions:publish")}` });
    const mayNot = await push({ files: shippedFiles() }, { authorization: `Bearer ${await desk.keyWith("definitions:read")}` });

    expect(may.status).toBe(200);
    expect(mayNot).toMatchObject({ status: 403, body: { code: "forbidden" } });
  });

  it("publishes nothing for whom nobody knows, and says what would help", async () => {
    const answer = await push({ files: shippedFiles() }, { authorization: "Bearer wrong" });

    expect(answer).toMatchObject({ status: 401, body: { code: "unauthorized" } });
    expect(describeAnswer(answer.status, answer.body)).toMatch(/^Not authorised\. .*\n→ /);
  });

  it.each([
    ["", ""],
    ["{", ""],
    ["[]", ""],
    ['{"files": []}', "files"],
    ['{"files": {"a": 1}}', "files.a"],
    ['{"files": {}, "more": 1}', ""],
    [JSON.stringify({ files: {}, note: "x".repeat(501) }), "note"],
  ])("answers 400 to a body that is not files: %s", async (body, field) => {
    expect(await push(body)).toMatchObject({ status: 400, body: { code: "invalid-request", ...(field === "" ? {} : { field }) } });
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
