import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stands } from "#core/person/consent.ts";
import { plan } from "#core/sequence/plan.ts";
import { considerEnrolling } from "#core/sequence/trigger.ts";
import { isOpen } from "#core/sequence/window.ts";
import { day, hour } from "#core/time/instant.ts";
import { aProspect, inStage, tuesday } from "#tests/core/builders/a-person.ts";
import { demo, settings } from "#tests/core/builders/example.ts";
import { type Sent, turn, type World, zones } from "./simulate.ts";

function entering(now = tuesday): World {
  const person = aProspect();
  const event = { id: "evt_1", type: "submission.received", source: "form:demo" };
  const enrolling = considerEnrolling({
    sequence: demo,
    version: 1,
    event,
    person,
    suppression: undefined,
    existing: undefined,
    now,
    holds: () => true,
  });
  if (enrolling.kind === "no") throw new Error(`not enrolled: ${enrolling.because.code}`);
  return { person, suppression: undefined, enrollment: enrolling.enrollment, now };
}

/** Lives through a run: each time something is due, at that instant. */
function live(world: World, sent: Sent[], most = 60): void {
  for (let count = 0; count < most && world.enrollment.dueAt !== undefined; count++) {
    world.now = Math.max(world.now, world.enrollment.dueAt);
    turn(demo, world, sent);
  }
}

describe("the planner", () => {
  it("sends the example's five mails in their order, the first at once, and ends", () => {
    const world = entering();
    const sent: Sent[] = [];

    live(world, sent);

    expect(sent.map((mail) => mail.step)).toEqual(["bienvenue", "facture", "atelier", "budget", "au-revoir"]);
    expect(sent[0]?.at).toBe(tuesday);
    expect(world.enrollment).toMatchObject({ status: "ended", ending: "completed" });
    expect(world.enrollment.dueAt).toBeUndefined();
  });

  it("sends the first mail at any hour and the second within four days, whenever the person came", () => {
    for (let after = 0; after < 14 * 24; after++) {
      const world = entering(tuesday + after * hour);
      const sent: Sent[] = [];

      live(world, sent);

      expect(sent[0]?.at).toBe(tuesday + after * hour);
      expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeLessThanOrEqual(4 * day);
      expect(isOpen(settings.window, "Europe/Paris", sent[1]?.at ?? 0, zones)).toBe(true);
    }
  });

  it("holds a mail until the person's own send window opens", () => {
    const world = entering();
    world.person = { ...world.person, timeZone: "America/New_York" };
    const sent: Sent[] = [];
    turn(demo, world, sent);
    world.now = Date.parse("2026-11-25T10:00:00Z");
    world.enrollment = { ...world.enrollment, cursor: { ...world.enrollment.cursor, slot: world.now }, dueAt: world.now };

    const verdict = turn(demo, world, sent);

    expect(verdict).toMatchObject({ kind: "hold", until: Date.parse("2026-11-25T14:00:00Z"), because: { code: "outside-window" } });
  });

  it("ends a run for whoever bought, replied, left the stage, or must not be written to", () => {
    const due = (change: (world: World) => void) => {
      const world = entering();
      change(world);
      return turn(demo, world, []);
    };

    expect(due((world) => (world.person = { ...world.person, purchases: { count: 1, total: 1, lastAt: tuesday } }))).toMatchObject({
      kind: "exit",
      ending: "bought",
    });
    expect(due((world) => (world.enrollment.signals = { sent: 0, repliedAt: tuesday }))).toMatchObject({ kind: "exit", ending: "replied" });
    expect(due((world) => (world.person = inStage(world.person, "won")))).toMatchObject({ kind: "exit", ending: "stage-left" });
    expect(due((world) => (world.suppression = { reason: "bounced", at: tuesday, from: "x" }))).toMatchObject({
      kind: "exit",
      ending: "suppressed",
    });
    expect(due((world) => (world.suppression = { reason: "unsubscribed", at: tuesday, from: "x" }))).toMatchObject({
      kind: "exit",
      ending: "unsubscribed",
    });
  });

  it("skips a mail for whom no lawful basis is recorded, and says so", () => {
    const world = entering();
    world.person = { ...world.person, consent: {} };

    expect(turn(demo, world, [])).toMatchObject({ kind: "skip", step: "bienvenue", because: { code: "no-lawful-basis" } });
  });

  it("stops where its step is in no version any more", () => {
    const world = entering();
    world.enrollment = { ...world.enrollment, cursor: { step: "gone", visit: 1, slot: tuesday } };

    expect(turn(demo, world, [])).toMatchObject({ kind: "exit", ending: "stopped" });
  });

  it("never sends to someone suppressed or without a standing basis, whatever happens in whatever order", () => {
    const happening = fc.constantFrom("tick", "later", "suppress", "withdraw", "forget", "agree", "buy", "reply", "die", "move-zone");
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
        const world = entering();
        const sent: Sent[] = [];
        for (const one of happenings) {
          const { person } = world;
          const marketing = person.consent.marketing;
          if (one === "later") world.now += 3 * day;
          if (one === "suppress") world.suppression ??= { reason: "complained", at: world.now, from: "x" };
          if (one === "withdraw" && marketing !== undefined)
            world.person = { ...person, consent: { marketing: { ...marketing, withdrawnAt: world.now } } };
          if (one === "forget") world.person = { ...person, consent: {} };
          if (one === "agree")
            world.person = { ...person, consent: { marketing: { basis: "consent", at: world.now, source: "form:demo" } } };
          if (one === "buy") world.person = { ...person, purchases: { count: 1, total: 9, lastAt: world.now } };
          if (one === "reply") world.enrollment.signals = { ...world.enrollment.signals, repliedAt: world.now };
          if (one === "move-zone") world.person = { ...person, timeZone: "Pacific/Auckland" };
          if (one !== "tick" && one !== "die") continue;
          if (world.enrollment.dueAt === undefined) continue;
          world.now = Math.max(world.now, world.enrollment.dueAt);
          const before = sent.length;
          turn(demo, world, sent, one === "die");
          if (sent.length > before) {
            expect(world.suppression).toBeUndefined();
            expect(stands(world.person.consent.marketing)).toBe(true);
            expect(world.person.purchases).toBeUndefined();
          }
        }
      }),
    );
  });

  it("gives a step one message however often it is tried, and no two steps the same", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 3 * 24 })), { maxLength: 80 }), (tries) => {
        const world = entering();
        const sent: Sent[] = [];
        for (const [dies, late] of tries) {
          if (world.enrollment.dueAt === undefined) break;
          world.now = Math.max(world.now, world.enrollment.dueAt) + late * hour;
          turn(demo, world, sent, dies);
        }
        const ids = new Map<string, Set<string>>();
        for (const mail of sent) ids.set(mail.step, (ids.get(mail.step) ?? new Set()).add(mail.id));
        expect([...ids.values()].every((set) => set.size === 1)).toBe(true);
        expect(new Set([...ids.values()].flatMap((set) => [...set])).size).toBe(ids.size);
      }),
    );
  });

  it("sends only inside the window, but for mail that was asked for", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 * 24 }),
        fc.constantFrom("Europe/Paris", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Nowhere/Real"),
        (after, timeZone) => {
          const world = entering(tuesday + after * hour);
          world.person = { ...world.person, timeZone };
          const sent: Sent[] = [];
          live(world, sent);
          const zone = timeZone === "Nowhere/Real" ? "Europe/Paris" : timeZone;
          for (const mail of sent.slice(1)) expect(isOpen(settings.window, zone, mail.at, zones)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is pure: the same run at the same instant gets the same verdict", () => {
    const { person, enrollment } = entering();
    const ask = () =>
      plan({
        sequence: demo,
        enrollment,
        person,
        suppression: undefined,
        now: tuesday,
        timeZone: "Europe/Paris",
        zones,
        holds: () => true,
      });

    expect(ask()).toEqual(ask());
  });
});

