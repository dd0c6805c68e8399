import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { type Client, clientOf, eventually } from "./client.ts";
import { type StartedCommand, startCommand } from "./start-command.ts";

const zoe = {
  email: "Zoe.Dupont@Example.com",
  firstName: "Zoé",
  company: "Dupont & Fils",
  need: "workshop",
  budget: "5k-20k",
  role: "decides",
  timing: "quarter",
  consent: "on",
};
const day = 86_400_000;

/** The main job, by the real command and over HTTP only. Each chapter stands on the ones before. */
describe("the story of a prospect", () => {
  let folder: string;
  let relance: StartedCommand;
  let client: Client;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "relance-e2e-"));
    relance = await startCommand(folder);
    client = clientOf(relance);
  });
  afterAll(async () => {
    await relance.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("makes a form post a recognised and scored prospect, with reasons", async () => {
    const answer = await client.submit("demo", zoe);

    expect(answer.status).toBe(303);
    const person = await client.person("zoe.dupont@example.com");
    expect(person).toMatchObject({ name: "Zoé", company: "Dupont & Fils", lifecycle: "prospect", stage: "connection" });
    const detail = await client.detail(person?.id ?? "");
    expect(detail.scoreReasons.reduce((sum, reason) => sum + reason.points, 0)).toBeCloseTo(detail.score.total, 0);
    expect(detail.scoreReasons.map((reason) => reason.rule)).toContain("budget-ready");
    expect(detail.consent).toMatchObject([{ purpose: "marketing", basis: "consent", source: "form:demo" }]);
  });

  it("takes the same post again without a trace", async () => {
    const before = await client.mails();

    expect((await client.submit("demo", zoe)).status).toBe(303);

    const person = await client.person(zoe.email);
    const timeline = await client.timeline(person?.id ?? "");
    expect(timeline.items.filter((item) => item.type === "submission.received")).toHaveLength(1);
    expect(await client.mails()).toHaveLength(before.length);
  });

  it("sends the first mail at once, whole for any mail program", async () => {
    const [mail] = await eventually(client.mails, (mails) => mails.length > 0);

    const parsed = await simpleParser(await client.eml(mail?.id ?? ""));
    expect(parsed.subject).toBe("Zoé, votre étude d’éclairage : la suite");
    expect(parsed.to).toMatchObject({ text: expect.stringMatching(/^zoe\.dupont@example\.com$/i) });
    expect(parsed.text).toContain("Dupont & Fils");
    expect(parsed.html).toContain("Dupont &amp; Fils");
    expect(String(parsed.headers.get("list-unsubscribe-post") ?? mail?.headers["List-Unsubscribe-Post"])).toBe(
      "List-Unsubscribe=One-Click",
    );
    expect(parsed.text).toContain("69001 Lyon");
    expect(mail?.html).toContain(mail?.headers["List-Unsubscribe"]?.slice(1, -1));
  });

  it("sends the follow-up within four days, inside the send window where the person lives", async () => {
    const before = await client.now();

    await client.advance("P4D");

    const mails = (await client.mails()).filter((mail) => mail.to === zoe.email);
    expect(mails).toHaveLength(2);
    const sentAt = Date.parse(mails[1]?.sentAt ?? "");
    expect(sentAt - before).toBeLessThanOrEqual(4 * day);
    const paris = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Paris",
      weekday: "short",
      hour: "2-digit",
      hourCycle: "h23",
    }).formatToParts(sentAt);
    const hour = Number(paris.find((part) => part.type === "hour")?.value);
    expect(hour).toBeGreaterThanOrEqual(9);
    expect(hour).toBeLessThan(18);
    expect(["Sat", "Sun"]).not.toContain(paris.find((part) => part.type === "weekday")?.value);
  });

  it("lets a person's click raise the score and move the stage, and a scanner's do neither", async () => {
    const mail = (await client.mails()).findLast((one) => one.to === zoe.email);
    const before = await client.person(zoe.email);

    await client.happen(mail?.id ?? "", { type: "click", url: "https://atelier-lumen.example/calcul", by: "machine" });
    const scanned = await client.person(zoe.email);
    await client.happen(mail?.id ?? "", { type: "click", url: "https://atelier-lumen.example/calcul" });
    const clicked = await client.person(zoe.email);

    expect(scanned?.stage).toBe(before?.stage);
    expect(scanned?.score.total).toBeLessThanOrEqual(before?.score.total ?? 0);
    expect(clicked?.score.engagement).toBeGreaterThan(before?.score.engagement ?? 0);
    expect(clicked?.stage).toBe("qualification");
    const detail = await client.detail(clicked?.id ?? "");
    expect(detail.scoreReasons.map((reason) => reason.rule)).toContain("clicked");
    expect(detail.stageBecause.rule).toBe("criteria-being-met");
  });

  it("takes an out-of-office answer for what it is", async () => {
    const mail = (await client.mails()).findLast((one) => one.to === zoe.email);

    await client.happen(mail?.id ?? "", { type: "reply", text: "Je suis absente jusqu’au 3.", automatic: true });

    const detail = await client.detail((await client.person(zoe.email))?.id ?? "");
    expect(detail.enrollments[0]?.status).toBe("active");
    expect((await client.timeline(detail.id)).items.map((item) => item.type)).toContain("reply.automatic");
  });

  it("stops the sequence when the person replies, and tells the owner in their words", async () => {
    const mail = (await client.mails()).findLast((one) => one.to === zoe.email);

    await client.happen(mail?.id ?? "", { type: "reply", text: "Bonjour,\nOui, appelez-moi demain." });

    const detail = await client.detail((await client.person(zoe.email))?.id ?? "");
    expect(detail.enrollments).toMatchObject([{ sequence: "demo", status: "ended", ending: "replied", dueAt: null }]);
    const notice = (await client.mails()).findLast((one) => one.to === "commercial@atelier-lumen.example");
    expect(notice?.text).toContain("Oui, appelez-moi demain.");
    expect(notice?.text).not.toContain("Où se cache");
    const sent = (await client.mails()).filter((one) => one.to === zoe.email).length;
    await client.advance("P21D");
    expect((await client.mails()).filter((one) => one.to === zoe.email)).toHaveLength(sent);
  });

  it("makes a client of whoever buys, told by a shop's webhook, once", async () => {
    const mapping = { email: "client.email", "purchase.id": "order", "purchase.amount": "total", "purchase.currency": "currency" };
    const source = await client.source({ kind: "json", name: "Boutique", basis: "none", mapping });
    const order = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ client: { email: "ZOE.dupont@example.com" }, order: "A-17", total: 9400, currency: "EUR" }),
    };

    const first = await fetch(source.url, order);
    const again = await fetch(source.url, order);

    expect([first.status, again.status]).toEqual([200, 200]);
    const { id } = z.object({ id: z.string() }).parse(await first.json());
    expect(await again.json()).toEqual({ id, status: "duplicate" });
    const detail = await client.detail((await client.person(zoe.email))?.id ?? "");
    expect(detail).toMatchObject({ lifecycle: "client", stage: "won", purchases: { count: 1, total: 9400, currency: "EUR" } });
  });

  it("ends mail for good at one click, which a mere look does not", async () => {
    const link = (await client.mails())[0]?.headers["List-Unsubscribe"]?.slice(1, -1) ?? "";

    expect((await fetch(link)).status).toBe(200);
    expect((await client.person(zoe.email))?.suppressed).toBeNull();
    const left = await fetch(link, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) });

    expect(left.status).toBe(200);
    expect((await client.person(zoe.email))?.suppressed).toBe("unsubscribed");
    const before = (await client.mails()).length;
    await client.advance("P120D");
    await client.submit("demo", { ...zoe, timing: "now" });
    await client.advance("P30D");
    expect((await client.mails()).slice(before)).toEqual([]);
  });

  it("never writes to someone who did not agree, and says why", async () => {
    const { consent: _, ...silent } = { ...zoe, email: "sans-accord@example.com" };

    await client.submit("demo", silent);
    await client.advance("P10D");

    const person = await client.person("sans-accord@example.com");
    expect((await client.mails()).filter((mail) => mail.to === "sans-accord@example.com")).toEqual([]);
    const refusal = (await client.timeline(person?.id ?? "")).items.find((item) => item.type === "sequence.not-entered");
    expect(refusal?.data["because"]).toBe("no-lawful-basis");
  });

  it("suppresses an address that bounces for good and one that complains", async () => {
    for (const [email, event] of [
      ["gone@example.com", "bounce"],
      ["angry@example.com", "complaint"],
    ] as const) {
      await client.submit("demo", { ...zoe, email });
      const mail = await eventually(
        async () => (await client.mails()).find((one) => one.to === email),
        (found) => found !== undefined,
      );

      await client.happen(mail?.id ?? "", { type: event });
      await client.happen(mail?.id ?? "", { type: event });

      const detail = await client.detail((await client.person(email))?.id ?? "");
      expect(detail.suppressed).toBe(event === "bounce" ? "bounced" : "complained");
      expect(detail.enrollments[0]?.status).toBe("ended");
    }
  });

  it("answers outsiders with problem documents that name the field", async () => {
    const wrong = await fetch(new URL("/forms/demo", relance.url), {
      method: "POST",
      body: new URLSearchParams({ email: "nobody" }),
      headers: { accept: "application/json" },
    });
    const unknown = await fetch(new URL("/forms/nowhere", relance.url), { method: "POST", body: "email=a%40example.com" });
    const stranger = await fetch(new URL("/api/people", relance.url));
    const openapi = openApiVersion(await (await fetch(new URL("/api/openapi.json", relance.url))).json());

    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({ status: 422, field: "email" });
    expect(unknown.status).toBe(404);
    expect(stranger.status).toBe(401);
    expect(openapi).toMatch(/^3\.1\./);
  });

  it("loses nothing when it is stopped and started again", async () => {
    const before = {
      people: (await client.people()).items.map((person) => person.id).sort(),
      mails: (await client.mails()).length,
      due: (await client.due()).items.length,
    };
    expect(await relance.stop()).toBe(0);

    relance = await startCommand(folder);
    client = clientOf(relance);

    expect((await client.people()).items.map((person) => person.id).sort()).toEqual(before.people);
    expect(await client.mails()).toHaveLength(before.mails);
    expect((await client.due()).items).toHaveLength(before.due);
  });
});

/** The version an OpenAPI document says it is written in. */
function openApiVersion(document: unknown): string {
  return typeof document === "object" && document !== null && "openapi" in document ? String(document.openapi) : "";
}
