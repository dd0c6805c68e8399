import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { hashAddress } from "#core/address/hash-address.ts";
import { totals } from "#core/insight/count.ts";
import type { Person } from "#core/person/person.ts";
import { performImport } from "#functions/work/imports/perform-import.ts";
import { type ImportRequest, startImport } from "#functions/work/imports/start-import.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { aWorkshop, type TestWorkshop } from "../a-workshop.ts";

const opened: TestWorkshop[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));

async function workshopAt(now: number): Promise<TestWorkshop> {
  const workshop = await aWorkshop(now);
  opened.push(workshop);
  return workshop;
}

async function bring(workshop: TestWorkshop, csv: string, change: Partial<ImportRequest> = {}) {
  const started = await startImport(workshop, {
    name: "liste.csv",
    file: Buffer.from(csv),
    by: "Malik",
    basis: "legitimate-interest",
    dryRun: false,
    overwrite: false,
    tags: ["salon"],
    ...change,
  });
  if (started.kind === "problem") throw new Error(`${started.field}: ${started.problem}`);
  return started.import;
}

async function finish(workshop: TestWorkshop, id: string) {
  for (let visit = 0; visit < 50; visit++) {
    await performImport(workshop, id);
    const job = await workshop.stores.imports.find(id as `imp_${string}`);
    if (job === undefined || job.state !== "running") return job;
    workshop.now = Math.max(workshop.now, job.dueAt ?? 0);
  }
  throw new Error("the list never ended");
}

async function personOf(workshop: TestWorkshop, email: string) {
  const { personId } = await workshop.stores.addresses.find(hashAddress(email));
  return personId === undefined ? undefined : (await workshop.stores.people.dossier(personId))?.person;
}

async function knowZoe(workshop: TestWorkshop, change: Partial<Person>): Promise<void> {
  const zoe = aProspect({ addressHash: hashAddress("zoe@example.com"), ...change });
  await workshop.stores.people.create(zoe);
  await workshop.stores.addresses.claim(zoe.addressHash, zoe.id);
}

const people = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, place) => `p${from + place}@example.com,Prénom${from + place},Société ${from + place}`).join("\n");
const csv = (rows: string): string => `email,prénom,société\n${rows}\n`;

