import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deterministicId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import { day, hour, toIso } from "#core/time/instant.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { anApi, type TestApi } from "./an-api.ts";

let born = 0;
/** Somebody else each time, who wrote to us and waits for an answer. */
function whoReplied(change: Partial<Person> = {}): Person {
  const id = deterministicId("person", tuesday, `caller${++born}`);
  return aProspect({ id, email: `c${born}@example.com`, addressHash: `call-${born}`, touch: { repliedAt: tuesday - 1 }, ...change });
}

interface Detail {
  readonly lastAct: { readonly id: string } | null;
}

describe("calls, over the API", () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await anApi();
  });
  afterEach(async () => {
    expect(api.errors).toEqual([]);
    await api.workshop.close();
  });
  const act = (person: Person, what: string, body: unknown) => api.ask("sales", "POST", `/api/people/${person.id}/${what}`, body);
  const onTheList = async (change: Partial<Person> = {}): Promise<Person> => {
    const person = await api.store(whoReplied(change));
    await api.ask("sales", "PATCH", `/api/people/${person.id}`, {});
    return person;
  };
  const today = async (query = "") => (await api.ask("sales", "GET", `/api/calls${query}`)).body;
  const later = async (query = "") => (await api.ask("sales", "GET", `/api/calls/later${query}`)).body;
  const actOf = (asked: { readonly body: unknown }): string => (asked.body as Detail).lastAct?.id ?? "";

  it("come back with all they had when what came of one is taken back", async () => {
    const promised = { nextCallAt: tuesday + 3 * hour };
    const person = await onTheList(promised);
    const before = await today();
    const called = await act(person, "calls", { outcome: "reached", text: "Wrong person", nextAt: toIso(tuesday + 5 * day) });

    const back = await act(person, "take-back", { act: actOf(called) });

    expect(back).toMatchObject({ status: 200, body: { nextCallAt: toIso(promised.nextCallAt), lastAct: null, call: {} } });
    expect(await today()).toEqual(before);
    const { text } = await api.ask("viewer", "GET", `/api/people/${person.id}/timeline`);
    expect(text).toContain("taken back by");
    expect(text).not.toContain("Wrong person");
  });

  it("come back when they had been put off", async () => {
    const person = await onTheList();
    const snoozed = await act(person, "snooze", { until: toIso(tuesday + day) });
    expect(await today()).toMatchObject({ items: [] });

    await act(person, "take-back", { act: actOf(snoozed) });

    expect(await today()).toMatchObject({ items: [{ person: { id: person.id } }] });
    expect(await later()).toMatchObject({ items: [] });
  });

  it("keep what the person did while a call stood", async () => {
    const person = await onTheList();
    const called = await act(person, "calls", { outcome: "reached" });
    const stored = await api.workshop.stores.people.dossier(person.id);
    await api.workshop.stores.people.save({
      ...person,
      ...stored?.person,
      touch: { ...stored?.person.touch, clickedAt: tuesday + 1 },
      rev: (stored?.person.rev ?? 0) + 1,
    });

    await act(person, "take-back", { act: actOf(called) });

    const after = await api.workshop.stores.people.dossier(person.id);
    expect(after?.person.touch).toEqual({ repliedAt: tuesday - 1, clickedAt: tuesday + 1 });
  });

  it("are taken back once, and only the latest", async () => {
    const person = await onTheList();
    const called = await act(person, "calls", { outcome: "reached" });
    const noted = await act(person, "notes", { text: "A slip of the pen" });

    expect(await act(person, "take-back", { act: actOf(called) })).toMatchObject({ status: 409, body: { field: "act" } });
    expect((await act(person, "take-back", { act: actOf(noted) })).status).toBe(200);
    expect((await act(person, "take-back", { act: actOf(noted) })).status).toBe(409);
    const { text } = await api.ask("viewer", "GET", `/api/people/${person.id}/timeline`);
    expect(text).not.toContain("A slip of the pen");
  });

  it("tell what the person did last rather than what followed from it", async () => {
    const person = await onTheList();
    await act(person, "notes", { text: "Prefers mornings" });
    await act(person, "stage", { stage: "proposal", reason: "Offer sent" });

    expect(await today()).toMatchObject({ items: [{ last: { type: "note.written", data: { text: "Prefers mornings" } } }] });
  });

  it("of a colleague are left out where one asks for one’s own; nobody’s are not", async () => {
    const own = await onTheList();
    await onTheList({ owner: "somebody.else@lumen.example" });

    expect(await today("?mine=true")).toMatchObject({ items: [{ person: { id: own.id } }], next: null });
    expect(await today()).toMatchObject({ items: { length: 2 } });
  });

  it("that are to come stand in the order of their time, promised or put off", async () => {
    const [one, other, third] = [await onTheList(), await onTheList(), await onTheList()];
    await act(one, "snooze", { until: toIso(tuesday + 2 * day) });
    await act(other, "calls", { outcome: "message-left", nextAt: toIso(tuesday + hour) });
    await act(third, "calls", { outcome: "done" });

    expect(await later()).toMatchObject({
      items: [
        { person: { id: other.id, nextCallAt: toIso(tuesday + hour) }, at: toIso(tuesday + hour), because: "promised" },
        { person: { id: one.id }, at: toIso(tuesday + 2 * day), because: "snoozed" },
      ],
    });
    expect(await later(`?before=${toIso(tuesday + day)}`)).toMatchObject({ items: [{ person: { id: other.id } }], next: null });
  });

  it("are told with what happened since yesterday", async () => {
    const counters = api.workshop.stores.counters;
    await counters.addRow({ name: "people", row: "2026-11-22 form:demo", add: { submissions: 50 } });
    await counters.addRow({ name: "people", row: "2026-11-23 form:demo", add: { submissions: 2, purchases: 1, revenue_EUR: 99.5 } });
    await counters.addRow({ name: "people", row: "2026-11-24 hook:shop", add: { submissions: 1, replies: 4, revenue_EUR: 0.5 } });

    const { body } = await api.ask("sales", "GET", "/api/calls/news");

    expect(body).toEqual({
      since: "2026-11-23",
      submissions: 3,
      replies: 4,
      qualified: 0,
      clients: 0,
      purchases: 1,
      revenue: [{ amount: 100, currency: "EUR" }],
    });
  });
});