describe("entering a sequence", () => {
  const enrolling = (change: Partial<Parameters<typeof considerEnrolling>[0]>) =>
    considerEnrolling({
      sequence: demo,
      version: 1,
      event: { id: "evt_1", type: "submission.received", source: "form:demo" },
      person: aProspect(),
      suppression: undefined,
      existing: undefined,
      now: tuesday,
      holds: () => true,
      ...change,
    });

  it("needs the right trigger, the audience, a basis, and an address that may be written to", () => {
    expect(enrolling({}).kind).toBe("enroll");
    expect(enrolling({ event: { id: "evt_1", type: "submission.received", source: "form:other" } })).toMatchObject({
      because: { code: "not-triggered" },
    });
    expect(enrolling({ holds: () => false })).toMatchObject({ because: { code: "not-in-audience" } });
    expect(enrolling({ person: aProspect({ consent: {} }) })).toMatchObject({ because: { code: "no-lawful-basis" } });
    expect(enrolling({ suppression: { reason: "manual", at: 1, from: "x" } })).toMatchObject({ because: { code: "suppressed-manual" } });
  });

  it("happens once at a time, and again only when the re-entry rule allows", () => {
    const { enrollment } = entering();
    const ended = { ...enrollment, status: "ended" as const, endedAt: tuesday };

    expect(enrolling({ existing: enrollment })).toMatchObject({ because: { code: "already-in" } });
    expect(enrolling({ existing: ended, now: tuesday + 10 * day })).toMatchObject({ because: { code: "too-soon-again" } });
    expect(enrolling({ existing: ended, now: tuesday + 91 * day })).toMatchObject({ kind: "enroll", enrollment: { run: 2 } });
    expect(enrolling({ existing: ended, sequence: { ...demo, reentry: { kind: "never" } } })).toMatchObject({
      because: { code: "once-only" },
    });
    expect(enrolling({ existing: ended, sequence: { ...demo, reentry: { kind: "always" } } }).kind).toBe("enroll");
  });
});
