import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { deterministicId } from "#core/id/id.ts";
import { anApi, type TestApi } from "./an-api.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";

const logSchema = z.looseObject({
  items: z.array(z.looseObject({ action: z.string(), by: z.looseObject({ id: z.string() }) })),
  next: z.string().nullable(),
});

describe("the settings, over the API", () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await anApi();
  });
  afterEach(async () => {
    expect(api.errors).toEqual([]);
    await api.workshop.close();
  });
  const log = async (query = "") => logSchema.parse((await api.ask("owner", "GET", `/api/audit?${query}`)).body);
  const addMember = (email: string) => api.ask("owner", "POST", "/api/team", { email, name: "Somebody", role: "viewer" });

  describe("the log of changes", () => {
    it("can be read by who made them, and by what they were made to", async () => {
      const other = await api.keyWith(["keys:manage"]);
      await addMember("a@lumen.example");
      api.workshop.now += 1;
      await api.ask({ token: other.token }, "POST", "/api/keys", { name: "Shop", scopes: ["keys:manage"] });

      expect((await log()).items.map(({ action }) => action)).toEqual(["key.made", "member.added"]);
      expect((await log(`by=${other.id}`)).items.map(({ action }) => action)).toEqual(["key.made"]);
      expect((await log("kind=member")).items.map(({ action }) => action)).toEqual(["member.added"]);
      expect((await log("kind=person")).items).toEqual([]);
    });

    it("goes on from page to page, filtered or not, and shows each change once", async () => {
      for (const name of ["a", "b", "c", "d", "e"]) await addMember(`${name}@lumen.example`);

      for (const filter of ["", "&kind=member"]) {
        const seen: unknown[] = [];
        let cursor: string | null = "";
        while (cursor !== null) {
          const page: z.infer<typeof logSchema> = await log(`limit=2${filter}${cursor === "" ? "" : `&cursor=${cursor}`}`);
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.next;
        }

        expect(seen).toHaveLength(5);
        expect(new Set(seen).size).toBe(5);
      }
    });

    it("is asked by one key at a time", async () => {
      const answer = await api.ask("owner", "GET", "/api/audit?by=x&kind=person");

      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ field: "kind", remedy: "Ask by `by` or by `kind`." });
    });
  });

  describe("parked work", () => {
    const park = async (eventId: string): Promise<void> => {
      const submission = {
        id: deterministicId("submission", tuesday, eventId),
        rev: 1,
        source: "form:demo",
        sourceKind: "form",
        basis: "consent" as const,
        status: "parked" as const,
        extracted: { email: `${eventId}@example.com`, utm: {}, hidden: {}, answers: [], eventId },
        receivedAt: tuesday,
        dueAt: tuesday,
        attempts: 8,
        reason: "the table did not answer",
      };
      await api.workshop.stores.submissions.accept(submission);
    };

    it("is tried again all at once, and the log says how much", async () => {
      for (let index = 0; index < 30; index++) await park(`e${index}`);

      const first = await api.ask("marketer", "POST", "/api/parked/retry");
      const { next } = z.object({ next: z.string() }).parse(first.body);
      const second = await api.ask("marketer", "POST", `/api/parked/retry?cursor=${next}`);

      expect(first.body).toMatchObject({ retried: 25, undecided: 0 });
      expect(second.body).toMatchObject({ retried: 5, next: null });
      expect((await api.ask("viewer", "GET", "/api/parked")).body).toMatchObject({ items: [] });
      expect((await log("kind=work")).items).toHaveLength(2);
    });

    it("is not for who may only look", async () => {
      expect((await api.ask("sales", "POST", "/api/parked/retry")).status).toBe(403);
    });
  });

  describe("the sender", () => {
    it("is shown with what is not known said so: SES that knows no domain, name servers that do not answer", async () => {
      const { status, body } = await api.ask("viewer", "GET", "/api/settings/sender");

      expect(status).toBe(200);
      expect(body).toMatchObject({
        address: "camille@atelier-lumen.example",
        domain: "atelier-lumen.example",
        account: { production: true, perDay: 50_000 },
        identity: null,
        identityProblem: "unknown",
        records: [
          { purpose: "dmarc", state: "unknown" },
          { purpose: "replies", state: "unknown" },
        ],
      });
    });
  });

  describe("the month's use", () => {
    it("is counted from what was counted: this month only, without what SES would not send", async () => {
      const { counters } = api.workshop.stores;
      const month = new Date(tuesday).toISOString().slice(0, 7);
      await counters.addRow({ name: "mail", row: `${month}-01 gmail`, add: { sent: 100, rejected: 2 } });
      await counters.addRow({ name: "mail", row: `${month}-02 notices`, add: { sent: 5 } });
      await counters.addRow({ name: "mail", row: "2020-01-01 gmail", add: { sent: 9_000 } });
      await counters.addRow({ name: "people", row: `${month}-02 form:demo`, add: { submissions: 7 } });

      const { body } = await api.ask("viewer", "GET", "/api/usage");

      expect(body).toMatchObject({ month, sent: 103, notices: 5, submissions: 7, pinpoint: { people: 98 } });
    });
  });

  describe("the first steps", () => {
    it("are told by facts: who writes, what is published, what was tried, who is there", async () => {
      const before = await api.ask("viewer", "GET", "/api/first-run");
      await api.store(aProspect());
      const test = { id: deterministicId("audit", tuesday, "a"), at: tuesday, by: { kind: "member", id: "mem_a", name: "A" } } as const;
      await api.workshop.stores.audit.append({ ...test, action: "test-mail.sent", subject: { kind: "test-mail", id: "demo" } });

      const after = await api.ask("viewer", "GET", "/api/first-run");

      expect(before.body).toMatchObject({
        sender: { company: "Atelier Lumen", address: "camille@atelier-lumen.example", maySend: false },
        forms: ["demo"],
        sequences: ["demo"],
        tested: false,
        people: false,
      });
      expect(
        z
          .object({ emails: z.array(z.object({ name: z.string() })) })
          .parse(before.body)
          .emails.map(({ name }) => name),
      ).not.toContain("notice-reply");
      expect(after.body).toMatchObject({ tested: true, people: true });
    });

    it("stand before anything is published, and so does what the frame asks", async () => {
      for (const kind of ["settings", "email", "form", "sequence"] as const)
        for (const { name, version } of await api.workshop.stores.definitions.current(kind))
          await api.workshop.stores.definitions.retire(kind, name, version);
      api.workshop.definitions.forget();

      expect((await api.ask("viewer", "GET", "/api/first-run")).body).toMatchObject({ sender: null, emails: [], forms: [], sequences: [] });
      expect(await api.ask("viewer", "GET", "/api/overview")).toMatchObject({ status: 200, body: { company: "Relance" } });
    });
  });
});
