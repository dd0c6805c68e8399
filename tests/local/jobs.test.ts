import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importViewSchema } from "#contract/imports.ts";
import { jobViewSchema } from "#contract/people.ts";
import { type Relance, startRelance } from "#local/relance.ts";
import { clientOf, eventually } from "#tests/e2e/client.ts";

/** More than a request does to people it is asked to change, and than it has the time to bring in on any machine of today. */
const rows = 2_000;
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

  it("is brought to its end by the next tick when Relance is stopped in the middle of it", { timeout: patience * 2_000 }, async () => {
    const { id } = await sendList(relance, "atelier");
    await relance.stop();
    relance = await startRelance({ folder, templates: "templates", schedule: false });
    await relance.tick();

    expect(await readList(relance, id)).toMatchObject({ state: "done", created: rows, refused: 0 });
  });
});

/** A long list of people, each with a tag of its own name. */
async function sendList(relance: Relance, name: string) {
  const form = new FormData();
  const lines = Array.from({ length: rows }, (_, row) => `${name}-${row}@example.com;Prénom${row}`);
  form.set("file", new Blob([["Courriel;Prénom", ...lines].join("\n")], { type: "text/csv" }), `${name}.csv`);
  for (const [field, value] of Object.entries({ basis: "none", tags: name })) form.set(field, value);
  const answer = await clientOf(relance).request("/api/imports", { method: "POST", body: form });
  return importViewSchema.parse(await answer.json());
}

async function readList(relance: Relance, id: string) {
  return importViewSchema.parse(await (await clientOf(relance).request(`/api/imports/${id}`)).json());
}
