import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sequenceCounts } from "#core/insight/count.ts";
import { deterministicId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import { day, hour, minute } from "#core/time/instant.ts";
import { applyFact } from "#functions/work/apply-fact.ts";
import { drain } from "#functions/work/drain.ts";
import { mergePerson } from "#functions/work/merge/begin-merge.ts";
import { unsubscribe } from "#functions/work/unsubscribe.ts";
import { aProspect, inStage, tuesday } from "#tests/core/builders/a-person.ts";
import { aRun } from "#tests/functions/adapters/examples.ts";
import { publishOffer } from "#tests/functions/work/an-offer-sequence.ts";
import { anApi, type TestApi } from "./an-api.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const due = tuesday + day;

interface Detail {
  readonly lastAct: { readonly id: string; readonly kind: string } | null;
}

/** Zoé waits for the second mail of the example's sequence, which is not for those in negotiation. */
describe("a move to another stage, taken back over the API", () => {
  let api: TestApi;
  let zoe: Person;
  beforeEach(async () => {
    api = await anApi();
    await publishOffer(api.workshop);
    zoe = await api.store(inStage(aProspect(), "connection"));
    const cursor = { step: "un-jour", visit: 2, slot: due };
    await api.workshop.stores.enrollments.start(aRun(zoe, { cursor, dueAt: due, startedAt: tuesday - hour }));
  });
  afterEach(async () => {
    expect(api.errors).toEqual([]);
    await api.workshop.close();
  });

  const post = (what: string, body: unknown) => api.ask("sales", "POST", `/api/people/${zoe.id}/${what}`, body);
  const move = async (): Promise<string> => {
    const { status, body } = await post("stage", { stage: "negotiation", reason: "Wrong card" });
    expect(status).toBe(200);
    const { lastAct } = body as Detail;
    expect(lastAct?.kind).toBe("stage");
    return lastAct?.id ?? "";
  };
  const run = (sequence = "demo") => api.workshop.stores.enrollments.find(zoe.id, sequence);
  const tickAt = async (now: number): Promise<void> => {
    api.workshop.now = now;
    await drain(api.workshop, { timeMs: 30_000, log });
  };
  const mails = () => api.workshop.mails.filter(({ to }) => to === zoe.email).map(({ subject }) => subject);
  const told = async (): Promise<readonly string[]> =>
    (await api.workshop.stores.timeline.page(zoe.id, { limit: 50 })).items.map((item) =>
      item.kind === "entry" ? `${item.entry.type} ${String(item.entry.data["sequence"] ?? "")}`.trim() : "message",
    );
  const counted = async (sequence: string) =>
    (await api.workshop.stores.counters.rows(sequenceCounts(sequence))).map(({ row, sums }) => ({ row, sums }));

  it("lets the sequence it had ended go on: its next mail leaves once, when it would have", async () => {
    const before = await run();
    const act = await move();
    expect(await run()).toMatchObject({ status: "ended", ending: "stage-left" });

    const back = await post("take-back", { act });

    expect(back).toMatchObject({ status: 200, body: { stage: "connection", stageSince: new Date(tuesday).toISOString(), lastAct: null } });
    expect(await run()).toMatchObject({ id: before?.id, status: "active", cursor: before?.cursor, dueAt: due, version: 1 });
    expect(api.workshop.events.map(({ type }) => type)).toContain("sequence.resumed");
    await tickAt(due - minute);
    expect(mails()).toEqual([]);
    await tickAt(due);
    await tickAt(due + hour);
    expect(mails()).toHaveLength(1);
    const lines = await told();
    expect(lines).toEqual(expect.arrayContaining(["stage.taken-back", "sequence.resumed demo", "sequence.ended demo"]));
  });

  it("sends what became overdue meanwhile at the next opening, and once", async () => {
    const act = await move();
    api.workshop.now = due + 12 * hour;

    await post("take-back", { act });
    await tickAt(due + 12 * hour);
    expect(mails()).toEqual([]);
    await tickAt(due + day);
    await tickAt(due + day + hour);

    expect(mails()).toHaveLength(1);
  });

  it("ends the sequence it had begun before anything left, which may begin another time", async () => {
    const act = await move();
    expect(await run("offre")).toMatchObject({ status: "active", run: 1 });

    await post("take-back", { act });

    expect(await run("offre")).toMatchObject({ status: "ended", ending: "taken-back", because: { code: "ended-taken-back" } });
    await tickAt(tuesday + hour);
    expect(mails()).toEqual([]);
    expect(await told()).not.toContain("message");
    api.workshop.now += minute;
    await move();
    expect(await run("offre")).toMatchObject({ status: "active", run: 2 });
  });

  it("ends it too where a mail has left, which stays in the timeline; it does not begin again", async () => {
    const act = await move();
    await tickAt(tuesday + minute);
    expect(mails()).toHaveLength(1);

    await post("take-back", { act });
    await tickAt(tuesday + 10 * day);

    expect(await run("offre")).toMatchObject({ status: "ended", ending: "taken-back", signals: { sent: 1 } });
    expect(await told()).toContain("message");
    await move();
    expect(await run("offre")).toMatchObject({ status: "ended", run: 1 });
  });

  it("counts a mail that is on its way while it is taken back as sent, once", async () => {
    const act = await move();
    api.workshop.meanwhile = async () => {
      api.workshop.meanwhile = undefined;
      await post("take-back", { act });
    };

    await tickAt(tuesday + minute);
    await tickAt(tuesday + hour);

    expect(mails()).toHaveLength(1);
    expect(await run("offre")).toMatchObject({ status: "ended", ending: "taken-back", signals: { sent: 1 } });
  });

  it("lets nothing go on for who unsubscribed meanwhile, and says so", async () => {
    const act = await move();
    await unsubscribe(api.workshop, { personId: zoe.id });

    expect((await post("take-back", { act })).status).toBe(200);

    expect(await run()).toMatchObject({ status: "ended", ending: "stage-left" });
    expect(await told()).toContain("sequence.not-resumed demo");
    await tickAt(due + day);
    expect(mails()).toEqual([]);
  });

  it("cannot be taken back from who bought meanwhile", async () => {
    const act = await move();
    const purchase = { id: "p1", email: zoe.email, amount: 10, currency: "EUR" };
    await applyFact(api.workshop, zoe.id, { kind: "purchase", id: "p1", at: tuesday, purchase });

    expect(await post("take-back", { act })).toMatchObject({ status: 409 });

    expect(await run()).toMatchObject({ status: "ended" });
  });

  it("leaves be whom somebody has put into the sequence again meanwhile", async () => {
    const act = await move();
    expect((await api.ask("marketer", "POST", `/api/people/${zoe.id}/sequences`, { sequence: "demo" })).status).toBe(200);
    const again = await run();

    await post("take-back", { act });

    expect(again).toMatchObject({ run: 2, status: "active" });
    expect(await run()).toEqual(again);
  });

  it("leaves over what has another cause, or a version that is no longer there", async () => {
    const gone = aRun(zoe, { sequence: "offre", version: 7, status: "ended", ending: "stage-left", endedAt: tuesday });
    const { dueAt: _, ...over } = gone;
    const act = await move();
    const offre = await run("offre");
    await api.workshop.stores.enrollments.save({ ...over, id: offre?.id ?? gone.id, rev: (offre?.rev ?? 0) + 1, endedBy: act });

    await post("take-back", { act });

    expect(await run("offre")).toMatchObject({ status: "ended", ending: "stage-left" });
    expect(await told()).toContain("sequence.not-resumed offre");
  });

  it("never repeats a mail that was on its way while the run was ended and let go on", async () => {
    api.workshop.meanwhile = async () => {
      api.workshop.meanwhile = undefined;
      await post("take-back", { act: await move() });
    };

    await tickAt(due);
    await tickAt(due + hour);
    await tickAt(due + 2 * hour);

    expect(mails()).toHaveLength(1);
    expect(await run()).toMatchObject({ status: "active", cursor: { step: "quatre-jours" }, resumed: { step: "un-jour" } });
  });

  it("is taken back from who stands for another by now, asked for under either’s id", async () => {
    const other = await api.store(
      aProspect({ id: deterministicId("person", tuesday, "other"), email: "z@example.com", addressHash: "hash-of-z" }),
    );
    const act = await move();
    await mergePerson(api.workshop, { kept: zoe.id, other: other.id, address: "kept", by: "Malik" });

    const back = await api.ask("sales", "POST", `/api/people/${other.id}/take-back`, { act });

    expect(back).toMatchObject({ status: 200, body: { id: zoe.id, stage: "connection" } });
    expect(await run()).toMatchObject({ status: "active", dueAt: due });
  });

  it("moves every count back to what it was", async () => {
    const act = await move();
    await post("take-back", { act });

    const sums = (await counted("demo")).flatMap(({ sums }) => Object.entries(sums)).filter(([, value]) => value !== 0);

    expect(sums).toEqual([]);
  });

  it("ends once more by another move, and tells the bus of both ends", async () => {
    const act = await move();
    await post("take-back", { act });
    api.workshop.now += minute;
    await move();

    const ends = api.workshop.events.filter((event) => event.type === "sequence.ended" && event.data.sequence === "demo");
    expect(await run()).toMatchObject({ status: "ended", ending: "stage-left" });
    expect(new Set(ends.map(({ id }) => id)).size).toBe(2);
  });
});
