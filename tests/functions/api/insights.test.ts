import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mailInsightSchema, peopleInsightSchema, sequenceInsightSchema } from "#contract/insights.ts";
import { deterministicId } from "#core/id/id.ts";
import { dayOf, dayRow, mailCounts, sequenceCounts, stepRow } from "#core/insight/count.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import { applyFact } from "#functions/work/apply-fact.ts";
import { tuesday } from "#tests/core/builders/a-person.ts";
import { anApi, type TestApi } from "./an-api.ts";

describe("insights, over the API", () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await anApi();
  });
  afterEach(async () => {
    expect(api.errors).toEqual([]);
    await api.workshop.close();
  });
  const today = dayOf(tuesday);
  const get = (path: string) => api.ask("viewer", "GET", `/api/insights/${path}`);
  const arrive = async (name: string): Promise<string> => {
    const blank = blankPerson(deterministicId("person", tuesday, name), `${name}@example.com`, `hash-of-${name}`, tuesday);
    await applyFact(api.workshop, blank.id, { kind: "note", id: `evt_${name}`, at: tuesday, by: "test", text: "came" }, blank);
    return blank.id;
  };

  it("tells how many came, how far, where they stand now, and which became clients", async () => {
    const [zoe] = [await arrive("zoe"), await arrive("paul")];
    await api.ask("sales", "POST", `/api/people/${zoe}/stage`, { stage: "won", reason: "bought by phone" });

    const insight = peopleInsightSchema.parse((await get("people")).body);

    expect(insight).toMatchObject({ to: today });
    expect(insight.days).toHaveLength(30);
    expect(insight.days.at(-1)).toMatchObject({ day: today, arrived: 2, reached: { awareness: 2, proposal: 1, won: 1 } });
    expect(insight.stages.find(({ stage }) => stage === "awareness")).toEqual({ stage: "awareness", reached: 2, now: 1 });
    expect(insight.stages.find(({ stage }) => stage === "won")).toEqual({ stage: "won", reached: 1, now: 1 });
    expect(insight.sources).toMatchObject([{ source: "direct", prospects: { of: 2, tooFew: true }, clients: { of: 2 } }]);
  });

  it("tells of mails by day and by who runs the mailboxes, of the period asked for alone", async () => {
    const { counters } = api.workshop.stores;
    await counters.addRow({ name: mailCounts, row: dayRow("2026-11-10", "gmail"), add: { sent: 2_000, complained: 7 } });
    await counters.addRow({ name: mailCounts, row: dayRow("2026-11-11", "other"), add: { sent: 5, bounced_permanent: 1 } });
    await counters.addRow({ name: mailCounts, row: dayRow("2026-11-12", "gmail"), add: { sent: 9 } });

    const insight = mailInsightSchema.parse((await get("mails?from=2026-11-09&to=2026-11-11")).body);

    expect(insight.days.map(({ sent }) => sent)).toEqual([0, 2_000, 5]);
    expect(insight.groups.map(({ group, standing }) => [group, standing])).toEqual([
      ["gmail", "bad"],
      ["other", "too-few"],
    ]);
    expect(insight.total).toMatchObject({ sent: 2_005, delivered: 2_004, bouncedForGood: 1 });
  });

  it("tells what each mail of a sequence brought, over its versions or in one of them", async () => {
    const { counters } = api.workshop.stores;
    await counters.addRow({ name: sequenceCounts("demo"), row: stepRow(1, "bienvenue"), add: { sent: 50, clicked: 10 } });

    const insight = sequenceInsightSchema.parse((await get("sequences/demo")).body);

    expect(insight).toMatchObject({ version: 1, versions: { from: 1, to: 1 }, title: { fr: "Demande d’étude d’éclairage" } });
    expect(insight.steps.map(({ id }) => id)).toEqual(["bienvenue", "facture", "atelier", "budget", "au-revoir"]);
    expect(insight.steps[0]).toMatchObject({
      email: "demo-1-bienvenue",
      sent: 50,
      clicks: { count: 10, of: 50, share: 0.2, tooFew: false },
    });
    expect(insight.steps[0]?.subject["fr"]).toMatch(/^Votre étude d’éclairage/);
    expect((await get("sequences/demo?version=2")).body).toMatchObject({
      versions: { from: 2, to: 2 },
      steps: [{ sent: 0 }, {}, {}, {}, {}],
    });
    expect((await get("sequences/nope")).status).toBe(404);
  });

  it("refuses a period that is none or too long, and names the field and the remedy", async () => {
    expect(await get("people?from=2026-01-01")).toMatchObject({
      status: 400,
      body: { field: "from", remedy: "Ask for at most 92 days at once, and for others after them." },
    });
    expect(await get("mails?to=soon")).toMatchObject({ status: 400, body: { field: "to" } });
    expect(await get("mails?from=2026-11-25&to=2026-11-24")).toMatchObject({ status: 400, body: { field: "from" } });
  });

  it("is for those who may read insights", async () => {
    const { token } = await api.keyWith(["people:read"]);

    for (const path of ["people", "mails", "sequences/demo"])
      expect((await api.ask({ token }, "GET", `/api/insights/${path}`)).status).toBe(403);
  });
});
