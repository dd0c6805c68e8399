import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pageOf } from "#contract/api.ts";
import { formPlacesSchema, markedSpamSchema } from "#contract/forms.ts";
import { submissionViewSchema } from "#contract/sources.ts";
import { answerIntake } from "#functions/intake/answer-intake.ts";
import { countBeats } from "#functions/intake/count-beats.ts";
import { receive } from "#functions/work/receive.ts";
import { httpEvent } from "#tests/functions/http/http-event.ts";
import { anApi, type TestApi } from "./an-api.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe("a verdict on a post of a form", () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await anApi();
  });
  afterEach(() => api.workshop.close());

  const post = async (fields: Readonly<Record<string, unknown>>) => {
    const { workshop } = api;
    api.workshop.now += 1_000;
    const answer = answerIntake({
      workshop,
      receive: (submission, delivery) => receive(workshop, submission, log, delivery),
      beats: countBeats(workshop.stores.pulses, log),
    });
    return answer(
      httpEvent({ method: "POST", path: "/forms/demo", headers: { "content-type": "application/json" }, body: JSON.stringify(fields) }),
    );
  };
  const list = async (status: string) =>
    pageOf(submissionViewSchema).parse((await api.ask("sales", "GET", `/api/submissions?source=form:demo&status=${status}`)).body).items;
  const act = (id: string, what: "replay" | "spam") => {
    api.workshop.now += 1_000;
    return api.ask("marketer", "POST", `/api/submissions/${id}/${what}`);
  };
  const actions = async () => (await api.workshop.stores.audit.page({ limit: 20 })).items.map(({ action }) => action);
  const personOf = async (personId: string | null) => {
    const dossier = await api.workshop.stores.people.dossier(personId as `per_${string}`);
    return { paused: dossier?.person.paused, running: (dossier?.enrollments ?? []).filter(({ status }) => status === "active").length };
  };

  it("that kept somebody apart is listed with its reason, and taken back by a person, once however often", async () => {
    await post({ email: "zoe@example.com", firstName: "Zoé", consent: true, website: "x" });
    expect(await list("processed")).toEqual([]);
    const [apart] = await list("discarded");
    expect(apart).toMatchObject({
      reason: "A field that people do not see was filled.",
      signs: [{ code: "trap-filled" }],
      personId: null,
      expiresAt: expect.any(String),
    });

    const first = submissionViewSchema.parse((await act(apart?.id ?? "", "replay")).body);
    const again = submissionViewSchema.parse((await act(apart?.id ?? "", "replay")).body);

    expect(first).toMatchObject({
      status: "processed",
      expiresAt: null,
      signs: [{ code: "trap-filled" }],
      extracted: { firstName: "Zoé" },
    });
    expect(again).toEqual(first);
    expect(await list("discarded")).toEqual([]);
    const entries = (await api.workshop.stores.timeline.page(first.personId as `per_${string}`, { limit: 50 })).items;
    expect(entries.filter((item) => item.kind === "entry" && item.entry.type === "submission.received")).toHaveLength(1);
    expect((await api.workshop.stores.submissions.delivery(first.id as `sub_${string}`))?.expiresAt).toBeUndefined();
    expect(await actions()).toEqual(["submission.replayed"]);
  });

  it("on what names nobody cannot be taken back, and says why", async () => {
    await post({ website: "x", message: "buy" });
    const [apart] = await list("discarded");

    expect((await act(apart?.id ?? "", "replay")).body).toMatchObject({ status: "quarantined", problem: { code: "address-missing" } });
  });

  it("is turned the other way: whoever came by spam alone is written to no more, until that is taken back", async () => {
    await post({ email: "spam@example.com", consent: true });
    const [taken] = await list("processed");
    expect(await personOf(taken?.personId ?? null)).toMatchObject({ paused: undefined, running: 1 });

    const marked = markedSpamSchema.parse((await act(taken?.id ?? "", "spam")).body);
    expect(marked).toMatchObject({ status: "discarded", personPaused: true, signs: [{ code: "said-spam" }] });
    expect(await personOf(marked.personId)).toMatchObject({ paused: { reason: `spam: ${marked.id}` }, running: 0 });
    expect((await act(marked.id, "spam")).status).toBe(200);

    const back = submissionViewSchema.parse((await act(marked.id, "replay")).body);
    expect(back).toMatchObject({ status: "processed", personId: marked.personId });
    expect((await personOf(marked.personId)).paused).toBeUndefined();
    expect(await actions()).toEqual(["submission.replayed", "submission.said-spam"]);
  });

  it("leaves somebody alone who came otherwise too", async () => {
    await post({ email: "zoe@example.com", consent: true });
    await post({ email: "zoe@example.com", consent: true, need: "shop" });
    const [latest] = await list("processed");

    expect(markedSpamSchema.parse((await act(latest?.id ?? "", "spam")).body)).toMatchObject({ status: "discarded", personPaused: false });
    expect(await personOf(latest?.personId ?? null)).toMatchObject({ paused: undefined, running: 1 });
  });

  it("is not given on what was never taken in, nor by who may not", async () => {
    await post({ email: "zoe@example.com", website: "x" });
    const [apart] = await list("discarded");

    expect(await act(apart?.id ?? "", "spam")).toMatchObject({ status: 409, body: { remedy: expect.any(String) } });
    expect((await api.ask("sales", "POST", `/api/submissions/${apart?.id}/spam`)).status).toBe(403);
    expect((await act("sub_01J00000000000000000000000", "spam")).status).toBe(404);
  });

  it("by a provider needs its secret, which is given once and never shown", async () => {
    const places = async () => formPlacesSchema.parse((await api.ask("sales", "GET", "/api/forms/demo/places")).body);
    expect((await places()).challenge).toBeNull();
    expect((await api.ask("marketer", "PUT", "/api/forms/demo/challenge-secret", { secret: "0x4AAA-secret" })).status).toBe(409);
    expect((await api.ask("marketer", "PUT", "/api/forms/other/challenge-secret", { secret: "0x4AAA-secret" })).status).toBe(404);
    expect((await places()).html).toMatch(/^<form method="post" action="https?:\/\/[^"]+\/forms\/demo"/);
  });
});
