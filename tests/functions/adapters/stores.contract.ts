import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashAddress } from "#core/address/hash-address.ts";
import { dueShards } from "#core/due/due-item.ts";
import { type Merge, newMerge } from "#core/merge/merge.ts";
import type { Stores } from "#core/ports/stores.ts";
import type { Person } from "#core/person/person.ts";
import { rowOf } from "#core/person/person-row.ts";
import type { Stage } from "#core/person/stage.ts";
import { rankedTotal, rankOf } from "#core/score/rank.ts";
import { personOfDue, shardOf } from "#functions/adapters/dynamo/table.ts";
import { newId, orderedId } from "#core/id/id.ts";
import type { Submission } from "#core/submission/submission.ts";
import {
  aConfirmation,
  aDelivery,
  aMessage,
  anEntry,
  aPerson,
  aRun,
  aScoredPerson,
  aSource,
  aSubmission,
  morning,
  unique,
} from "./examples.ts";

/** What every engine under the stores must do, whatever it is made of. */
export function storesContract(name: string, open: () => Promise<{ readonly stores: Stores; readonly close: () => Promise<void> }>): void {
  describe(`the stores on ${name}`, () => {
    let stores: Stores;
    let close: () => Promise<void>;
    beforeAll(async () => ({ stores, close } = await open()));
    afterAll(() => close?.());

    describe("addresses", () => {
      it("binds an address to the first who claims it, however many claim at once", async () => {
        const hash = unique("hash");
        const people = Array.from({ length: 8 }, () => aPerson().id);

        const owners = await Promise.all(people.map((id) => stores.addresses.claim(hash, id)));

        expect(new Set(owners).size).toBe(1);
        expect((await stores.addresses.find(hash)).personId).toBe(owners[0]);
      });

      it("keeps the first reason for which an address was suppressed", async () => {
        const hash = unique("hash");

        await stores.addresses.suppress(hash, { reason: "unsubscribed", at: morning, from: "msg_1" });
        await stores.addresses.suppress(hash, { reason: "bounced", at: morning + 1, from: "msg_2" });

        expect((await stores.addresses.find(hash)).suppression).toEqual({ reason: "unsubscribed", at: morning, from: "msg_1" });
        expect([...(await stores.addresses.suppressions([hash, unique("other")])).keys()]).toEqual([hash]);
      });

      it("tells of many at once what it tells of each", async () => {
        const hashes = Array.from({ length: 120 }, () => unique("many"));
        for (const hash of hashes.filter((_, index) => index % 3 === 0)) await stores.addresses.claim(hash, aPerson().id);
        for (const hash of hashes.filter((_, index) => index % 5 === 0))
          await stores.addresses.suppress(hash, { reason: "bounced", at: morning, from: "msg_1" });

        const found = await stores.addresses.findAll([...hashes, ...hashes.slice(0, 3)]);

        expect([...found.keys()]).toEqual(hashes);
        for (const hash of hashes) expect(found.get(hash)).toEqual(await stores.addresses.find(hash));
      });

      it("takes an opt-out of before back, and no other suppression", async () => {
        const [left, leftAgain, gone] = [unique("hash"), unique("hash"), unique("hash")];
        await stores.addresses.suppress(left, { reason: "unsubscribed", at: morning, from: "msg_1" });
        await stores.addresses.suppress(leftAgain, { reason: "unsubscribed", at: morning + 2, from: "msg_1" });
        await stores.addresses.suppress(gone, { reason: "bounced", at: morning, from: "msg_1" });

        for (const hash of [left, leftAgain, gone, unique("other")]) await stores.addresses.welcomeBack(hash, morning + 1);

        expect([...(await stores.addresses.suppressions([left, leftAgain, gone])).keys()].sort()).toEqual([leftAgain, gone].sort());
      });

      it("knows nothing of an address nobody has", async () => {
        expect(await stores.addresses.find(unique("hash"))).toEqual({ personId: undefined, suppression: undefined });
      });
    });

    describe("people", () => {
      it("creates a person once", async () => {
        const person = aPerson();

        expect(await stores.people.create(person)).toBe("saved");
        expect(await stores.people.create(person)).toBe("conflict");
        expect((await stores.people.dossier(person.id))?.person).toEqual(person);
      });

      it("saves a person only over the revision the write was decided on", async () => {
        const person = aPerson();
        await stores.people.create(person);

        const answers = await Promise.all([1, 2, 3].map((n) => stores.people.save({ ...person, rev: 2, email: `${n}@example.com` })));

        expect(answers.filter((answer) => answer === "saved")).toHaveLength(1);
        expect((await stores.people.dossier(person.id))?.person.rev).toBe(2);
      });

      it("reads a person with all their runs and nothing else", async () => {
        const person = aPerson();
        await stores.people.create(person);
        await stores.enrollments.start(aRun(person));
        await stores.enrollments.start(aRun(person, { sequence: "other" }));
        await stores.timeline.append(anEntry(person));

        const dossier = await stores.people.dossier(person.id);

        expect(dossier?.enrollments.map((run) => run.sequence).sort()).toEqual(["demo", "other"]);
        expect(await stores.people.dossier(aPerson().id)).toBeUndefined();
      });

      it("reads the runs that are due together with their people, and leaves out what is gone", async () => {
        const [one, other] = [aPerson(), aPerson()];
        await stores.people.create(one);
        await stores.enrollments.start(aRun(one));

        const briefs = await stores.people.briefs([
          { personId: one.id, sequence: "demo" },
          { personId: other.id, sequence: "demo" },
        ]);

        expect(briefs.map((brief) => [brief.person.id, brief.enrollment.sequence])).toEqual([[one.id, "demo"]]);
      });

      /** Page after page until there is no more. */
      const read = async (
        page: (at: { cursor?: string }) => Promise<{ readonly items: readonly { id: string }[]; readonly next: string | undefined }>,
      ) => {
        const ids: string[] = [];
        let cursor: string | undefined;
        do {
          const { items, next } = await page(cursor === undefined ? {} : { cursor });
          ids.push(...items.map(({ id }) => id));
          cursor = next;
        } while (cursor !== undefined);
        return ids;
      };

      it("ranks everybody by score, exactly and page by page, at any instant", async () => {
        const crowd = [
          aScoredPerson(75, 20),
          aScoredPerson(10, 140),
          aScoredPerson(79, 0),
          aScoredPerson(0, 60),
          aScoredPerson(200, 1),
          aScoredPerson(74, 30),
          aScoredPerson(9, 141),
          aScoredPerson(-20, 35),
          aScoredPerson(0.5, 0),
        ];
        for (const person of crowd) await stores.people.create(person);
        for (const now of [morning, morning + 200 * 86_400_000]) {
          const seen = await read((at) => stores.people.ranked({ limit: 3, now, ...at }));

          const total = ({ score }: Person): number => rankedTotal(rankOf(score), now);
          const expected = [...crowd].sort((one, two) => total(two) - total(one)).map((person) => person.id);
          expect(seen.filter((id) => expected.some((known) => known === id))).toEqual(expected);
          expect(new Set(seen).size).toBe(seen.length);
        }
      });

      it("ranks a crowd of equals without losing one or showing one twice", async () => {
        const crowd = Array.from({ length: 40 }, (_, index) => aScoredPerson(index % 2 === 0 ? 300 : 310, index % 2 === 0 ? 20 : 10));
        for (const person of crowd) await stores.people.create(person);

        const seen = await read((at) => stores.people.ranked({ limit: 7, now: morning, ...at }));

        expect(new Set(seen).size).toBe(seen.length);
        expect(new Set(seen.slice(0, 40))).toEqual(new Set(crowd.map(({ id }) => id)));
      });

      it("goes on ranking whoever has gone to another list by fit, where their old list promised much", async () => {
        const person = aScoredPerson(500, 90);
        await stores.people.create(person);
        await stores.people.save({ ...person, rev: person.rev + 1, score: aScoredPerson(40, 90).score });

        const [first] = await read((at) => stores.people.ranked({ limit: 30, now: morning, ...at }));
        const seen = await read((at) => stores.people.ranked({ limit: 30, now: morning, ...at }));

        expect(first).not.toBe(person.id);
        expect(seen.filter((id) => id === person.id)).toHaveLength(1);
      });

      it("shows in a list all that a list shows, from the list alone", async () => {
        const person = { ...aPerson(), tags: ["salon lyon"], owner: "lea@lumen.example", value: { amount: 900, currency: "EUR" } };
        await stores.people.create(person);

        const { items } = await stores.people.listed({ by: "name" }, { limit: 100 });

        expect(items.find(({ id }) => id === person.id)).toEqual(rowOf(person));
      });

      it("reads the list of names and those of stages both ways, and all stages one after the other", async () => {
        const inStage = (stage: Stage, since: number): Person => ({ ...aPerson(), stage: { value: stage, since, because: { rule: "x" } } });
        const [early, late, won] = [inStage("negotiation", 1), inStage("negotiation", 2), inStage("won", 3)];
        for (const person of [late, won, early]) await stores.people.create(person);
        const mine = (ids: readonly string[]) => ids.filter((id) => [early, late, won].some((person) => person.id === id));

        const [up, down] = [false, true].map((isReversed) =>
          read((at) => stores.people.listed({ by: "stage", isReversed }, { limit: 3, ...at })),
        );
        const names = await read((at) => stores.people.listed({ by: "name" }, { limit: 7, ...at }));
        const back = await read((at) => stores.people.listed({ by: "name", isReversed: true }, { limit: 7, ...at }));

        expect(mine((await up) ?? [])).toEqual([early.id, late.id, won.id]);
        expect(mine((await down) ?? [])).toEqual([late.id, early.id, won.id]);
        expect(back).toEqual([...names].reverse());
      });
    });

    describe("the timeline", () => {
      it("appends an entry once, and records what stands there already without a change", async () => {
        const person = aPerson();
        const entry = anEntry(person);

        expect(await stores.timeline.append(entry)).toBe("appended");
        expect(await stores.timeline.append(entry)).toBe("already");
        await stores.timeline.record([entry, anEntry(person, morning + 1)]);

        expect(await stores.timeline.has(person.id, entry.id)).toBe(true);
        expect((await stores.timeline.page(person.id, { limit: 10 })).items).toHaveLength(2);
      });

      it("reads entries and messages newest first, page by page", async () => {
        const person = aPerson();
        for (let n = 0; n < 30; n++) await stores.timeline.record([anEntry(person, morning + n)]);
        await stores.messages.claim(aMessage(person));

        const first = await stores.timeline.page(person.id, { limit: 20 });
        const rest = await stores.timeline.page(person.id, { limit: 20, cursor: first.next ?? "" });

        const instants = [...first.items, ...rest.items].map((item) => (item.kind === "entry" ? item.entry.at : item.message.claimedAt));
        expect(instants).toHaveLength(31);
        expect(instants).toEqual([...instants].sort((one, other) => other - one));
        expect(rest.next).toBeUndefined();
      });

      it("refuses a cursor that no list gave", async () => {
        await expect(stores.timeline.page(aPerson().id, { limit: 1, cursor: "nonsense" })).rejects.toThrow(/cursor/);
      });
    });

    describe("messages", () => {
      it("lets one of many claim a mail and shows the others who did", async () => {
        const message = aMessage(aPerson());

        const claims = await Promise.all(
          Array.from({ length: 8 }, (_, n) => stores.messages.claim({ ...message, claimedAt: morning + n })),
        );

        expect(claims.filter((claim) => claim.kind === "claimed")).toHaveLength(1);
        expect(
          claims.filter((claim) => claim.kind === "taken").every((claim) => claim.kind === "taken" && claim.by.id === message.id),
        ).toBe(true);
      });

      it("claims an unsettled mail again once, by the attempt it was left at", async () => {
        const message = aMessage(aPerson());
        await stores.messages.claim(message);

        const answers = await Promise.all([1, 2, 3].map(() => stores.messages.reclaim(message, morning + 1, morning + 2)));

        expect(answers.filter((answer) => answer === "saved")).toHaveLength(1);
        expect((await stores.messages.find(message.personId, message.id))?.attempt).toBe(2);
      });

      it("never claims a sent mail again", async () => {
        const message = aMessage(aPerson());
        await stores.messages.claim(message);
        await stores.messages.update(message.personId, message.id, { set: { state: "sent" }, from: ["claimed"] });

        expect(await stores.messages.reclaim({ ...message, attempt: 1 }, morning, morning)).toBe("conflict");
      });

      it("updates only from the states named, only where a field is not yet set, and brings nothing to life", async () => {
        const message = aMessage(aPerson());
        const absent = aMessage(aPerson());
        await stores.messages.claim(message);
        const { personId, id } = message;

        expect((await stores.messages.update(personId, id, { set: { deliveredAt: 1 }, unless: "deliveredAt" })).kind).toBe("updated");
        expect((await stores.messages.update(personId, id, { set: { deliveredAt: 2 }, unless: "deliveredAt" })).kind).toBe("unchanged");
        expect((await stores.messages.update(personId, id, { set: { state: "sent" }, from: ["uncertain"] })).kind).toBe("unchanged");
        expect((await stores.messages.update(absent.personId, absent.id, { set: { openedAt: 1 } })).kind).toBe("unchanged");
        expect(await stores.messages.find(absent.personId, absent.id)).toBeUndefined();
      });

      it("gathers clicks", async () => {
        const message = aMessage(aPerson());
        await stores.messages.claim(message);

        await stores.messages.appendClick(message.personId, message.id, { at: 1, link: "https://a.example", by: "person" });
        const after = await stores.messages.appendClick(message.personId, message.id, { at: 2, link: "https://b.example", by: "machine" });

        expect(after?.clicks?.map((click) => click.at)).toEqual([1, 2]);
      });
    });

    describe("enrollments", () => {
      it("starts one run at a time, and the next only over an ended one", async () => {
        const person = aPerson();
        const run = aRun(person);

        expect(await stores.enrollments.start(run)).toBe("saved");
        expect(await stores.enrollments.start(run)).toBe("conflict");
        expect(await stores.enrollments.start(aRun(person, { run: 2, rev: 2 }))).toBe("conflict");
        const { dueAt: _, ...rest } = run;
        await stores.enrollments.save({ ...rest, rev: 2, status: "ended", ending: "replied", endedAt: morning });
        expect(await stores.enrollments.start(aRun(person, { run: 2, rev: 3 }))).toBe("saved");
      });

      it("keeps what feedback noted while somebody else saved the run, and only the first of it", async () => {
        const person = aPerson();
        const run = aRun(person);
        await stores.enrollments.start(run);

        await stores.enrollments.signal(person.id, "demo", run.id, "clickedAt", 7);
        await stores.enrollments.signal(person.id, "demo", run.id, "clickedAt", 8);
        await stores.enrollments.signal(person.id, "demo", "enr_another", "repliedAt", 9);
        const saved = await stores.enrollments.save({ ...run, rev: 2, signals: { sent: 2, lastSentAt: morning } });

        expect(saved).toBe("saved");
        expect((await stores.enrollments.find(person.id, "demo"))?.signals).toEqual({ sent: 2, lastSentAt: morning, clickedAt: 7 });
      });

      it("takes a finished run out of the due index, and shows a parked one as parked", async () => {
        const person = aPerson();
        const run = aRun(person, { dueAt: morning + 5 });
        await stores.enrollments.start(run);
        const isDue = async (): Promise<boolean> =>
          (await stores.due.due(shardOf(person.id), morning + 10, 1_000)).some((item) => item.pk === person.id);

        expect(await isDue()).toBe(true);
        await stores.enrollments.save({ ...run, rev: 2, status: "parked", dueAt: morning + 6 });
        expect(await isDue()).toBe(false);
        expect((await stores.due.parked({ limit: 100 })).items.some((item) => item.pk === person.id)).toBe(true);
        const { dueAt: _, ...rest } = run;
        await stores.enrollments.save({ ...rest, rev: 3, status: "ended", endedAt: morning });
        expect((await stores.due.parked({ limit: 100 })).items.some((item) => item.pk === person.id)).toBe(false);
      });
    });

    describe("requests to confirm, and the proof", () => {
      it("stores a request over the revision it was decided on, shows it as due or parked, and keeps it out of the dossier", async () => {
        const person = aPerson();
        await stores.people.create(person);
        const request = aConfirmation(person.id);
        const waits = async () => (await stores.due.due(shardOf(person.id), morning + 10, 1_000)).filter((item) => item.pk === person.id);

        expect(await stores.confirmations.save(request)).toBe("saved");
        expect(await stores.confirmations.save(request)).toBe("conflict");
        expect(await stores.confirmations.find(person.id)).toEqual(request);
        expect(await waits()).toMatchObject([{ kind: "confirmation", dueAt: morning }]);
        expect((await stores.people.dossier(person.id))?.enrollments).toEqual([]);
        const { dueAt: _, ...over } = { ...request, rev: 2, status: "ended" as const };
        expect(await stores.confirmations.save(over)).toBe("saved");
        expect(await waits()).toEqual([]);
      });

      it("keeps every line of the proof in its order, written twice or not, until the person is erased", async () => {
        const person = aPerson();
        await stores.people.create(person);
        const line = (at: number, act: "given" | "withdrawn") =>
          ({ id: orderedId("timeline", at, 0, person.id, act), personId: person.id, at, purpose: "marketing", act }) as const;

        await stores.consents.record([line(morning + 1, "withdrawn"), line(morning, "given")]);
        await stores.consents.record([line(morning, "given")]);

        expect((await stores.consents.history(person.id)).map(({ act }) => act)).toEqual(["given", "withdrawn"]);
        await stores.people.erase(person.id);
        expect(await stores.consents.history(person.id)).toEqual([]);
      });
    });

    describe("submissions", () => {
      it("takes the same event of the same source once", async () => {
        const submission = aSubmission();

        const answers = await Promise.all([1, 2, 3].map(() => stores.submissions.accept(submission)));

        expect(answers.filter((answer) => answer.kind === "accepted")).toHaveLength(1);
        expect((await stores.submissions.accept({ ...submission, source: "form:other" })).kind).toBe("accepted");
        expect((await stores.submissions.find(submission.source, submission.extracted.eventId))?.id).toBe(submission.id);
      });

      it("stands in the due index until it is processed", async () => {
        const submission = aSubmission({ dueAt: morning + 3 });
        await stores.submissions.accept(submission);
        const rows = await allDue(stores, morning + 3);
        const row = rows.find((item) => item.kind === "submission" && item.dueAt === morning + 3);

        expect(row && (await stores.submissions.findByKey(row))?.status).toBe("pending");
        const { dueAt: _, ...done } = submission;
        expect(await stores.submissions.save({ ...done, rev: 2, status: "processed" })).toBe("saved");
        expect((await allDue(stores, morning + 3)).some((item) => item.pk === row?.pk)).toBe(false);
      });

      it("are read by source, newest first and page by page, and by the status somebody may have to look at", async () => {
        const source = unique("hook");
        const made = Array.from({ length: 7 }, (_, n) =>
          aSubmission({
            id: newId("submission", morning + n, new Uint8Array(10)),
            source,
            status: n % 3 === 0 ? "quarantined" : "processed",
          }),
        );
        for (const submission of made) await stores.submissions.accept(submission);
        const ids = async (status?: Submission["status"]): Promise<readonly string[]> => {
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const list = { source, ...(status === undefined ? {} : { status }) };
            const page = await stores.submissions.page(list, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
            seen.push(...page.items.map(({ id }) => id));
            cursor = page.next;
          } while (cursor !== undefined);
          return seen;
        };

        expect(await ids()).toEqual(made.map(({ id }) => id).reverse());
        expect(await ids("quarantined")).toEqual([made[6]?.id, made[3]?.id, made[0]?.id]);
        expect(await ids("processed")).toHaveLength(4);
        expect(await stores.submissions.count(source, "quarantined")).toBe(3);

        const [first] = made;
        if (first !== undefined) await stores.submissions.save({ ...first, rev: 2, status: "processed" });
        expect(await ids("quarantined")).toEqual([made[6]?.id, made[3]?.id]);
      });

      it("that are kept apart are found by the address in them, however it was typed, and no others", async () => {
        const mailbox = unique("apart").toLowerCase();
        const about = (status: Submission["status"], email: string): Submission => {
          const made = aSubmission({ status });
          return { ...made, extracted: { ...made.extracted, email } };
        };
        const apart = [about("quarantined", `${mailbox}@Example.com`), about("discarded", ` ${mailbox}@example.com`)];
        const others = [about("processed", `${mailbox}@example.com`), about("discarded", "no address")];
        for (const submission of [...apart, ...others]) await stores.submissions.accept(submission);
        const hash = hashAddress(`${mailbox}@example.com`);

        const found = await stores.submissions.apartOf(hash);
        expect(found.map(({ id }) => id).toSorted()).toEqual(apart.map(({ id }) => id).toSorted());
        expect(found[0]).toMatchObject({ source: expect.any(String), eventId: expect.any(String) });
        expect(await stores.addresses.find(hash)).toEqual({ personId: undefined, suppression: undefined });

        for (const { id } of found) await stores.submissions.forgetApart(hash, id);
        expect(await stores.submissions.apartOf(hash)).toEqual([]);
      });

      it("are found by their id through what came over the wire, whose bytes come back as they were", async () => {
        const submission = aSubmission();
        const body = new Uint8Array([0, 31, 139, 255]);
        const kept = aDelivery(submission, { body });

        await stores.submissions.keep(kept);
        await stores.submissions.accept(submission);

        expect(await stores.submissions.findById(submission.id)).toEqual(submission);
        const read = await stores.submissions.delivery(submission.id);
        expect({ ...read, body: [...(read?.body ?? [])] }).toEqual({ ...kept, body: [...body] });
        expect(await stores.submissions.findById(aSubmission().id)).toBeUndefined();
      });

      it("are found under another event once they were moved there, and what stands under the first by then stays", async () => {
        const submission = aSubmission();
        const { source, id } = submission;
        const eventId = unique("event");
        await stores.submissions.keep(aDelivery(submission));
        await stores.submissions.accept(submission);

        await stores.submissions.accept({ ...submission, extracted: { ...submission.extracted, eventId } });
        await stores.submissions.point(id, eventId);
        await stores.submissions.leave(source, submission.extracted.eventId, aSubmission().id);
        expect(await stores.submissions.find(source, submission.extracted.eventId)).toBeDefined();
        await stores.submissions.leave(source, submission.extracted.eventId, id);

        expect(await stores.submissions.find(source, submission.extracted.eventId)).toBeUndefined();
        expect((await stores.submissions.findById(id))?.extracted.eventId).toBe(eventId);
      });

      it("note that an event came again, so often and no oftener; and are forgotten with all of it", async () => {
        const first = aSubmission({ source: unique("hook") });
        const { source } = first;
        const { eventId } = first.extracted;
        await stores.submissions.accept(first);
        const again = async () => {
          const repeat = aSubmission({ source, status: "duplicate", duplicateOf: first.id, extracted: first.extracted });
          await stores.submissions.keep(aDelivery(repeat, { repeat: true }));
          return { id: repeat.id, noted: await stores.submissions.repeat(repeat) };
        };
        const one = await again();
        const noted = [one.noted];
        for (let n = 0; n < 20; n++) noted.push((await again()).noted);

        expect(noted.filter((answer) => answer === "noted")).toHaveLength(20);
        expect(noted.at(-1)).toBe("enough");
        expect(await stores.submissions.findById(one.id)).toMatchObject({ status: "duplicate", duplicateOf: first.id });

        await stores.submissions.erase(source, eventId);
        expect(await stores.submissions.findById(one.id)).toBeUndefined();
        expect((await stores.submissions.page({ source }, { limit: 10 })).items).toEqual([]);
      });
    });

    describe("sources", () => {
      it("are stored over the revision a change was decided on, be there one yet or not", async () => {
        const source = aSource();
        expect(await stores.sources.create(source)).toBe("saved");
        expect(await stores.sources.create(source)).toBe("conflict");

        const answers = await Promise.all(["a", "b"].map((name) => stores.sources.save({ ...source, name, rev: 2 })));

        expect(answers.sort()).toEqual(["conflict", "saved"]);
        expect(await stores.sources.save({ ...source, name: "c", rev: 3 })).toBe("saved");
        expect((await stores.sources.list()).find(({ id }) => id === source.id)?.name).toBe("c");
        expect(await stores.sources.save({ ...aSource(), rev: 2 })).toBe("conflict");
      });

      it("have a pulse: how often each thing happened, when last, and why", async () => {
        const source = unique("src");
        expect(await stores.pulses.read(source)).toBeUndefined();

        await stores.pulses.beat(source, { kind: "received", at: morning });
        await stores.pulses.beat(source, { kind: "received", at: morning + 1 });
        await stores.pulses.beat(source, { kind: "refused", at: morning + 2, by: 40, because: "bad-signature" });

        const pulse = {
          source,
          beats: { received: { total: 2, lastAt: morning + 1 }, refused: { total: 40, lastAt: morning + 2, because: "bad-signature" } },
        };
        expect(await stores.pulses.read(source)).toEqual(pulse);
        expect((await stores.pulses.list()).find((one) => one.source === source)).toEqual(pulse);
      });
    });

    describe("the due index", () => {
      it("shows what waits over all shards, soonest first, page by page", async () => {
        const far = morning + 10 * 365 * 86_400_000;
        for (let n = 0; n < 25; n++) await stores.people.create(aPerson({ reviewAt: far + ((n * 7) % 25) }));

        const seen: number[] = [];
        let cursor: string | undefined;
        do {
          const page = await stores.due.upcoming({ limit: 4, ...(cursor === undefined ? {} : { cursor }) });
          seen.push(...page.items.filter((item) => item.dueAt >= far).map((item) => item.dueAt));
          cursor = page.next;
        } while (cursor !== undefined);

        expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => far + n));
      });

      it("shows all of what waits for the same instant, whatever its shard", async () => {
        const far = morning + 20 * 365 * 86_400_000;
        const made = await Promise.all(
          Array.from({ length: 60 }, async () => {
            const person = aPerson({ reviewAt: far });
            await stores.people.create(person);
            return person.id;
          }),
        );

        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await stores.due.upcoming({ limit: 3, ...(cursor === undefined ? {} : { cursor }) });
          seen.push(...page.items.filter((item) => item.dueAt === far).map((item) => personOfDue(item)));
          cursor = page.next;
        } while (cursor !== undefined);

        expect(seen.toSorted()).toEqual(made.toSorted());
      });

      it("leases a shard to one worker until it is released or its time is over", async () => {
        expect(await stores.due.lease(1, "one", morning, morning + 60)).toBe(true);
        expect(await stores.due.lease(1, "two", morning, morning + 60)).toBe(false);
        expect(await stores.due.lease(1, "one", morning + 1, morning + 90)).toBe(true);
        await stores.due.release(1, "two");
        expect(await stores.due.lease(1, "two", morning, morning + 60)).toBe(false);
        expect(await stores.due.lease(1, "two", morning + 91, morning + 150)).toBe(true);
        await stores.due.release(1, "two");
        expect(await stores.due.lease(1, "three", morning, morning + 60)).toBe(true);
      });
    });

    it("publishes a definition's versions one after another and keeps the last as the current one", async () => {
      const name = unique("email").toLowerCase();
      const version = (n: number) => ({
        kind: "email" as const,
        name,
        version: n,
        hash: `h${n}`,
        source: { "a.mjml": "é".repeat(200) },
        artefact: { n },
        publishedAt: morning,
      });

      expect(await stores.definitions.publish(version(1))).toBe("saved");
      expect(await stores.definitions.publish(version(2))).toBe("saved");
      expect(await stores.definitions.publish(version(1))).toBe("conflict");

      expect((await stores.definitions.current("email")).find((one) => one.name === name)).toEqual(version(2));
      expect(await stores.definitions.version("email", name, 1)).toEqual(version(1));
      expect(await stores.definitions.version("email", name, 9)).toBeUndefined();

      const first = await stores.definitions.versions("email", name, { limit: 1 });
      expect(first.items).toEqual([version(2)]);
      const rest = await stores.definitions.versions("email", name, { limit: 5, cursor: first.next ?? "" });
      expect(rest).toEqual({ items: [version(1)], next: undefined });
    });

    it("retires a definition from its current version only, and keeps its versions", async () => {
      const name = unique("form").toLowerCase();
      const by = { kind: "key" as const, id: "key_1", name: "Shop" };
      const version = (n: number) => ({
        kind: "form" as const,
        name,
        version: n,
        hash: `h${n}`,
        source: {},
        artefact: { n },
        publishedAt: morning,
        note: "x",
        by,
      });
      const isInForce = async (): Promise<boolean> => (await stores.definitions.current("form")).some((one) => one.name === name);
      await stores.definitions.publish(version(1));
      await stores.definitions.publish(version(2));

      expect(await stores.definitions.retire("form", name, 1)).toBe("conflict");
      expect(await isInForce()).toBe(true);
      expect(await stores.definitions.retire("form", name, 2)).toBe("saved");
      expect(await isInForce()).toBe(false);
      expect(await stores.definitions.retire("form", name, 2)).toBe("conflict");
      expect((await stores.definitions.versions("form", name, { limit: 9 })).items).toEqual([version(2), version(1)]);
      expect(await stores.definitions.publish(version(3))).toBe("saved");
      expect(await isInForce()).toBe(true);
    });

    it("keeps sources, one root key, counts by day, and a watermark that only rises", async () => {
      const source = {
        id: `src_${unique("s")}` as const,
        kind: "json" as const,
        name: "Boutique",
        secrets: ["s"],
        basis: "none" as const,
        createdAt: morning,
      };
      expect(await stores.sources.create(source)).toBe("saved");
      expect(await stores.sources.find(source.id)).toEqual(source);
      expect((await stores.sources.list()).some((one) => one.id === source.id)).toBe(true);

      const keys = await Promise.all([1, 2, 3].map((n) => stores.secrets.rootKey(() => new Uint8Array(32).fill(n))));
      expect(new Set(keys.map((key) => Buffer.from(key).toString("hex"))).size).toBe(1);

      const form = unique("form");
      expect(await stores.secrets.challengeSecret(form)).toBeUndefined();
      await stores.secrets.setChallengeSecret(form, "shhh-1");
      await stores.secrets.setChallengeSecret(form, "shhh-2");
      expect(await stores.secrets.challengeSecret(form)).toBe("shhh-2");
      await stores.secrets.setChallengeSecret(form, undefined);
      expect(await stores.secrets.challengeSecret(form)).toBeUndefined();

      const counter = unique("count");
      await Promise.all(Array.from({ length: 10 }, () => stores.counters.add(counter, morning, 2)));
      expect(await stores.counters.read(counter, morning)).toBe(20);
      expect(await stores.counters.read(counter, morning + 86_400_000)).toBe(0);

      await stores.watermark.advance(morning + 5);
      await stores.watermark.advance(morning);
      expect(await stores.watermark.read()).toBe(morning + 5);
    });

    describe("people who look like one", () => {
      it("are told to each other by a key they share, until one leaves it or very many have it", async () => {
        const key = unique("phone");
        const [one, other] = [aPerson().id, aPerson().id];

        expect(await stores.duplicates.share(key, one)).toEqual([]);
        expect(await stores.duplicates.share(key, other)).toEqual([one]);
        expect(await stores.duplicates.share(key, one)).toEqual([other]);
        await stores.duplicates.leave(key, one);
        await stores.duplicates.leave(unique("phone"), one);
        expect(await stores.duplicates.share(key, other)).toEqual([]);
        for (let place = 0; place < 25; place++) await stores.duplicates.share(key, aPerson().id);
        expect(await stores.duplicates.share(key, aPerson().id)).toEqual([]);
      });

      it("find many people at once by their keys, as they find each", async () => {
        const [taken, free, crowded] = [unique("phone"), unique("phone"), unique("phone")];
        const [earlier, one, other] = [aPerson().id, aPerson().id, aPerson().id];
        await stores.duplicates.share(taken, earlier);
        for (let place = 0; place < 25; place++) await stores.duplicates.share(crowded, aPerson().id);

        const shares = [
          { key: taken, id: one },
          { key: free, id: one },
          { key: free, id: other },
          { key: crowded, id: other },
        ];
        for (let time = 0; time < 2; time++) {
          const found = await stores.duplicates.shareAll(shares);
          expect([...(found.get(taken) ?? [])].sort()).toEqual([earlier, one].sort());
          expect([...(found.get(free) ?? [])].sort()).toEqual([one, other].sort());
          expect(found.get(crowded)).toEqual([]);
        }

        expect((await stores.duplicates.share(free, earlier)).toSorted()).toEqual([one, other].sort());
      });

      it("stand beside both, are suggested once, and are listed until they are answered", async () => {
        const [one, other] = [aPerson().id, aPerson().id];
        const pair = { one, other, kinds: ["phone" as const], confidence: 0.6, state: "suggested" as const, at: morning };
        const listed = async () =>
          (await stores.duplicates.page({ limit: 100 })).items.filter((item) => [item.one, item.other].includes(one));

        await stores.duplicates.suggest(pair);
        await stores.duplicates.suggest({ ...pair, one: other, other: one, at: morning + 1 });
        expect(await stores.duplicates.of(one)).toEqual([expect.objectContaining({ one, other, at: morning })]);
        expect(await stores.duplicates.of(other)).toEqual([expect.objectContaining({ one: other, other: one })]);
        expect(await listed()).toHaveLength(1);

        await stores.duplicates.put({ ...pair, state: "different", by: "Malik" });
        await stores.duplicates.suggest(pair);
        expect(await stores.duplicates.of(other)).toEqual([expect.objectContaining({ state: "different", by: "Malik" })]);
        expect(await listed()).toEqual([]);

        await stores.duplicates.forget(other, one);
        expect([...(await stores.duplicates.of(one)), ...(await stores.duplicates.of(other))]).toEqual([]);
      });
    });

    describe("merges", () => {
      const aMerge = (change: Partial<Merge> = {}): Merge => {
        const [kept, other] = [aPerson(), aPerson()];
        return {
          ...newMerge(newId("merge", morning, randomBytes(10)), { kept: kept.id, other: other.id, address: "kept", by: "Malik" }, morning),
          before: kept,
          ...change,
        };
      };

      it("stand beside the one who stays, wait for what is next, and are changed only by who has read them", async () => {
        const merge = aMerge();
        await stores.merges.create(merge);

        expect(await stores.merges.create(merge)).toBe("conflict");
        expect(await stores.merges.find(merge.kept, merge.id)).toMatchObject(merge);
        expect(await stores.merges.save({ ...merge, rev: 2, state: "merged", dueAt: merge.until })).toBe("saved");
        expect(await stores.merges.save({ ...merge, rev: 2 })).toBe("conflict");
        const due = (await allDue(stores, merge.until)).filter(({ pk }) => pk === merge.kept);
        expect(due).toMatchObject([{ kind: "merge", sk: `M#${merge.id}`, dueAt: merge.until }]);

        await stores.merges.remove(merge.kept, merge.id);
        expect(await stores.merges.find(merge.kept, merge.id)).toBeUndefined();
      });

      it("remember what has happened since an instant, in its order, each thing once, until it is forgotten", async () => {
        const { id } = aPerson();
        const note = (name: string, at: number) => ({ at, fact: { kind: "note", id: name, at, by: "Malik", text: "…" } }) as const;
        for (const [name, at] of [
          ["b", 20],
          ["a", 10],
          ["b", 25],
          ["c", 30],
        ] as const)
          await stores.merges.log(id, note(name, at));

        expect((await stores.merges.logged(id, 15)).map(({ fact }) => fact.id)).toEqual(["b", "c"]);
        expect((await stores.merges.logged(id, 0)).map(({ at }) => at)).toEqual([10, 20, 30]);
        await stores.merges.forgetLogged(id);
        expect(await stores.merges.logged(id, 0)).toEqual([]);
      });

      it("lead an address to the one who stays and back, and take it from nobody else", async () => {
        const hash = unique("hash");
        const [kept, other, third] = [aPerson().id, aPerson().id, aPerson().id];
        await stores.addresses.claim(hash, other);

        await stores.addresses.lead(hash, { personId: kept, as: other }, other);
        await stores.addresses.lead(hash, { personId: kept, as: other }, other);
        expect(await stores.addresses.find(hash)).toMatchObject({ personId: kept, as: other });
        await stores.addresses.lead(hash, { personId: third }, other);
        expect((await stores.addresses.find(hash)).personId).toBe(kept);
        await stores.addresses.lead(hash, { personId: other }, kept);
        expect(await stores.addresses.find(hash)).toEqual({ personId: other, suppression: undefined });
      });

      it("hide whoever was merged away from every list", async () => {
        const person = aScoredPerson(40, 10);
        await stores.people.create(person);
        const away = { ...person, rev: 2, mergedInto: { id: aPerson().id, merge: aMerge().id, at: morning } };
        await stores.people.save(away);

        const named = await stores.people.listed({ by: "name" }, { limit: 100 });
        expect(named.items.map(({ id }) => id)).not.toContain(person.id);
        expect((await stores.people.dossier(person.id))?.person.mergedInto).toEqual(away.mergedInto);
      });

      it("move a run once: not over one that goes on, nor again when it has come to its end", async () => {
        const [from, to] = [aPerson(), aPerson()];
        const run = aRun(to);

        expect(await stores.enrollments.place(run, from.id)).toBe("saved");
        expect(await stores.enrollments.place({ ...run, rev: 9 }, from.id)).toBe("conflict");
        const { dueAt: _, ...rest } = run;
        await stores.enrollments.save({ ...rest, rev: 2, status: "ended", ending: "completed" });
        expect(await stores.enrollments.place(run, from.id)).toBe("conflict");
        expect(await stores.enrollments.place(aRun(to, { run: 2 }), from.id)).toBe("saved");
      });

      it("follow a run that has moved when somebody clicks a mail it sent before", async () => {
        const [from, to] = [aPerson(), aPerson()];
        const run = aRun(from);
        await stores.enrollments.start(run);
        const { dueAt, ...rest } = run;
        await stores.enrollments.save({
          ...rest,
          rev: 2,
          status: "ended",
          moved: { to: to.id, status: "active", ...(dueAt === undefined ? {} : { dueAt }) },
        });
        await stores.enrollments.place({ ...run, personId: to.id }, from.id);

        await stores.enrollments.signal(from.id, "demo", run.id, "clickedAt", morning + 5);

        expect((await stores.enrollments.find(to.id, "demo"))?.signals.clickedAt).toBe(morning + 5);
      });

      it("read the timelines of several people as one, in any pages", async () => {
        const people = [aPerson(), aPerson(), aPerson()];
        const entries = Array.from({ length: 40 }, (_, place) =>
          anEntry(people[place % 7 === 0 ? 0 : place % 2 === 0 ? 1 : 2] ?? aPerson(), morning + place),
        );
        await stores.timeline.record(entries);
        const ids = people.map(({ id }) => id);

        for (const limit of [3, 10, 30]) {
          const read: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await stores.timeline.page(ids, { limit, ...(cursor === undefined ? {} : { cursor }) });
            expect(page.items.length).toBeLessThanOrEqual(limit);
            read.push(...page.items.map((item) => (item.kind === "entry" ? item.entry.id : item.message.id)));
            cursor = page.next;
          } while (cursor !== undefined);
          expect(read).toEqual(entries.map(({ id }) => id).toReversed());
        }
      });
    });

    describe("counters", () => {
      it("add to all counters of a row at once, and lose nothing of what comes from several sides", async () => {
        const name = unique("counts");

        await Promise.all(
          Array.from({ length: 10 }, () => stores.counters.addRow({ name, row: "2026-11-24 gmail", add: { sent: 2, out: -1 } })),
        );
        await stores.counters.addRow({ name, row: "2026-11-24 gmail", add: { revenue_EUR: 19.9 } });

        expect(await stores.counters.row(name, "2026-11-24 gmail")).toEqual({
          row: "2026-11-24 gmail",
          sums: { sent: 20, out: -10, revenue_EUR: 19.9 },
        });
        expect(await stores.counters.row(name, "2026-11-24 yahoo")).toBeUndefined();
      });

      it("count a cause once, however often and from however many sides it is told, until it is forgotten", async () => {
        const count = { name: unique("counts"), row: "2026-11-24", add: { replies: 1 } };

        await Promise.all(Array.from({ length: 5 }, () => stores.counters.addRowOnce(count, "rep_1")));
        await Promise.all([stores.counters.addRowOnce(count, "rep_2"), stores.counters.addRowOnce(count, "rep_2")]);
        expect((await stores.counters.row(count.name, count.row))?.sums).toEqual({ replies: 2 });

        await stores.counters.forget(count, "rep_1");
        await stores.counters.forget(count, "rep_1");
        await stores.counters.addRowOnce(count, "rep_2");
        expect((await stores.counters.row(count.name, count.row))?.sums).toEqual({ replies: 2 });
        await stores.counters.addRowOnce(count, "rep_1");
        expect((await stores.counters.row(count.name, count.row))?.sums).toEqual({ replies: 3 });
      });

      it("forget a cause of a row that was never counted without making the row", async () => {
        const count = { name: unique("counts"), row: "2026-11-24" };

        await stores.counters.forget(count, "rep_1");

        expect(await stores.counters.row(count.name, count.row)).toBeUndefined();
      });

      it("are read by a span of days, both ends included, in their order", async () => {
        const name = unique("counts");
        for (const row of ["2026-11-26 b", "2026-11-24 a", "2026-11-25 a", "2026-11-25 b"]) {
          await stores.counters.addRow({ name, row, add: { sent: 1 } });
        }

        const rows = await stores.counters.rows(name, { from: "2026-11-25", to: "2026-11-26~" });

        expect(rows.map(({ row }) => row)).toEqual(["2026-11-25 a", "2026-11-25 b", "2026-11-26 b"]);
        expect(await stores.counters.rows(name)).toHaveLength(4);
      });
    });
  });
}

async function allDue(stores: Stores, now: number) {
  return (await Promise.all(Array.from({ length: dueShards }, (_, shard) => stores.due.due(shard, now, 1_000)))).flat();
}
