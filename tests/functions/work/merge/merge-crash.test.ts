import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "#core/person/person.ts";
import { day, hour, minute } from "#core/time/instant.ts";
import { applyFact } from "#functions/work/apply-fact.ts";
import { applyPurchase } from "#functions/work/apply-purchase.ts";
import { mergePerson, unmergePerson } from "#functions/work/merge/begin-merge.ts";
import { tuesday } from "#tests/core/builders/a-person.ts";
import { aWorkshop, type TestWorkshop } from "../a-workshop.ts";
import { mortal } from "../mortal.ts";
import { arrives, isAdded, standing, tick, timeline, whoHas } from "./two-people.ts";

/** More writes than a merge or its undoing makes. */
const mostWrites = 80;

/** The process dies at every single write of a merge and of its undoing, before and after it. */
describe.each(["before", "after"] as const)("a merge whose process dies %s a write", (when) => {
  let workshop: TestWorkshop;
  beforeAll(async () => {
    workshop = await aWorkshop(tuesday);
  });
  afterAll(() => workshop.close());

  /** Two people: one in a sequence, one who may be measured. */
  const pair = async (name: string) => {
    const [kept, other] = [`${name}@atelier.example`, `${name}@gmail.com`];
    const { id } = await isAdded(workshop, kept);
    const measured = { basis: "consent", at: workshop.now, source: "hand" } as const;
    const give = { kind: "give", id: `give-${name}`, at: workshop.now, purpose: "measurement", basis: measured } as const;
    await applyFact(workshop, id, { ...give, by: "Malik", reason: "au salon" });
    await arrives(workshop, other);
    await tick(workshop);
    return { kept: await whoHas(workshop, kept), other: await whoHas(workshop, other) };
  };
  const healed = async () => {
    workshop.now += 5 * minute;
    await tick(workshop);
  };
  const proven = async ({ id }: Person) =>
    (await workshop.stores.consents.history(id)).flatMap(({ purpose, act, because, basis, by }) =>
      purpose === "measurement" ? [[act, because, basis, by].filter((part) => part !== undefined).join(" ")] : [],
    );
  const mailsOf = (name: string) => workshop.mails.filter(({ to }) => to.startsWith(`${name}@`)).map(({ subject }) => subject);

  it("is finished by the due index as if nothing had been: nobody is lost, counted twice or written to twice", {
    timeout: 600_000,
  }, async () => {
    let died = 0;
    for (let atWrite = 1; atWrite < mostWrites; atWrite++) {
      const name = `m${atWrite}`;
      const { kept, other } = await pair(name);
      const dying = mortal(workshop, { atWrite, when });
      await mergePerson(dying.workshop, { kept: kept.id, other: other.id, address: "kept", by: "Malik" }).catch(() => undefined);
      // Something comes for the one who is being merged, before anybody has healed it.
      await applyPurchase(workshop, { id: name, email: other.email, amount: 100, currency: "EUR" }, workshop.now);
      await healed();

      const [one, two] = [await whoHas(workshop, kept.email), await whoHas(workshop, other.email)];
      // Before the record stood nothing had been begun: then they are two, whole.
      const isMerged = one.id === two.id;
      if (!isMerged) expect(atWrite).toBe(1);
      expect([one, two].reduce((sum, { purchases }) => Math.max(sum, purchases?.total ?? 0), 0)).toBe(100);
      expect((await timeline(workshop, [kept.id, other.id])).filter((line) => line.startsWith("purchase"))).toHaveLength(1);
      expect((await timeline(workshop, [kept.id])).filter((line) => line.startsWith("person.merged"))).toHaveLength(isMerged ? 1 : 0);
      expect(await proven(kept)).toEqual(["given consent Malik", ...(isMerged ? ["merged merge-none-stood Malik"] : [])]);
      expect(new Set(mailsOf(name)).size).toBe(mailsOf(name).length);
      if (!dying.isDead()) break;
      died += 1;
    }
    expect(died).toBeGreaterThan(12);
    expect(died).toBeLessThan(mostWrites - 2);
    const { counted, listed } = await standing(workshop);
    expect(counted).toEqual(listed);
  });

  it("is undone the same: both are there, each with what was theirs", { timeout: 600_000 }, async () => {
    let died = 0;
    for (let atWrite = 1; atWrite < mostWrites; atWrite++) {
      const name = `u${atWrite}`;
      const { kept, other } = await pair(name);
      await mergePerson(workshop, { kept: kept.id, other: other.id, address: "kept", by: "Malik" });
      await applyPurchase(workshop, { id: `${name}a`, email: other.email, amount: 100, currency: "EUR" }, workshop.now);
      const dying = mortal(workshop, { atWrite, when });
      await unmergePerson(dying.workshop, kept.id, "Lea").catch(() => undefined);
      await applyPurchase(workshop, { id: `${name}b`, email: other.email, amount: 11, currency: "EUR" }, workshop.now);
      await healed();

      const [one, two] = [await whoHas(workshop, kept.email), await whoHas(workshop, other.email)];
      if (one.id === two.id) expect(atWrite).toBe(1);
      else {
        expect(two).toMatchObject({ id: other.id, purchases: { count: 2, total: 111 } });
        expect(one.id).toBe(kept.id);
        expect(one.purchases).toBeUndefined();
        expect(await proven(kept)).toEqual(["given consent Malik", "merged merge-none-stood Malik", "unmerged merge-undone consent Lea"]);
        expect(await workshop.stores.enrollments.find(kept.id, "demo")).toBeUndefined();
        expect(await workshop.stores.enrollments.find(other.id, "demo")).toMatchObject({ id: expect.any(String), personId: other.id });
      }
      expect((await timeline(workshop, [kept.id, other.id])).filter((line) => line.startsWith("purchase"))).toHaveLength(2);
      if (!dying.isDead()) break;
      died += 1;
    }
    expect(died).toBeGreaterThan(10);
    expect(died).toBeLessThan(mostWrites - 2);
    workshop.now += 2 * day + 2 * hour;
    await tick(workshop);
    const names = new Set(workshop.mails.map(({ to }) => to.split("@")[0] ?? ""));
    for (const name of names) expect(new Set(mailsOf(name)).size, name).toBe(mailsOf(name).length);
    const { counted, listed } = await standing(workshop);
    expect(counted).toEqual(listed);
  });
});
