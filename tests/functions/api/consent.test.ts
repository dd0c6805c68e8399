import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConsentProof } from "#contract/consent.ts";
import { deterministicId, newId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import { newSubmission } from "#core/submission/new-submission.ts";
import { day, hour } from "#core/time/instant.ts";
import { unsubscribe } from "#functions/work/unsubscribe.ts";
import { receive } from "#functions/work/receive.ts";
import { confirmAgreement } from "#functions/work/confirm-agreement.ts";
import { drain } from "#functions/work/drain.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { anApi, type TestApi } from "./an-api.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)> \u2028 J’accepte & plus`;

describe("consent, over the API", () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await anApi();
  });
  afterEach(async () => {
    expect(api.errors).toEqual([]);
    await api.workshop.close();
  });
  const store = (change: Partial<Person> = {}): Promise<Person> =>
    api.store(
      aProspect({ id: deterministicId("person", tuesday, "zoe"), email: "zoe@dupont.example", addressHash: "hash-zoe", ...change }),
    );
  const arrive = async (
    email: string,
    text: string,
    more: Parameters<typeof newSubmission>[0]["extracted"] | object = {},
  ): Promise<string> => {
    const { workshop } = api;
    const extracted = {
      email,
      locale: "fr",
      consent: true,
      consentText: text,
      consentTextVersion: "7",
      utm: {},
      hidden: {},
      answers: [],
      eventId: "e1",
    };
    const { submission } = await receive(
      workshop,
      newSubmission({
        id: newId("submission", workshop.now, workshop.runtime.random(10)),
        source: "form:demo",
        sourceKind: "form",
        basis: "consent",
        doubleOptIn: { validDays: 7 },
        formVersion: 12,
        extracted: { ...extracted, ...more },
        ip: "203.0.113.9",
        receivedAt: workshop.now,
      }),
      log,
    );
    return submission.personId ?? "";
  };
  const confirm = async (personId: string): Promise<void> => {
    const found = await api.workshop.stores.confirmations.find(personId as Person["id"]);
    const messageId = found?.mails.at(-1)?.messageId;
    if (messageId === undefined) throw new Error("nothing was asked");
    await confirmAgreement(api.workshop, { personId: personId as Person["id"], messageId }, "198.51.100.77");
    await drain(api.workshop, { timeMs: 10_000, log });
  };
  const proofOf = async (id: string) => (await api.ask("marketer", "GET", `/api/people/${id}/consent-proof`)).body as ConsentProof;

  it("told elsewhere is recorded with how, by whom, when and where the proof is, and in the log", async () => {
    const zoe = await store({ consent: {} });
    const given = {
      purpose: "marketing",
      how: "paper",
      text: "Je veux vos conseils.",
      at: new Date(tuesday - day).toISOString(),
      reason: "Bulletin, classeur B",
    };

    const answer = await api.ask("sales", "POST", `/api/people/${zoe.id}/consent`, given);

    expect(answer.body).toMatchObject({
      consent: [{ purpose: "marketing", basis: "consent", text: "Je veux vos conseils.", how: "paper", by: "test", source: "hand" }],
    });
    expect((await api.ask("viewer", "GET", `/api/people/${zoe.id}/consent`)).body).toMatchObject({
      items: [{ act: "given", how: "paper", reason: "Bulletin, classeur B", givenAt: given.at }],
    });
    expect((await api.ask("owner", "GET", "/api/audit")).body).toMatchObject({
      items: [{ action: "consent.recorded", reason: "Bulletin, classeur B" }],
    });
    expect((await api.ask("viewer", "POST", `/api/people/${zoe.id}/consent`, given)).status).toBe(403);
    const future = { ...given, at: new Date(tuesday + day).toISOString() };
    expect((await api.ask("sales", "POST", `/api/people/${zoe.id}/consent`, future)).body).toMatchObject({ field: "at", status: 400 });
    expect((await api.ask("sales", "POST", `/api/people/${zoe.id}/consent`, { ...given, reason: " " })).status).toBe(400);
  });

  it("is taken back with a reason; the history keeps what was given, and mails stop", async () => {
    const zoe = await store();
    const body = { purpose: "marketing", reason: "Au téléphone : plus d’e-mails." };

    const answer = await api.ask("sales", "POST", `/api/people/${zoe.id}/consent/withdraw`, body);

    expect(answer.body).toMatchObject({ consent: [{ withdrawnAt: new Date(tuesday).toISOString() }] });
    const { items } = (await api.ask("viewer", "GET", `/api/people/${zoe.id}/consent`)).body as { items: { act: string }[] };
    expect(items.map(({ act }) => act).sort()).toEqual(["given", "withdrawn"]);
    expect((await api.ask("sales", "POST", `/api/people/${zoe.id}/consent/withdraw`, body)).body).toMatchObject({ status: 409 });
    expect(api.workshop.events.map(({ type }) => type)).toContain("consent.withdrawn");
  });

  it("waits to be confirmed where anybody can see it, and its link is sent again no more often than it may be", async () => {
    const id = await arrive("zoe@dupont.example", "J’accepte.");

    expect((await api.ask("viewer", "GET", `/api/people/${id}`)).body).toMatchObject({
      consent: [],
      awaited: { until: new Date(tuesday + 7 * day).toISOString(), text: "J’accepte.", source: "form:demo" },
    });
    expect((await api.ask("sales", "POST", `/api/people/${id}/consent/confirmation`)).body).toEqual({ sent: false });
    for (let hours = 0; hours < 5; hours++) {
      api.workshop.now += hour;
      await api.ask("sales", "POST", `/api/people/${id}/consent/confirmation`);
    }
    expect(api.workshop.mails).toHaveLength(3);
    await confirm(id);
    expect((await api.ask("sales", "POST", `/api/people/${id}/consent/confirmation`)).status).toBe(409);
  });

  it("is proved by one document: every step in order, with a hash that anybody can compute again", async () => {
    const id = await arrive("zoe@dupont.example", hostile);
    api.workshop.now += hour;
    await confirm(id);
    api.workshop.now += hour;
    await api.ask("sales", "POST", `/api/people/${id}/consent/withdraw`, { purpose: "marketing", reason: "a demandé" });

    const proof = await proofOf(id);

    expect(proof.events.map(({ act }) => act)).toEqual(["asked", "confirmed", "withdrawn"]);
    expect(proof.events[1]).toMatchObject({
      text: hostile,
      textVersion: "7",
      formVersion: 12,
      givenAt: new Date(tuesday).toISOString(),
      ip: "198.51.100.0",
      submissionId: expect.stringMatching(/^sub_/),
      mail: {
        id: expect.stringMatching(/^msg_/),
        sentAt: new Date(tuesday).toISOString(),
        subject: expect.stringContaining("Atelier Lumen"),
      },
    });
    expect(proof.events[0]).toMatchObject({ ip: "203.0.113.0" });
    expect(proof.events[2]).toMatchObject({ by: "test", reason: "a demandé" });
    expect(proof.stands).toEqual([]);
    const { hash, ...proven } = proof;
    expect(createHash("sha256").update(sorted(proven)).digest("hex")).toBe(hash.value);
    expect((await api.ask("owner", "GET", "/api/audit")).body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ action: "consent.proof-exported" })]),
    });
    expect((await api.ask("sales", "GET", `/api/people/${id}/consent-proof`)).status).toBe(403);
  });

  it("is proved by a page too, in either language, that runs nothing and loads nothing whatever was typed", async () => {
    const id = await arrive("zoe@dupont.example", hostile);
    for (const [lang, title] of [
      ["fr", "Preuve du consentement"],
      ["en", "Proof of consent"],
    ] as const) {
      const page = await api.ask("owner", "GET", `/api/people/${id}/consent-proof?lang=${lang}`, undefined, { accept: "text/html" });

      expect(page.headers.get("content-type")).toMatch(/^text\/html/);
      expect(page.headers.get("content-disposition")).toMatch(/^attachment; filename="consent-per_\w+-2026-11-24\.html"$/);
      expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(page.text).toContain(`<html lang="${lang}">`);
      expect(page.text).toContain(title);
      expect(page.text).not.toMatch(/<script|<img|<link|onerror=alert\(2\)>/);
      expect(page.text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
      expect(page.text).toContain("2026-11-24 09:30:00 UTC");
      expect(page.text).toContain("203.0.113.0");
      const [, hash = ""] = /SHA-256 ([0-9a-f]{64})/.exec(page.text) ?? [];
      const text = unescaped(/<pre>([\s\S]*)<\/pre>/.exec(page.text)?.[1] ?? "");
      expect(createHash("sha256").update(text).digest("hex")).toBe(hash);
    }
    const polite = await api.ask("owner", "GET", `/api/people/${id}/consent-proof`, undefined, {
      accept: "text/html,*/*;q=0.8",
      "accept-language": "en-GB,en;q=0.9",
    });
    expect(polite.text).toContain("Proof of consent");
  });

  it("of before its history was kept is told as what is known of it", async () => {
    const zoe = await store();

    expect((await proofOf(zoe.id)).events).toMatchObject([{ act: "given", source: "form:demo", because: { code: "before-history" } }]);
  });

  describe("of two records that are merged", () => {
    const added = async (email: string, basis: string) => {
      const body = { email, basis, ...(basis === "none" ? {} : { proof: "Bulletin, classeur B" }) };
      return ((await api.ask("sales", "POST", "/api/people", body)).body as { id: Person["id"] }).id;
    };
    const merge = async (kept: string, other: string) =>
      expect((await api.ask("sales", "POST", `/api/people/${kept}/merge`, { other })).status).toBe(200);
    const undo = async (kept: string) => expect((await api.ask("sales", "POST", `/api/people/${kept}/unmerge`)).status).toBe(200);

    it("is proved with why it stopped to stand, by whom, and that it stands again when the merge is undone", async () => {
      const kept = await added("anne@atelier.example", "consent");
      const other = await added("anne@gmail.com", "none");
      api.workshop.now += hour;
      await merge(kept, other);

      const merged = await proofOf(kept);
      expect(merged.stands).toEqual([]);
      expect(merged.events).toMatchObject([
        { act: "given" },
        { act: "merged", at: new Date(tuesday + hour).toISOString(), because: { code: "merge-none-stood" }, basis: null, by: "test" },
      ]);
      expect((await api.ask("viewer", "GET", `/api/people/${kept}/timeline`)).body).toMatchObject({
        items: expect.arrayContaining([expect.objectContaining({ type: "consent.merged" })]),
      });

      api.workshop.now += hour;
      await undo(kept);

      const parted = await proofOf(kept);
      expect(parted.stands).toMatchObject([{ purpose: "marketing", basis: "consent" }]);
      expect(parted.events.slice(2)).toMatchObject([
        { act: "unmerged", basis: "consent", text: "Bulletin, classeur B", givenAt: new Date(tuesday).toISOString(), by: "test" },
      ]);
      expect((await proofOf(other)).events).toEqual([]);
      const page = await api.ask("owner", "GET", `/api/people/${kept}/consent-proof?lang=fr`, undefined, { accept: "text/html" });
      expect(page.text).toContain("Deux fiches de cette personne ont été fusionnées");
      expect(page.text).toContain("L’une des deux fiches n’avait aucune base pour cet usage\u00a0: il n’en reste donc aucune.");
      expect(page.text).toContain("La fusion de deux fiches a été annulée");
      expect(page.text).toContain("Enregistré par");
    });

    it("is proved for both with a no that was said meanwhile by the mail of one, as what it was", async () => {
      const kept = await added("anne@atelier.example", "consent");
      const other = await added("anne@gmail.com", "consent");
      await merge(kept, other);
      api.workshop.now += hour;
      await unsubscribe(api.workshop, { personId: other });
      api.workshop.now += hour;
      await undo(kept);

      for (const id of [kept, other]) {
        const { events, stands } = await proofOf(id);
        expect(stands).toEqual([]);
        expect(events).toMatchObject([
          { act: "given", because: null },
          { act: "withdrawn", because: null },
        ]);
        expect(events).toHaveLength(2);
      }
    });
  });

  it("is not claimed by an interest of ours for a private address", async () => {
    const body = { email: "claire@gmail.com", basis: "legitimate-interest", proof: "rencontrée au salon" };
    expect((await api.ask("sales", "POST", "/api/people", body)).body).toMatchObject({ status: 400, field: "basis" });
    expect((await api.ask("sales", "POST", "/api/people", { ...body, email: "claire@dupont.example" })).status).toBe(201);
  });

  it("is asked about twice by a source that says so, whose rule is checked", async () => {
    const source = { kind: "json", name: "Salon", mapping: { email: "email" }, basis: "consent" };
    const made = await api.ask("marketer", "POST", "/api/sources", { ...source, doubleOptIn: { validDays: 5, remindAfterDays: 2 } });
    expect(made.body).toMatchObject({ doubleOptIn: { validDays: 5, remindAfterDays: 2 } });
    const { id } = made.body as { id: string };
    const change = (doubleOptIn: unknown) => api.ask("marketer", "PATCH", `/api/sources/${id}`, { doubleOptIn });

    expect((await change({ validDays: 3, remindAfterDays: 3 })).body).toMatchObject({ field: "doubleOptIn.remindAfterDays", status: 400 });
    expect((await change({ validDays: 3, email: "demo-1-bienvenue" })).body).toMatchObject({ field: "doubleOptIn.email" });
    expect((await change({ validDays: 0 })).status).toBe(400);
    expect((await change({})).body).toMatchObject({ doubleOptIn: { validDays: 7 } });
    expect((await change(null)).body).toMatchObject({ doubleOptIn: null });
  });
});

/** The same text as RFC 8785, made by other means: names sorted at every depth. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}

function unescaped(html: string): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}
