import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashAddress } from "#core/address/hash-address.ts";
import { takeBusEvent } from "#functions/work/take-bus-event.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { aWorkshop, type TestWorkshop } from "./a-workshop.ts";

const zoe = aProspect({ addressHash: hashAddress("zoe@example.com") });
const event = (type: string, detail: unknown, id = "evt-1") => ({ id, time: "2026-11-24T09:29:00Z", "detail-type": type, detail });

describe("what others put on the bus", () => {
  let workshop: TestWorkshop;
  beforeAll(async () => {
    workshop = await aWorkshop(tuesday);
    await workshop.stores.people.create(zoe);
    await workshop.stores.addresses.claim(zoe.addressHash, zoe.id);
  });
  afterAll(() => workshop.close());
  const activities = async () =>
    (await workshop.stores.timeline.page(zoe.id, { limit: 100 })).items.filter(
      (item) => item.kind === "entry" && item.entry.type === "activity",
    );

  it("counts once, however often the bus delivers it", async () => {
    const told = event("activity", { type: "trial.started", email: "zoe@example.com" });

    await takeBusEvent(workshop, told);
    await takeBusEvent(workshop, told);

    expect(await activities()).toHaveLength(1);
  });

  it("makes a client by a purchase that does not say again what it is", async () => {
    await takeBusEvent(workshop, event("purchase", { id: "o-1", email: "zoe@example.com", amount: 80 }));

    expect((await workshop.stores.people.dossier(zoe.id))?.person.lifecycle.value).toBe("client");
  });

  it("passes over whom nobody knows", async () => {
    await expect(takeBusEvent(workshop, event("activity", { type: "seen", email: "nobody@example.com" }))).resolves.toBeUndefined();
  });

  it.each([
    ["purchase", { id: "o-2", email: "no address", amount: 80 }],
    ["purchase", { id: "o-2", email: "zoe@example.com" }],
    ["activity", { email: "zoe@example.com" }],
    ["activity", "text"],
  ])("hands what cannot be read to the dead-letter queue: %s %j", async (type, detail) => {
    await expect(takeBusEvent(workshop, event(type, detail))).rejects.toThrow(/email|amount|type|object/);
  });
});
