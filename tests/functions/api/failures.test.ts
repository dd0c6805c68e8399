import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deterministicId } from "#core/id/id.ts";
import { noRows } from "#core/import/import.ts";
import { newJob } from "#core/job/job.ts";
import { tuesday } from "#tests/core/builders/a-person.ts";
import { anApi, type TestApi } from "./an-api.ts";

const thrown = "ProvisionedThroughputExceededException: The level of configured provisioned throughput for the table was exceeded.";
const told = {
  en: expect.stringMatching(/^The database asked to slow down\./),
  fr: expect.stringMatching(/^La base de données a demandé de ralentir\./),
};

describe("what failed, over the API", () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await anApi();
  });
  afterEach(async () => {
    expect(api.errors).toEqual([]);
    await api.workshop.close();
  });
  const ask = async (path: string) => (await api.ask("owner", "GET", path)).body;
  const arrive = (status: "parked" | "pending" | "quarantined", change: object) =>
    api.workshop.stores.submissions.accept({
      id: deterministicId("submission", tuesday, status),
      rev: 1,
      source: "form:demo",
      sourceKind: "form",
      basis: "consent",
      status,
      extracted: { email: `${status}@example.com`, utm: {}, hidden: {}, answers: [], eventId: status },
      receivedAt: tuesday,
      attempts: 8,
      ...change,
    });

  it("is said in both languages of work that was given up, or waits for another try, and kept as it was", async () => {
    await arrive("parked", { dueAt: tuesday, reason: thrown });
    await arrive("pending", { dueAt: tuesday + 60_000, reason: thrown });

    expect(await ask("/api/parked")).toMatchObject({ items: [{ problem: thrown, problemText: told, because: { code: "gave-up" } }] });
    expect(await ask("/api/due")).toMatchObject({
      items: [{ because: { code: "retrying", text: { fr: expect.stringContaining("La base de données a demandé de ralentir.") } } }],
    });
    expect(await ask("/api/submissions?source=form:demo&status=parked")).toMatchObject({ items: [{ reason: thrown, reasonText: told }] });
  });

  it("is no failure where an arrival was put aside for what is wrong with it", async () => {
    const problem = { field: "email", code: "address-missing", remedy: "…" };
    await arrive("quarantined", { reason: "It names no address that mail could reach.", problem });

    expect(await ask("/api/submissions?source=form:demo&status=quarantined")).toMatchObject({
      items: [
        {
          reasonText: {
            en: "It names no address that mail could reach.",
            fr: "Il ne contient pas d’adresse e-mail utilisable.",
          },
        },
      ],
    });
  });

  it("is said of what is done to many, and of a list, that stopped", async () => {
    const { jobs, imports } = api.workshop.stores;
    const job = deterministicId("job", tuesday, "stopped");
    const list = deterministicId("import", tuesday, "stopped");
    const { dueAt: _, ...begun } = newJob(job, "Malik", tuesday);
    await jobs.create({ ...begun, kind: "replay", source: "hook:x", status: "parked", state: "stopped", problem: thrown });
    await imports.create({
      id: list,
      rev: 1,
      name: "liste.csv",
      by: "Malik",
      basis: "consent",
      dryRun: false,
      overwrite: false,
      tags: [],
      columns: [],
      encoding: "utf-8",
      delimiter: ",",
      rows: 1,
      chunks: 1,
      next: 0,
      tally: noRows,
      state: "stopped",
      attempts: 8,
      problem: thrown,
      createdAt: tuesday,
    });

    expect(await ask(`/api/jobs/${job}`)).toMatchObject({ problem: thrown, problemText: told });
    expect(await ask(`/api/imports/${list}`)).toMatchObject({ problem: thrown, problemText: told });
  });

  it("is said of a sender of whom SES does not answer", async () => {
    const refusal = Object.assign(new Error("User: x is not authorized to perform: ses:GetAccount"), { name: "AccessDeniedException" });
    Object.assign(api.workshop.sender, { account: () => Promise.reject(refusal) });

    expect(await ask("/api/settings/sender")).toMatchObject({
      problemText: {
        fr: expect.stringMatching(/^Il manque à Relance un droit dans AWS pour le faire\. Texte technique, .+ ses:GetAccount$/),
      },
    });
  });
});
