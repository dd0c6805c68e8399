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
    const { id } = await sendList(relance, "salon");
    await eventually(
      () => readList(relance, id),
      ({ state }) => state !== "running",
      patience,
    );
    expect(await readList(relance, id)).toMatchObject({ state: "done", created: rows, refused: 0 });

    const bulk = { act: { act: "tag", tag: "lyon" }, query: { tag: "salon" } };
    const headers = { "content-type": "application/json" };
    const answer = await request("/api/people/bulk", { method: "POST", headers, body: JSON.stringify(bulk) });
    const job = jobViewSchema.parse(await answer.json());
    expect(job.state).toBe("running");

    const readJob = async () => jobViewSchema.parse(await (await request(`/api/jobs/${job.id}`)).json());
    await eventually(readJob, ({ state }) => state !== "running", patience);
    expect(await readJob()).toMatchObject({ state: "done", done: rows, unchanged: 0, refused: 0 });
  });

  it("stops where it is when Relance is stopped, and is gone on with by the next tick", { timeout: patience * 2_000 }, async () => {
    const { id } = await sendList(relance, "atelier");
    await relance.stop();
    relance = await startRelance({ folder, templates: "templates", schedule: false });

    const left = await readList(relance, id);
    expect(left.state).toBe("running");
    expect(left.rows).toBeLessThan(rows);

    await relance.tick();
    expect(await readList(relance, id)).toMatchObject({ state: "done", created: rows, refused: 0 });
  });
});

/** A list of people that no request has the time for, each with a tag of its own name. */
async function sendList(relance: Relance, name: string) {
  const form = new FormData();
  const lines = Array.from({ length: rows }, (_, row) => `${name}-${row}@example.com;Prénom${row}`);
  form.set("file", new Blob([["Courriel;Prénom", ...lines].join("\n")], { type: "text/csv" }), `${name}.csv`);
  for (const [field, value] of Object.entries({ basis: "none", tags: name })) form.set(field, value);
  const answer = await clientOf(relance).request("/api/imports", { method: "POST", body: form });
  const begun = importViewSchema.parse(await answer.json());
  expect(begun.state).toBe("running");
  return begun;
}

async function readList(relance: Relance, id: string) {
  return importViewSchema.parse(await (await clientOf(relance).request(`/api/imports/${id}`)).json());
}
