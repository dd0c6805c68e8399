import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importViewSchema } from "#contract/imports.ts";
import { jobViewSchema } from "#contract/people.ts";
import { type Relance, startRelance } from "#local/relance.ts";
import { clientOf, eventually } from "#tests/e2e/client.ts";

/** So many that no request has the time for them. */
const rows = 2_500;
const patience = 240;

describe("work that is too long for the request that began it, where nothing ticks", () => {
  const folder = mkdtempSync(join(tmpdir(), "relance-jobs-"));
  let relance: Relance;
  beforeAll(async () => {
    relance = await startRelance({ folder, templates: "templates", schedule: false });
  }, patience * 1_000);
  afterAll(async () => {
    await relance?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("goes on at once to its end: a list of people, and then what is done to all of them", { timeout: patience * 2_000 }, async () => {
    const { request } = clientOf(relance);
    const form = new FormData();
    const list = Array.from({ length: rows }, (_, row) => `personne-${row}@example.com;Prénom${row}`);
    form.set("file", new Blob([["Courriel;Prénom", ...list].join("\n")], { type: "text/csv" }), "salon.csv");
    for (const [name, value] of Object.entries({ basis: "none", tags: "salon" })) form.set(name, value);
    const begun = importViewSchema.parse(await (await request("/api/imports", { method: "POST", body: form })).json());
    expect(begun.state).toBe("running");

    const readList = async () => importViewSchema.parse(await (await request(`/api/imports/${begun.id}`)).json());
    await eventually(readList, ({ state }) => state !== "running", patience);
    expect(await readList()).toMatchObject({ state: "done", created: rows, refused: 0 });

    const bulk = { act: { act: "tag", tag: "lyon" }, query: { tag: "salon" } };
    const headers = { "content-type": "application/json" };
    const answer = await request("/api/people/bulk", { method: "POST", headers, body: JSON.stringify(bulk) });
    const job = jobViewSchema.parse(await answer.json());
    expect(job.state).toBe("running");

    const readJob = async () => jobViewSchema.parse(await (await request(`/api/jobs/${job.id}`)).json());
    await eventually(readJob, ({ state }) => state !== "running", patience);
    expect(await readJob()).toMatchObject({ state: "done", done: rows, unchanged: 0, refused: 0 });
  });
});
