import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "#core/person/person.ts";
import { deterministicId } from "#core/id/id.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import { hour, toIso } from "#core/time/instant.ts";
import { applyFact } from "#functions/work/apply-fact.ts";
import { tuesday } from "#tests/core/builders/a-person.ts";
import { anApi, type TestApi } from "./an-api.ts";

describe("the pipeline, over the API", () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await anApi();
  });
  afterEach(async () => {
    expect(api.errors).toEqual([]);
    await api.workshop.close();
  });
  /** Somebody who came as people do, so that they were counted. */
  const arrived = async (name: string): Promise<Person> => {
    const blank = blankPerson(deterministicId("person", tuesday, name), `${name}@example.com`, `hash-of-${name}`, tuesday);
    const fact = { kind: "note", id: `evt_${name}`, at: tuesday, by: "test", text: "came" } as const;
    const applied = await applyFact(api.workshop, blank.id, fact, blank);
    if (applied.kind !== "applied") throw new Error("nobody came");
    return applied.person;
  };
  const move = (person: Person, stage: string) =>
    api.ask("sales", "POST", `/api/people/${person.id}/stage`, { stage, reason: "moved by the test" });
  const worth = (person: Person, amount: number, currency: string) =>
    api.ask("sales", "PATCH", `/api/people/${person.id}`, { value: { amount, currency } });
  const pipeline = async () => (await api.ask("viewer", "GET", "/api/pipeline")).body;

  it("has the six stages in their order, and lost, with nobody in them", async () => {
    const { stages } = (await pipeline()) as { stages: { stage: string }[] };

    expect(stages.map(({ stage }) => stage)).toEqual([
      "awareness",
      "connection",
      "qualification",
      "proposal",
      "negotiation",
      "won",
      "lost",
    ]);
    expect(stages[0]).toEqual({ stage: "awareness", count: 0, value: [], oldestSince: null });
  });

  it("moves people and what they are worth from one stage to another, by currency", async () => {
    const [zoe, paul, tom] = [await arrived("zoe"), await arrived("paul"), await arrived("tom")];
    await worth(zoe, 1200.5, "EUR");
    await worth(paul, 800, "EUR");
    await worth(tom, 300, "GBP");
    await move(zoe, "proposal");
    api.workshop.now += hour;
    await move(paul, "proposal");
    await move(tom, "proposal");

    const { stages } = (await pipeline()) as { stages: { stage: string }[] };
    expect(stages.find(({ stage }) => stage === "proposal")).toEqual({
      stage: "proposal",
      count: 3,
      value: [
        { amount: 2000.5, currency: "EUR" },
        { amount: 300, currency: "GBP" },
      ],
      oldestSince: toIso(tuesday),
    });

    await move(zoe, "lost");
    await api.ask("owner", "POST", `/api/people/${tom.id}/erase`, { reason: "Asked us to" });

    const after = ((await pipeline()) as { stages: { stage: string; count: number; value: unknown }[] }).stages;
    expect(after.find(({ stage }) => stage === "proposal")).toMatchObject({ count: 1, value: [{ amount: 800, currency: "EUR" }] });
    expect(after.find(({ stage }) => stage === "lost")).toMatchObject({ count: 1, value: [{ amount: 1200.5, currency: "EUR" }] });
    expect(after.find(({ stage }) => stage === "awareness")).toMatchObject({ count: 0, value: [] });
  });

  it("says which attributes a person may have, with their choices", async () => {
    const { body } = await api.ask("viewer", "GET", "/api/attributes");

    expect(body).toMatchObject({
      items: expect.arrayContaining([
        { name: "phone", type: "text", label: { en: "Phone", fr: "Téléphone" }, choices: [] },
        expect.objectContaining({
          name: "timing",
          type: "choice",
          choices: expect.arrayContaining([{ value: "now", label: { en: "As soon as possible", fr: "Dès que possible" } }]),
        }),
      ]),
    });
  });
});