describe("a list of people", () => {
  let workshop: TestWorkshop;
  beforeEach(async () => {
    workshop = await workshopAt(tuesday);
  });

  it("makes people with their basis, tags and source, findable and counted, and writes to nobody", async () => {
    const job = await bring(workshop, csv(people(0, 30)), { evidence: "Cartes de visite du salon" });

    expect(await finish(workshop, job.id)).toMatchObject({ state: "done", tally: { rows: 30, created: 30, refused: 0 } });

    const person = await personOf(workshop, "p7@example.com");
    expect(person).toMatchObject({
      firstSource: `import:${job.id}`,
      tags: ["salon"],
      attributes: { firstName: { value: "Prénom7" }, company: { value: "Société 7" } },
      consent: { marketing: { basis: "legitimate-interest", text: "Cartes de visite du salon" } },
    });
    expect(person?.lastActionAt, "a list is no act of theirs").toBeUndefined();
    expect((await workshop.stores.search.find({ beginning: "prenom7" }, { limit: 5 })).items).toContain(person?.id);
    expect(totals(await workshop.stores.counters.rows("people"))).toMatchObject({ created: 30 });
    expect(workshop.mails).toEqual([]);
  });

  it("keeps what people told us, fills what is missing, and lets the list win only where it is told to", async () => {
    await knowZoe(workshop, { attributes: { firstName: { value: "Zoé", at: tuesday, from: "sub_1" } } });
    const list = csv("Zoe@Example.com,Zoe,Dupont & Fils");

    await finish(workshop, (await bring(workshop, list)).id);
    expect((await personOf(workshop, "zoe@example.com"))?.attributes).toMatchObject({
      firstName: { value: "Zoé" },
      company: { value: "Dupont & Fils" },
    });
    expect(await finish(workshop, (await bring(workshop, list)).id)).toMatchObject({ tally: { unchanged: 1, updated: 0 } });
    await finish(workshop, (await bring(workshop, list, { overwrite: true })).id);
    expect((await personOf(workshop, "zoe@example.com"))?.attributes["firstName"]?.value).toBe("Zoe");
  });

  it("lets the last row of somebody win, though an earlier one is worked on again after a crash", async () => {
    await knowZoe(workshop, { attributes: { firstName: { value: "Zoé", at: tuesday, from: "sub_1" } } });
    const job = await bring(workshop, csv("zoe@example.com,Zoé,\nzoe@example.com,Zoélie,"), { overwrite: true, basis: "none", tags: [] });
    let deaths = 1;
    const { record } = workshop.stores.timeline;
    const cut = {
      ...workshop,
      stores: {
        ...workshop.stores,
        timeline: {
          ...workshop.stores.timeline,
          record: async (entries: Parameters<typeof record>[0]) => {
            if (deaths-- > 0) throw new Error("the process died here");
            await record(entries);
          },
        },
      },
    };

    await performImport(cut, job.id);
    expect((await personOf(workshop, "zoe@example.com"))?.attributes["firstName"]?.value).toBe("Zoélie");
    workshop.now += 60_000;

    expect(await finish(workshop, job.id)).toMatchObject({ state: "done", tally: { rows: 2, unchanged: 1, updated: 1 } });
    expect((await personOf(workshop, "zoe@example.com"))?.attributes["firstName"]?.value).toBe("Zoélie");
  });

  it("stops after the chunk it is at when the process is about to end, and goes on from there", async () => {
    const job = await bring(workshop, csv(people(0, 250)));
    const ending = { ...workshop, runtime: { ...workshop.runtime, ending: AbortSignal.abort() } };

    await performImport(ending, job.id);
    expect(await workshop.stores.imports.find(job.id)).toMatchObject({ state: "running", next: 1, tally: { rows: 200 } });

    expect(await finish(workshop, job.id)).toMatchObject({ state: "done", tally: { rows: 250, created: 250 } });
  });

  it("takes every row of somebody to whom two addresses lead, whichever comes first", async () => {
    await knowZoe(workshop, {});
    const { personId = "per_none" } = await workshop.stores.addresses.find(hashAddress("zoe@example.com"));
    await workshop.stores.addresses.claim(hashAddress("zoe@work.example"), personId);
    // The later row is stored already, as by somebody who works on the list side by side.
    const job = await bring(workshop, csv("zoe@example.com,,Lune\nzoe@work.example,Zoélie,"), { overwrite: true });
    const zoe = await personOf(workshop, "zoe@example.com");
    if (zoe === undefined) throw new Error("nobody there");
    const later = { fact: "evt_later", at: 1, row: { list: job.id, line: 3, of: hashAddress("zoe@work.example").slice(0, 12) } };
    await workshop.stores.people.save({ ...zoe, rev: zoe.rev + 1, applied: [...zoe.applied, later] });

    await finish(workshop, job.id);

    expect((await personOf(workshop, "zoe@example.com"))?.attributes["company"]?.value).toBe("Lune");
  });

  it("brings back nobody who has said no", async () => {
    await knowZoe(workshop, { consent: { marketing: { basis: "consent", at: 1, source: "form:demo", withdrawnAt: 2 } } });
    await workshop.stores.addresses.suppress(hashAddress("gone@example.com"), { reason: "unsubscribed", at: 3, from: "test" });

    await finish(workshop, (await bring(workshop, "email\nzoe@example.com\ngone@example.com", { basis: "consent" })).id);

    expect((await personOf(workshop, "zoe@example.com"))?.consent.marketing).toMatchObject({ withdrawnAt: 2 });
    expect((await personOf(workshop, "gone@example.com"))?.suppressed).toMatchObject({ reason: "unsubscribed" });
  });

  it("makes one person of an address that stands in it twice, in any spelling", async () => {
    const job = await bring(workshop, "email,prénom,société\nA@Example.com,,Lune\na@example.com,Anne,\n a@EXAMPLE.com ,,");

    expect(await finish(workshop, job.id)).toMatchObject({ tally: { created: 1, updated: 1, unchanged: 1 } });
    expect((await personOf(workshop, "a@example.com"))?.attributes).toMatchObject({
      firstName: { value: "Anne" },
      company: { value: "Lune" },
    });
  });

  it("tells beforehand what it would do, and does none of it", async () => {
    const list = csv(`${people(0, 5)}\nno address,x,y\np1@example.com,again,z`);
    const job = await bring(workshop, list, { dryRun: true });

    const foreseen = await finish(workshop, job.id);
    expect(foreseen).toMatchObject({ tally: { rows: 7, created: 5, unchanged: 1, refused: 1 } });
    expect(await personOf(workshop, "p1@example.com")).toBeUndefined();

    const done = await finish(workshop, (await bring(workshop, list)).id);
    expect(done?.tally).toEqual(foreseen?.tally);
  });

  it("foresees what somebody gets who stands in a long list again and again", async () => {
    const rows = [
      people(0, 200),
      "p3@example.com,Prénom3,Société 3\np4@example.com,Prénom4,Autre",
      people(200, 450),
      "P3@example.com,Prénom3,Société 3\np4@example.com,Prénom4,Autre\np5@example.com,,\np5@example.com,Encore,",
    ];
    const list = csv(rows.join("\n"));
    const foreseen = await finish(workshop, (await bring(workshop, list, { dryRun: true, overwrite: true })).id);

    expect(foreseen).toMatchObject({ tally: { rows: 456, created: 450, updated: 2, unchanged: 4 } });
    expect((await finish(workshop, (await bring(workshop, list, { overwrite: true })).id))?.tally).toEqual(foreseen?.tally);
  });

  it("keeps the rows it refused, with why", async () => {
    const job = await bring(workshop, csv("no address,x,y\nb@example.com,Bea,z"));
    await finish(workshop, job.id);

    const { items } = await workshop.stores.imports.refused(job.id);
    expect(items).toEqual([{ line: 2, cells: ["no address", "x", "y"], field: "email", code: "address-without-at" }]);
  });

  it("gives the same base when it is cut off again and again as when nobody disturbs it", async () => {
    const list = csv(people(0, 650));
    const disturbed = await workshopAt(tuesday);
    const job = await bring(disturbed, list);
    let calls = 0;
    const deaths = new Set([1, 6, 20, 40]);
    const record = disturbed.stores.timeline.record;
    const addRowOnce = disturbed.stores.counters.addRowOnce;
    const cut = { ...disturbed, stores: { ...disturbed.stores } };
    const dieSometimes = async (): Promise<void> => {
      calls += 1;
      if (deaths.has(calls)) throw new Error("the process died here");
    };
    cut.stores.timeline = {
      ...disturbed.stores.timeline,
      record: async (entries) => {
        await dieSometimes();
        return record(entries);
      },
    };
    cut.stores.counters = {
      ...disturbed.stores.counters,
      addRowOnce: async (count, cause) => {
        await addRowOnce(count, cause);
        await dieSometimes();
      },
    };
    for (let visit = 0; visit < 60; visit++) {
      await performImport(cut, job.id);
      const now = await disturbed.stores.imports.find(job.id);
      if (now?.state !== "running") break;
      disturbed.now = Math.max(disturbed.now, now.dueAt ?? 0);
    }
    const plain = await bring(workshop, list);
    await finish(workshop, plain.id);

    expect(calls, "every death was died").toBeGreaterThan(40);
    expect((await disturbed.stores.imports.find(job.id))?.tally.rows).toBe(650);
    const told = async (one: TestWorkshop) => {
      const counts = totals(await one.stores.counters.rows("people"));
      const sample = await Promise.all(
        [0, 199, 200, 401, 649].map(async (place) => {
          const person = await personOf(one, `p${place}@example.com`);
          const entries = person === undefined ? [] : (await one.stores.timeline.page(person.id, { limit: 50 })).items;
          return {
            attributes: Object.keys(person?.attributes ?? {}),
            stage: person?.stage.value,
            rev: person?.rev,
            entries: entries.length,
          };
        }),
      );
      return { counts, sample };
    };
    expect(await told(disturbed)).toEqual(await told(workshop));
  }, 180_000);
});
