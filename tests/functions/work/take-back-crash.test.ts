import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sequenceCounts } from "#core/insight/count.ts";
import type { Person } from "#core/person/person.ts";
import { day, hour, minute } from "#core/time/instant.ts";
import { applyFact } from "#functions/work/apply-fact.ts";
import { tuesday } from "#tests/core/builders/a-person.ts";
import { publishOffer } from "./an-offer-sequence.ts";
import { aWorkshop, type TestWorkshop } from "./a-workshop.ts";
import { arrives, standing, tick, timeline, whoHas } from "./merge/two-people.ts";
import { mortal } from "./mortal.ts";

/** More writes than taking a move back makes. */
const mostWrites = 60;

/** The process dies at every single write of taking a move back, before and after it. */
describe.each(["before", "after"] as const)("taking a move back whose process dies %s a write", (when) => {
  let workshop: TestWorkshop;
  beforeAll(async () => {
    workshop = await aWorkshop(tuesday);
    await publishOffer(workshop);
  });
  afterAll(() => workshop.close());

  const mailsOf = (name: string) => workshop.mails.filter(({ to }) => to.startsWith(`${name}@`)).map(({ subject }) => subject);
  const runOf = ({ id }: Person, sequence: string) => workshop.stores.enrollments.find(id, sequence);
  const moved = async (name: string): Promise<Person> => {
    const { id, email } = await arrives(workshop, `${name}@example.com`);
    await tick(workshop);
    workshop.now += minute;
    const set = { kind: "set", id: `move-${name}`, at: workshop.now, by: "Malik", reason: "" } as const;
    await applyFact(workshop, id, { ...set, attributes: {}, stage: "negotiation" });
    return whoHas(workshop, email);
  };

  it("is finished by the due index: what it ended goes on, what it began is over, nothing is told, counted or sent twice", {
    timeout: 600_000,
  }, async () => {
    let died = 0;
    for (let atWrite = 1; atWrite < mostWrites; atWrite++) {
      const name = `t${atWrite}`;
      const zoe = await moved(name);
      expect(await runOf(zoe, "demo")).toMatchObject({ status: "ended", ending: "stage-left" });
      const back = { kind: "take-back", id: `back-${name}`, at: workshop.now, by: "Lea", of: `move-${name}`, act: "stage" } as const;
      const dying = mortal(workshop, { atWrite, when });
      await applyFact(dying.workshop, zoe.id, back).catch(() => undefined);
      // Before the person is stored nothing has been begun: then whoever asked asks again.
      if ((await whoHas(workshop, zoe.email)).stage.value === "negotiation") await applyFact(workshop, zoe.id, back);
      workshop.now += 2 * minute;
      await tick(workshop);

      expect((await whoHas(workshop, zoe.email)).stage).toMatchObject({ value: "connection" });
      expect(await runOf(zoe, "demo")).toMatchObject({ status: "active", signals: { sent: 1 }, cursor: { step: "un-jour" } });
      expect(await runOf(zoe, "offre")).toMatchObject({ status: "ended", ending: "taken-back", signals: { sent: 0 } });
      const lines = (await timeline(workshop, [zoe.id])).map((line) => line.split(" ")[0]);
      const times = (type: string) => lines.filter((line) => line === type).length;
      expect({ back: times("stage.taken-back"), resumed: times("sequence.resumed"), ended: times("sequence.ended") }).toEqual({
        back: 1,
        resumed: 1,
        ended: 2,
      });
      expect(mailsOf(name)).toHaveLength(1);
      if (!dying.isDead()) break;
      died += 1;
    }
    expect(died).toBeGreaterThan(8);
    expect(died).toBeLessThan(mostWrites - 2);
    const { counted, listed } = await standing(workshop);
    expect(counted).toEqual(listed);
    const steps = Object.fromEntries((await workshop.stores.counters.rows(sequenceCounts("demo"))).map(({ row, sums }) => [row, sums]));
    const waits = Object.entries(steps).find(([row]) => row.includes("un-jour"))?.[1];
    expect(waits).toMatchObject({ waiting: died + 1, ended_stage_left: 0 });
    workshop.now += 3 * day + 2 * hour;
    await tick(workshop);
    const names = new Set(workshop.mails.map(({ to }) => to.split("@")[0] ?? ""));
    for (const name of names) expect(mailsOf(name), name).toHaveLength(2);
    for (const name of names) expect(new Set(mailsOf(name)).size, name).toBe(2);
  });
});
