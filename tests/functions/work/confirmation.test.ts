import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashAddress } from "#core/address/hash-address.ts";
import type { PersonId } from "#core/id/id.ts";
import { newId } from "#core/id/id.ts";
import { newSubmission } from "#core/submission/new-submission.ts";
import type { Submission } from "#core/submission/submission.ts";
import { day, hour, minute } from "#core/time/instant.ts";
import { answerConfirm } from "#functions/confirm/answer-confirm.ts";
import { applyFact } from "#functions/work/apply-fact.ts";
import { drain } from "#functions/work/drain.ts";
import { askNow, receive } from "#functions/work/receive.ts";
import { retryParked } from "#functions/work/retry-parked.ts";
import { unsubscribe } from "#functions/work/unsubscribe.ts";
import { tuesday } from "#tests/core/builders/a-person.ts";
import { httpEvent } from "#tests/functions/http/http-event.ts";
import { aWorkshop, type TestWorkshop } from "./a-workshop.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const email = "zoe@dupont.example";
const text = "J’accepte de recevoir vos conseils.";

/** A ticked box, the mail that asks whether it was meant, its link, and what waits for it. */
describe("an agreement that is asked about twice", () => {
  let workshop: TestWorkshop;
  let count = 0;
  beforeEach(async () => {
    workshop = await aWorkshop(tuesday);
    count = 0;
  });
  afterEach(() => workshop.close());

  const arrival = (more: Partial<Submission["extracted"]> = {}, rule: Submission["doubleOptIn"] = { validDays: 7, remindAfterDays: 3 }) =>
    newSubmission({
      id: newId("submission", workshop.now, new Uint8Array(10).fill(++count)),
      source: "form:demo",
      sourceKind: "form",
      basis: "consent",
      doubleOptIn: rule,
      formVersion: 4,
      extracted: {
        email,
        locale: "fr",
        consent: true,
        consentText: text,
        consentTextVersion: "2026-09",
        utm: {},
        hidden: {},
        answers: [{ key: "need", title: "Besoin", value: "shop" }],
        eventId: `event-${count}`,
        ...more,
      },
      ip: "203.0.113.77",
      receivedAt: workshop.now,
    });
  const submit = (more: Partial<Submission["extracted"]> = {}, rule?: Submission["doubleOptIn"]) =>
    receive(workshop, arrival(more, rule), log);
  const tick = () => drain(workshop, { timeMs: 30_000, log });
  const personId = async (): Promise<PersonId> => {
    const known = (await workshop.stores.addresses.find(hashAddress(email))).personId;
    if (known === undefined) throw new Error("nobody has that address");
    return known;
  };
  const zoe = async () => {
    const dossier = await workshop.stores.people.dossier(await personId());
    if (dossier === undefined) throw new Error("there is nobody");
    return dossier;
  };
  const asking = () => workshop.mails.filter((mail) => mail.text.includes("/c/"));
  const others = () => workshop.mails.filter((mail) => mail.to === email && !mail.text.includes("/c/"));
  const linkIn = (which = -1): string => {
    const found = /https:\/\/relance\.example(\/c\/[\w-]+)/.exec(asking().at(which)?.text ?? "");
    if (found?.[1] === undefined) throw new Error("no mail has a link to confirm");
    return found[1];
  };
  const desk = () => answerConfirm({ workshop, perform: (id) => askNow(workshop, id, log), log });
  const get = (path: string) => desk()(httpEvent({ path, headers: { accept: "text/html", "accept-language": "fr" } }));
  const post = (path: string) => desk()(httpEvent({ path, method: "POST", headers: { accept: "text/html", "accept-language": "fr" } }));
  const entries = async () =>
    (await workshop.stores.timeline.page(await personId(), { limit: 100 })).items.flatMap((item) =>
      item.kind === "entry" ? [item.entry.type] : [],
    );

  it("is asked at once, by a mail that counts nothing and offers nothing, and holds everything else", async () => {
    await submit();

    expect(asking()).toHaveLength(1);
    const [mail] = asking();
    expect(mail).toMatchObject({ to: email, countOpens: false, headers: { "Auto-Submitted": "auto-generated" } });
    expect(mail?.headers).not.toHaveProperty("List-Unsubscribe");
    expect(mail?.html).toMatch(/<a ses:no-track href="https:\/\/relance\.example\/c\//);
    expect(mail?.html.match(/<a\s/g)).toHaveLength(1);
    expect(mail?.text).toContain(text);
    expect(mail?.text).toContain("1er décembre 2026");
    expect(others()).toEqual([]);
    const { person, enrollments } = await zoe();
    expect(person.consent.marketing).toBeUndefined();
    expect(person.consent.awaited).toMatchObject({ until: tuesday + 7 * day, given: { text, textVersion: "2026-09", formVersion: 4 } });
    expect(enrollments).toMatchObject([{ sequence: "demo", status: "active", because: { code: "awaiting-confirmation" } }]);
    expect(await entries()).toEqual(expect.arrayContaining(["consent.asked", "sequence.entered", "message.held"]));
  });

  it("is taken by the button and not by looking, with when, from where and by which mail, and then the first mail leaves", async () => {
    await submit();
    workshop.now += hour;

    for (let look = 0; look < 3; look++) {
      const page = await get(linkIn());
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain("J’accepte de recevoir vos conseils.");
      expect(page.body).toContain("z•••@dupont.example");
    }
    expect((await zoe()).person.consent.marketing).toBeUndefined();
    expect(others()).toEqual([]);

    expect((await post(linkIn())).body).toContain("Merci, c’est confirmé.");
    const { person } = await zoe();
    expect(person.consent.awaited).toBeUndefined();
    expect(person.consent.marketing).toMatchObject({
      basis: "consent",
      at: tuesday,
      text,
      ip: "203.0.113.0",
      confirmedAt: workshop.now,
      confirmedIp: "192.0.2.0",
      confirmedBy: expect.stringMatching(/^msg_/),
    });
    expect(others()).toHaveLength(1);
    expect(workshop.events.map((event) => event.type)).toContain("consent.confirmed");
  });

  it("is taken once, however often the button is pressed and the mail's other lookers look", async () => {
    await submit();
    await Promise.all([post(linkIn()), post(linkIn()), post(linkIn())]);
    workshop.now += 5 * minute;
    await tick();
    await post(linkIn());

    expect(others()).toHaveLength(1);
    expect((await get(linkIn())).body).toContain("Merci, c’est confirmé.");
    const history = await workshop.stores.consents.history(await personId());
    expect(history.map(({ act }) => act)).toEqual(["asked", "confirmed"]);
    expect((await workshop.stores.confirmations.find(await personId()))?.status).toBe("ended");
  });

  it("is not asked again of who has confirmed, and their new tick weakens nothing", async () => {
    await submit();
    await post(linkIn());
    workshop.now += day;
    await submit();
    await submit({}, undefined);

    expect(asking()).toHaveLength(1);
    expect((await zoe()).person.consent.marketing?.confirmedAt).toBe(tuesday);
  });

  it("asked for again with the same words is the same request: no second mail within minutes, no more than three in a day", async () => {
    for (let round = 0; round < 3; round++) await submit();
    expect(asking()).toHaveLength(1);
    for (let round = 0; round < 10; round++) {
      workshop.now += hour;
      await submit();
    }
    expect(asking()).toHaveLength(3);
    expect((await post(linkIn(0))).body).toContain("Merci");
  });

  it("of other words takes the place of the one before, whose link says so; an address gets no more than three mails in a day", async () => {
    for (let round = 0; round < 6; round++) {
      await submit({ consentText: `Texte ${round}` });
      await tick();
    }
    expect(asking()).toHaveLength(3);
    expect((await get(linkIn(0))).statusCode).toBe(410);
    workshop.now += day + minute;
    await tick();

    expect(asking()).toHaveLength(4);
    expect(asking().at(-1)?.text).toContain("Texte 5");
    await post(linkIn());
    expect((await zoe()).person.consent.marketing?.text).toBe("Texte 5");
  });

  it("that nobody answers is reminded of once, lapses in time, and ends what it held", async () => {
    await submit();
    for (let days = 0; days < 9; days++) {
      workshop.now += day;
      await tick();
    }

    expect(asking()).toHaveLength(2);
    const { person, enrollments } = await zoe();
    expect(person.consent).not.toHaveProperty("awaited");
    expect(enrollments).toMatchObject([{ status: "ended", ending: "unconfirmed", signals: { sent: 0 } }]);
    expect(others()).toEqual([]);
    expect(await entries()).toContain("consent.lapsed");
    expect((await workshop.stores.confirmations.find(await personId()))?.dueAt).toBeUndefined();
  });

  it("whose link is too old is offered again, once a day, and begins where it would have", async () => {
    await submit();
    workshop.now += 8 * day;
    await tick();
    expect((await get(linkIn(0))).statusCode).toBe(410);
    expect((await post(linkIn(0))).statusCode).toBe(410);
    expect((await zoe()).person.consent.marketing).toBeUndefined();

    const before = asking().length;
    for (let round = 0; round < 4; round++) expect((await post(`${linkIn(0)}/again`)).body).toContain("Consultez votre messagerie.");
    expect(asking()).toHaveLength(before + 1);
    await post(linkIn());
    expect((await zoe()).person.consent.marketing?.confirmedAt).toBe(workshop.now);
    await submit();
    expect(others()).toHaveLength(1);
  });

  it.each(["bounced", "complained", "manual"] as const)("is never asked of an address that was suppressed: %s", async (reason) => {
    await workshop.stores.addresses.suppress(hashAddress(email), { reason, at: tuesday - day, from: "msg_x" });
    await submit();
    await tick();

    expect(workshop.mails).toEqual([]);
    expect(await entries()).toContain("consent.not-given");
  });

  it("is not asked any more once the address bounced, or the person said no", async () => {
    await submit({}, { validDays: 7, remindAfterDays: 1 });
    await unsubscribe(workshop, { personId: await personId() });
    workshop.now += 2 * day;
    await tick();

    expect(asking()).toHaveLength(1);
    expect((await get(linkIn())).statusCode).toBe(410);
  });

  it("of who unsubscribed is asked once and not reminded; their second yes takes the first no back", async () => {
    await submit();
    await post(linkIn());
    workshop.now += day;
    await unsubscribe(workshop, { personId: await personId() });
    workshop.now += day;
    await submit({}, { validDays: 7, remindAfterDays: 1 });
    await submit({ consentText: "Autre texte" });
    workshop.now += 3 * day;
    await tick();

    expect(asking()).toHaveLength(2);
    expect((await zoe()).person.suppressed?.reason).toBe("unsubscribed");
    await post(linkIn());
    const { person } = await zoe();
    expect(person.suppressed).toBeUndefined();
    expect((await workshop.stores.addresses.find(person.addressHash)).suppression).toBeUndefined();
    expect(person.consent.marketing?.confirmedAt).toBe(workshop.now);
  });

  it("waits where SES is too quick for us, is parked where it refuses, and leaves when somebody has mended the reason", async () => {
    workshop.answers.push({ kind: "slow-down" }, { kind: "refused", problem: "not verified" });
    await submit();
    expect(asking()).toHaveLength(0);
    workshop.now += minute;
    await tick();
    const key = { pk: await personId(), sk: "confirmation" };
    expect(await workshop.stores.confirmations.find(await personId())).toMatchObject({ status: "parked", problem: "not verified" });
    expect((await workshop.stores.due.parked({ limit: 5 })).items).toMatchObject([{ kind: "confirmation" }]);

    expect(await retryParked(workshop, key, "retry")).toEqual({ kind: "due" });
    await tick();
    expect(asking()).toHaveLength(1);
  });

  it("whose mail's answer was lost is not sent a second time before SES told of it", async () => {
    workshop.answers.push({ kind: "unknown", problem: "socket hang up" });
    await submit();
    workshop.now += 5 * minute;
    await tick();

    expect(asking()).toHaveLength(1);
    // Whoever got it may use it: that it left is told by their click.
    expect((await post(linkIn())).body).toContain("Merci");
    expect(others()).toHaveLength(1);
  });

  it.each([
    ["the person", "people"],
    ["the runs", "enrollments"],
    ["the proof", "consents"],
    ["the record of the request", "confirmations"],
  ] as const)("whose click was cut off while storing %s is brought to its end by the next tick", async (_, store) => {
    await submit();
    const stores = workshop.stores as unknown as Record<string, Record<string, unknown>>;
    const real = { ...stores[store] };
    let calls = 0;
    const dies = async (...given: unknown[]) => {
      // The click itself is written down first; from the next write on the process is dead.
      if (store === "confirmations" && ++calls === 1) return (real["save"] as (...all: unknown[]) => unknown)(...given);
      throw new Error("the process died");
    };
    const name = store === "consents" ? "record" : "save";
    (stores[store] as Record<string, unknown>)[name] = dies;
    expect((await post(linkIn())).body).toContain("Merci");
    expect(others()).toEqual([]);
    Object.assign(stores[store] as object, real);
    for (let minutes = 0; minutes < 5; minutes++) {
      workshop.now += minute;
      await tick();
    }

    expect((await zoe()).person.consent.marketing?.confirmedAt).toBe(tuesday);
    expect(others()).toHaveLength(1);
    expect((await workshop.stores.consents.history(await personId())).map(({ act }) => act)).toEqual(["asked", "confirmed"]);
    expect((await workshop.stores.confirmations.find(await personId()))?.status).toBe("ended");
  });

  it("whose arrival was cut off before its mail left is asked by the retry, once", async () => {
    const real = workshop.stores.confirmations;
    const stores = workshop.stores as unknown as { confirmations: typeof real };
    stores.confirmations = { ...real, save: () => Promise.reject(new Error("the process died")) };
    await submit();
    stores.confirmations = real;
    for (let minutes = 0; minutes < 3; minutes++) {
      workshop.now += minute;
      await tick();
    }

    expect(asking()).toHaveLength(1);
    expect((await zoe()).person.consent.awaited).toBeDefined();
  });

  it("leaves an interest that stood where it was, and mails that rest on it leave meanwhile", async () => {
    await submit({ consent: false }, undefined);
    await applyFact(workshop, await personId(), {
      kind: "give",
      id: "give-1",
      at: workshop.now,
      purpose: "marketing",
      basis: { basis: "legitimate-interest", at: workshop.now, source: "manual" },
      by: "Camille",
      reason: "met at the fair",
    });
    await submit();
    workshop.now += 8 * day;
    await tick();

    expect((await zoe()).person.consent.marketing?.basis).toBe("legitimate-interest");
    expect(others().length).toBeGreaterThan(0);
  });

  it("is confirmed by nobody who guesses, and by no token made for another end", async () => {
    await submit();
    const link = linkIn();
    expect((await post(`${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}`)).statusCode).toBe(404);
    expect((await get("/c/")).statusCode).toBe(404);
    expect((await desk()(httpEvent({ path: link, method: "DELETE" }))).statusCode).toBe(405);
    expect((await zoe()).person.consent.marketing).toBeUndefined();
  });
});
