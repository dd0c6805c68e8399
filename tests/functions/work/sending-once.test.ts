import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sesEventSchema } from "#core/feedback/ses-event.ts";
import type { Person } from "#core/person/person.ts";
import { minute } from "#core/time/instant.ts";
import { hour } from "#core/time/instant.ts";
import { applySesEvent } from "#functions/work/apply-ses-event.ts";
import { drain } from "#functions/work/drain.ts";
import { retryParked } from "#functions/work/retry-parked.ts";
import { unsubscribe } from "#functions/work/unsubscribe.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { aRun } from "#tests/functions/adapters/examples.ts";
import { aWorkshop, type TestWorkshop } from "./a-workshop.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What one mail's way through claim, SES and record does when something goes wrong on it. */
describe("a mail that is due", () => {
  let workshop: TestWorkshop;
  let zoe: Person;
  beforeEach(async () => {
    workshop = await aWorkshop(tuesday);
    zoe = aProspect();
    await workshop.stores.people.create(zoe);
    await workshop.stores.addresses.claim(zoe.addressHash, zoe.id);
    await workshop.stores.enrollments.start(aRun(zoe, { cursor: { step: "bienvenue", visit: 1, slot: tuesday }, signals: { sent: 0 } }));
  });
  afterEach(() => workshop.close());

  const tick = () => drain(workshop, { timeMs: 30_000, log });
  const run = () => workshop.stores.enrollments.find(zoe.id, "demo");
  const record = async () => {
    const [item] = (await workshop.stores.timeline.page(zoe.id, { limit: 10 })).items.flatMap((one) =>
      one.kind === "message" ? [one.message] : [],
    );
    if (item === undefined) throw new Error("there is no record of a mail");
    return item;
  };
  const toZoe = () => workshop.mails.filter((mail) => mail.to === zoe.email).length;
  const tell = async (eventType: string, at: number, more: Readonly<Record<string, unknown>> = {}) => {
    const { id, personId } = await record();
    const mail = {
      messageId: "ses-0",
      timestamp: new Date(at).toISOString(),
      destination: [zoe.email],
      tags: { "relance-message": [id], "relance-person": [personId] },
    };
    await applySesEvent(workshop, sesEventSchema.parse({ id: "1", source: "aws.ses", detail: { eventType, mail, ...more } }), log);
  };

  it("leaves, is recorded, is told of, and the run moves on", async () => {
    await tick();

    expect(toZoe()).toBe(1);
    expect(await record()).toMatchObject({ state: "sent", step: "bienvenue", sesMessageId: "ses-0" });
    expect(workshop.events.map((event) => event.type)).toEqual(["message.sent"]);
    expect(await run()).toMatchObject({ status: "active", cursor: { step: "un-jour" }, signals: { sent: 1 } });
  });

  it("carries what the law and the big mailboxes ask for", async () => {
    await tick();

    const [mail] = workshop.mails;
    expect(mail?.headers["List-Unsubscribe"]).toMatch(/^<https:\/\/relance\.example\/u\/[\w-]+>$/);
    expect(mail?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect(mail?.html).toContain("69001 Lyon");
    expect(mail?.text).toContain("https://relance.example/u/");
    expect(mail?.countOpens).toBe(false);
  });

  it("leaves once, however many ticks go at it", async () => {
    await Promise.all([tick(), tick(), tick()]);
    workshop.now += 2 * minute;
    await tick();

    expect(toZoe()).toBe(1);
  });

  it("waits where SES is too quick for us or its quota is used up, and then leaves", async () => {
    workshop.answers.push({ kind: "slow-down" }, { kind: "quota" });

    await tick();
    expect(await run()).toMatchObject({ because: { code: "throttled" }, attempts: 0 });
    workshop.now += minute;
    await tick();
    expect(await run()).toMatchObject({ because: { code: "quota-reached" } });
    workshop.now += hour + minute;
    await tick();

    expect(toZoe()).toBe(1);
    expect(await record()).toMatchObject({ state: "sent", attempt: 3 });
  });

  it("is parked with SES's words where SES refuses it, and leaves when somebody has mended the reason", async () => {
    workshop.answers.push({ kind: "refused", problem: "MessageRejected: Email address is not verified." });

    await tick();
    expect(await run()).toMatchObject({
      status: "parked",
      because: { code: "refused-by-ses" },
      problem: expect.stringContaining("not verified"),
    });
    expect(await retryParked(workshop, { pk: zoe.id, sk: "#seq#demo" }, "retry")).toEqual({ kind: "due" });
    await tick();

    expect(toZoe()).toBe(1);
    expect((await run())?.cursor.step).toBe("un-jour");
  });

  it("whose answer was lost is settled by SES's own event, and not sent again", async () => {
    workshop.answers.push({ kind: "unknown", problem: "socket hang up" });
    await tick();
    expect(await record()).toMatchObject({ state: "claimed" });

    await tell("Send", workshop.now);
    workshop.now += 20 * minute;
    await tick();

    expect(toZoe()).toBe(1);
    expect(await record()).toMatchObject({ state: "sent" });
    expect(await run()).toMatchObject({ cursor: { step: "un-jour" } });
    expect(workshop.events.map((event) => event.type)).toContain("message.sent");
  });

  it("whose answer was lost and of whom SES says nothing is sent again only once SES told of a later mail", async () => {
    workshop.answers.push({ kind: "unknown", problem: "socket hang up" });
    await tick();
    workshop.mails.length = 0;

    for (let minutes = 0; minutes < 30; minutes += 5) {
      workshop.now += 5 * minute;
      await tick();
    }
    expect(toZoe()).toBe(0);
    // Nothing else left meanwhile, so a probe went to SES's simulator, to be told of by SES.
    expect(workshop.mails.map((mail) => mail.to)).toContain("success@simulator.amazonses.com");
    await workshop.stores.watermark.advance(workshop.now);
    workshop.now += 20 * minute;
    await tick();

    expect(toZoe()).toBe(1);
    expect(await record()).toMatchObject({ state: "sent", attempt: 2 });
  });

  it("that nobody can tell of is left for a person to decide, either way", async () => {
    workshop.answers.push({ kind: "unknown", problem: "socket hang up" });
    await tick();
    for (let hours = 0; hours < 26; hours++) {
      workshop.now += hour;
      await tick();
    }
    expect(await run()).toMatchObject({ status: "parked", because: { code: "uncertain" } });
    const key = { pk: zoe.id, sk: "#seq#demo" };

    expect(await retryParked(workshop, key, "retry")).toMatchObject({ kind: "refused" });
    expect(await retryParked(workshop, key, "count-as-sent")).toEqual({ kind: "due" });
    await tick();

    expect(toZoe()).toBe(1);
    expect(await run()).toMatchObject({ status: "active", cursor: { step: "un-jour" } });
  });

  it("is not sent to someone who unsubscribed a moment before", async () => {
    await unsubscribe(workshop, { personId: zoe.id });

    await tick();

    expect(workshop.mails).toEqual([]);
    expect(await run()).toMatchObject({ status: "ended", ending: "unsubscribed" });
  });

  it("is not sent to an address that was suppressed by whatever path", async () => {
    await workshop.stores.addresses.suppress(zoe.addressHash, { reason: "manual", at: tuesday, from: "somebody" });

    await tick();

    expect(workshop.mails).toEqual([]);
    expect(await run()).toMatchObject({ status: "ended", ending: "suppressed" });
  });

  it("keeps a click that came while the run was being stored", async () => {
    workshop.meanwhile = async () => {
      const known = await run();
      await workshop.stores.enrollments.signal(zoe.id, "demo", known?.id ?? "", "clickedAt", tuesday + 1);
    };

    await tick();

    expect((await run())?.signals).toMatchObject({ sent: 1, clickedAt: tuesday + 1 });
  });

  it("has its events told again and out of order without a difference", async () => {
    await tick();
    const delivery = { delivery: { timestamp: new Date(tuesday + 5_000).toISOString() } };
    const click = { click: { timestamp: new Date(tuesday + 60_000).toISOString(), link: "https://a.example", userAgent: "Mozilla/5.0" } };

    for (const round of [1, 2]) {
      await tell("Click", tuesday, click);
      await tell("Delivery", tuesday, delivery);
      await tell("Send", tuesday + round);
    }

    expect(await record()).toMatchObject({ state: "sent", deliveredAt: tuesday + 5_000, clicks: [{ by: "person" }] });
    const person = (await workshop.stores.people.dossier(zoe.id))?.person;
    expect(person?.score.engagement["clicked"]?.count).toBe(1);
    const clicked = (await workshop.stores.timeline.page(zoe.id, { limit: 50 })).items.filter(
      (item) => item.kind === "entry" && item.entry.type === "link.clicked",
    );
    expect(clicked).toHaveLength(1);
    expect(new Set(workshop.events.filter((event) => event.type === "message.delivered").map((event) => event.id)).size).toBe(1);
  });
});
