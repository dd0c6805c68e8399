import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashAddress } from "#core/address/hash-address.ts";
import { everyIdOf } from "#core/merge/merged.ts";
import { day, hour } from "#core/time/instant.ts";
import { applyFact } from "#functions/work/apply-fact.ts";
import { applyPurchase } from "#functions/work/apply-purchase.ts";
import { erasePerson } from "#functions/work/erase-person.ts";
import { mergePerson, unmergePerson } from "#functions/work/merge/begin-merge.ts";
import { standsFor } from "#functions/work/merge/stands-for.ts";
import { unsubscribe } from "#functions/work/unsubscribe.ts";
import { tuesday } from "#tests/core/builders/a-person.ts";
import { aWorkshop, type TestWorkshop } from "../a-workshop.ts";
import { arrives, isAdded, person, standing, tick, timeline, whoHas } from "./two-people.ts";

describe("two people who are merged", () => {
  let workshop: TestWorkshop;
  beforeEach(async () => {
    workshop = await aWorkshop(tuesday);
  });
  afterEach(() => workshop.close());

  const merge = async (kept: string, other: string, address: "kept" | "other" = "kept") => {
    const [one, two] = [await whoHas(workshop, kept), await whoHas(workshop, other)];
    const merged = await mergePerson(workshop, { kept: one.id, other: two.id, address, by: "Malik" });
    if (merged.kind === "refused") throw new Error(merged.why);
    return merged.person;
  };
  const run = async (email: string) => {
    const { id } = await whoHas(workshop, email);
    return workshop.stores.enrollments.find(id, "demo");
  };
  const mailsTo = (...emails: string[]) =>
    workshop.mails.filter(({ to }) => emails.includes(to)).map(({ to, subject }) => `${to}: ${subject}`);

  it("are one: both addresses lead to the one who stays, old ids too, and one timeline tells of both", async () => {
    await isAdded(workshop, "anne@atelier.example", { firstName: "Anne" });
    const other = await arrives(workshop, "anne@gmail.com");
    await tick(workshop);

    const kept = await merge("anne@atelier.example", "anne@gmail.com");

    expect((await whoHas(workshop, "anne@gmail.com")).id).toBe(kept.id);
    expect((await standsFor(workshop.stores, other.id))?.person.id).toBe(kept.id);
    expect(kept).toMatchObject({ email: "anne@atelier.example", aliases: [{ email: "anne@gmail.com", of: other.id }] });
    const whole = await timeline(workshop, everyIdOf(kept), 3);
    expect(new Set(whole).size).toBe(whole.length);
    expect(whole).toEqual(await timeline(workshop, everyIdOf(kept), 100));
    expect(whole.map((line) => line.split(" ")[0])).toEqual(
      expect.arrayContaining(
        ["person.merged", "submission.received", "message", "person.edited"].filter((type) => type !== "person.edited"),
      ),
    );
    expect((await workshop.stores.people.ranked({ limit: 10, now: workshop.now })).items.map(({ id }) => id)).toEqual([kept.id]);
    expect((await workshop.stores.search.find({ beginning: "anne@gmail" }, { limit: 9 })).items).toEqual([kept.id]);
    expect((await standing(workshop)).counted).toEqual((await standing(workshop)).listed);
    expect(workshop.events.map(({ type }) => type)).toContain("person.merged");
  });

  it("go on with the sequence of the one who was merged, at the step where it was, under the address that is kept", async () => {
    await isAdded(workshop, "anne@atelier.example");
    await arrives(workshop, "anne@gmail.com");
    await tick(workshop);
    expect(mailsTo("anne@gmail.com")).toHaveLength(1);

    await merge("anne@atelier.example", "anne@gmail.com");
    workshop.now += 1 * day + 2 * hour;
    await tick(workshop);

    expect(mailsTo("anne@gmail.com")).toHaveLength(1);
    expect(mailsTo("anne@atelier.example")).toHaveLength(1);
    expect(new Set(workshop.mails.map(({ subject }) => subject)).size).toBe(2);
    expect(await run("anne@atelier.example")).toMatchObject({ status: "active", cursor: { step: "quatre-jours" } });
  });

  it("get no step twice: of two runs of one sequence the one that is further on goes on", async () => {
    await arrives(workshop, "anne@gmail.com");
    await tick(workshop);
    workshop.now += 1 * day + 2 * hour;
    await tick(workshop);
    await arrives(workshop, "anne@atelier.example");
    await tick(workshop);

    await merge("anne@atelier.example", "anne@gmail.com");
    for (let days = 0; days < 30; days++) {
      workshop.now += day;
      await tick(workshop);
    }

    const subjects = workshop.mails.filter(({ to }) => to.startsWith("anne@")).map(({ subject }) => subject);
    // The first was sent to each of them while nobody knew that they are one.
    expect(subjects.length - new Set(subjects).size).toBe(1);
    expect(new Set(subjects).size).toBeGreaterThan(3);
    expect((await standing(workshop)).counted).toEqual((await standing(workshop)).listed);
  });

  it("get no mail twice where SES was at it when they were merged", async () => {
    await isAdded(workshop, "anne@atelier.example");
    await arrives(workshop, "anne@gmail.com");
    workshop.meanwhile = async () => {
      workshop.meanwhile = undefined;
      await merge("anne@atelier.example", "anne@gmail.com");
    };
    await tick(workshop);
    await tick(workshop);

    expect(mailsTo("anne@gmail.com", "anne@atelier.example")).toHaveLength(1);
    expect(await run("anne@atelier.example")).toMatchObject({ status: "active", cursor: { step: "un-jour" } });
  });

  it("are not written to where either has said no", async () => {
    const other = await arrives(workshop, "anne@gmail.com");
    await isAdded(workshop, "anne@atelier.example");
    await unsubscribe(workshop, { personId: other.id });

    const kept = await merge("anne@atelier.example", "anne@gmail.com");
    await arrives(workshop, "anne@atelier.example");
    await tick(workshop);

    expect(kept.suppressed?.reason).toBe("unsubscribed");
    expect(workshop.mails.filter(({ to }) => to.startsWith("anne@"))).toEqual([]);
  });

  it("say no with both addresses when they say no with one", async () => {
    await isAdded(workshop, "anne@atelier.example");
    const other = await isAdded(workshop, "anne@gmail.com");
    await merge("anne@atelier.example", "anne@gmail.com");

    await unsubscribe(workshop, { personId: other.id });

    for (const email of ["anne@atelier.example", "anne@gmail.com"])
      expect((await workshop.stores.addresses.find(hashAddress(email))).suppression?.reason).toBe("unsubscribed");
  });

  it("are two again when it is undone, each with what was theirs, and what has come by each address since", async () => {
    await isAdded(workshop, "anne@atelier.example", { firstName: "Anne" });
    await arrives(workshop, "anne@gmail.com", { company: "Chez elle" });
    await tick(workshop);
    const before = { kept: await whoHas(workshop, "anne@atelier.example"), other: await whoHas(workshop, "anne@gmail.com") };
    const kept = await merge("anne@atelier.example", "anne@gmail.com");
    workshop.now += day;
    const buys = (id: string, email: string, amount: number) =>
      applyPurchase(workshop, { id, email, amount, currency: "EUR" }, workshop.now);
    await buys("c1", "anne@gmail.com", 100);
    await buys("c2", "anne@atelier.example", 7);
    await applyFact(workshop, kept.id, { kind: "note", id: "evt_note", at: workshop.now, by: "Malik", text: "Rappeler" });
    expect((await whoHas(workshop, "anne@gmail.com")).purchases).toMatchObject({ count: 2, total: 107 });

    const undone = await unmergePerson(workshop, kept.id, "Lea");

    expect(undone.kind).toBe("done");
    const after = { kept: await whoHas(workshop, "anne@atelier.example"), other: await whoHas(workshop, "anne@gmail.com") };
    expect([after.kept.id, after.other.id]).toEqual([before.kept.id, before.other.id]);
    expect(after.other.purchases).toMatchObject({ count: 1, total: 100 });
    expect(after.kept.purchases).toMatchObject({ count: 1, total: 7 });
    expect(after.kept.attributes).toEqual(before.kept.attributes);
    expect(after.other.attributes).toEqual(before.other.attributes);
    expect(after.kept.aliases).toBeUndefined();
    expect(after.kept.mergedFrom).toBeUndefined();
    expect(after.other.mergedInto).toBeUndefined();
    expect(await timeline(workshop, [after.kept.id])).toEqual(expect.arrayContaining([expect.stringMatching(/^note.written/)]));
    expect((await timeline(workshop, [after.other.id])).filter((line) => line.startsWith("purchase"))).toHaveLength(1);
    expect((await standing(workshop)).counted).toEqual((await standing(workshop)).listed);
    expect((await workshop.stores.search.find({ beginning: "anne@gmail" }, { limit: 9 })).items).toContain(after.other.id);
  });

  it("get their sequences back when it is undone, and no step twice by that", async () => {
    await isAdded(workshop, "anne@atelier.example");
    await arrives(workshop, "anne@gmail.com");
    await tick(workshop);
    const kept = await merge("anne@atelier.example", "anne@gmail.com");
    workshop.now += day + 2 * hour;
    await tick(workshop);

    await unmergePerson(workshop, kept.id, "Lea");
    workshop.now += 6 * day;
    await tick(workshop);

    expect(await run("anne@atelier.example")).toBeUndefined();
    expect(await run("anne@gmail.com")).toMatchObject({ status: "active" });
    expect(mailsTo("anne@gmail.com")).toHaveLength(2);
    expect(mailsTo("anne@atelier.example")).toHaveLength(1);
    expect(new Set(workshop.mails.map(({ subject }) => subject)).size).toBe(3);
  });

  it("can be parted for thirty days, the latest merge first, and no longer", async () => {
    await isAdded(workshop, "anne@atelier.example");
    await isAdded(workshop, "anne@gmail.com");
    await isAdded(workshop, "a.martin@free.example");
    const kept = await merge("anne@atelier.example", "anne@gmail.com");
    await merge("anne@atelier.example", "a.martin@free.example");

    const first = await unmergePerson(workshop, kept.id, "Lea");
    expect(first).toMatchObject({ kind: "done", person: { aliases: [{ email: "anne@gmail.com" }] } });
    workshop.now += 31 * day;
    await tick(workshop);

    expect(await unmergePerson(workshop, kept.id, "Lea")).toEqual({ kind: "refused", why: "nothing-to-undo" });
    expect((await whoHas(workshop, "anne@gmail.com")).id).toBe(kept.id);
    const [from] = kept.mergedFrom ?? [];
    expect((await person(workshop, from?.id ?? kept.id)).attributes).toEqual({});
  });

  it("may be merged in a row: whoever asks for any of them finds the last", async () => {
    const first = await isAdded(workshop, "anne@gmail.com");
    await isAdded(workshop, "anne@atelier.example");
    await isAdded(workshop, "a.martin@free.example");
    await merge("anne@atelier.example", "anne@gmail.com");
    const last = await merge("a.martin@free.example", "anne@atelier.example");

    expect((await standsFor(workshop.stores, first.id))?.person.id).toBe(last.id);
    expect((await whoHas(workshop, "anne@gmail.com")).id).toBe(last.id);
    expect(last.aliases?.map(({ email }) => email).toSorted()).toEqual(["anne@atelier.example", "anne@gmail.com"]);
    await unmergePerson(workshop, last.id, "Lea");
    expect((await whoHas(workshop, "anne@gmail.com")).email).toBe("anne@atelier.example");
    const again = await unmergePerson(workshop, (await whoHas(workshop, "anne@gmail.com")).id, "Lea");
    expect(again.kind).toBe("done");
    expect((await whoHas(workshop, "anne@gmail.com")).id).toBe(first.id);
    expect((await standing(workshop)).counted).toEqual((await standing(workshop)).listed);
  });

  it("are not merged into each other when two hands try both ways at once", async () => {
    const [one, two] = [await isAdded(workshop, "anne@atelier.example"), await isAdded(workshop, "anne@gmail.com")];

    await Promise.all([
      mergePerson(workshop, { kept: one.id, other: two.id, address: "kept", by: "Malik" }).catch(() => undefined),
      mergePerson(workshop, { kept: two.id, other: one.id, address: "kept", by: "Lea" }).catch(() => undefined),
    ]);
    for (let minutes = 0; minutes < 3; minutes++) {
      workshop.now += 60_000;
      await tick(workshop);
    }

    const free = [await person(workshop, one.id), await person(workshop, two.id)].filter(({ mergedInto }) => mergedInto === undefined);
    expect(free.length).toBeGreaterThan(0);
    expect((await standing(workshop)).counted).toEqual((await standing(workshop)).listed);
  });

  it("are erased together: nothing is known of either, and both addresses are free", async () => {
    const other = await arrives(workshop, "anne@gmail.com");
    await isAdded(workshop, "anne@atelier.example");
    const kept = await merge("anne@atelier.example", "anne@gmail.com");
    const dossier = await workshop.stores.people.dossier(kept.id);
    if (dossier === undefined) throw new Error("nobody");

    await erasePerson(workshop, dossier, "evt_erase");

    for (const email of ["anne@atelier.example", "anne@gmail.com"])
      expect((await workshop.stores.addresses.find(hashAddress(email))).personId).toBeUndefined();
    for (const id of [kept.id, other.id]) {
      expect(await workshop.stores.people.dossier(id)).toBeUndefined();
      expect(await timeline(workshop, [id])).toEqual([]);
      expect(await workshop.stores.merges.logged(id, 0)).toEqual([]);
    }
    expect((await standing(workshop)).counted).toEqual({});
  });
});
