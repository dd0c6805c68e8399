import { describe, expect, it } from "vitest";
import { parseJson } from "#core/source/json.ts";
import { parsePath, valueAt } from "#core/source/path.ts";
import type { Mapping } from "#core/source/mapping.ts";
import { extractedOf, partOf } from "./delivery.ts";

const extractedFrom = (payload: unknown, mapping?: Mapping, webhookId?: string) =>
  extractedOf("json", payload, mapping, webhookId === undefined ? {} : { "webhook-id": webhookId });

const lead = {
  id: "evt-1",
  data: {
    contact: {
      "e-mail": "claire@example.com",
      names: [
        { kind: "given", text: "Claire" },
        { kind: "family", text: "Dupont" },
      ],
      agreed: "oui",
    },
    answers: { surface: 480, days: ["lundi", "mardi"], deep: { er: 1 } },
    tracking: { source: "linkedin" },
  },
};

describe("a JSON webhook with a mapping", () => {
  const mapping: Mapping = {
    eventId: "id",
    email: "data.contact.e-mail",
    firstName: "data.contact.names[0].text",
    lastName: "data.contact.names.1.text",
    consent: "data.contact.agreed",
    "utm.source": "$.data.tracking.source",
    surface: 'data["answers"].surface',
    days: "data.answers.days",
    deep: "data.answers.deep",
    absent: "data.nothing.here",
  };

  it("is read as the mapping says", () => {
    expect(extractedFrom(lead, mapping)).toEqual({
      email: "claire@example.com",
      firstName: "Claire",
      lastName: "Dupont",
      consent: true,
      utm: { source: "linkedin" },
      hidden: {},
      answers: [
        { key: "surface", title: "surface", value: 480 },
        { key: "days", title: "days", value: ["lundi", "mardi"] },
      ],
      eventId: "evt-1",
    });
  });

  it("names the sender's own path where the address is missing", () => {
    expect(partOf("json", {}, mapping)).toMatchObject({ kind: "problem", field: "data.contact.e-mail", code: "address-missing" });
  });

  it("takes the event's id from the mapping, then from a header, then from the very body", () => {
    const withoutId: Mapping = { email: "data.contact.e-mail" };
    expect(extractedFrom(lead, mapping, "header-1").eventId).toBe("evt-1");
    expect(extractedFrom(lead, withoutId, "header-1").eventId).toBe("header-1");
    expect(extractedFrom(lead, withoutId).eventId).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(extractedFrom(lead, withoutId).eventId).toBe(extractedFrom(lead, withoutId).eventId);
    expect(extractedFrom({ ...lead, more: 1 }, withoutId).eventId).not.toBe(extractedFrom(lead, withoutId).eventId);
  });

  it("keeps ids of nineteen digits whole", () => {
    const text = '{"id": 9007199254740993123, "email": "a@example.com", "note": "12345678901234567890", "n": 1.1234567890123456789}';
    expect(parseJson(text)).toEqual({
      id: "9007199254740993123",
      email: "a@example.com",
      note: "12345678901234567890",
      n: 1.1234567890123457,
    });
  });

  it("sees own keys alone", () => {
    expect(valueAt({ a: {} }, "a.__proto__")).toBeUndefined();
    expect(valueAt({ a: [] }, "a.length")).toBeUndefined();
    expect(valueAt({ a: "text" }, "a.constructor.name")).toBeUndefined();
    expect(valueAt({}, "toString")).toBeUndefined();
  });

  it("finds a key that looks like a path", () => {
    expect(valueAt({ "1.3": "Claire" }, "1.3")).toBe("Claire");
    expect(valueAt({ fields: { "1.3": "Claire" } }, 'fields["1.3"]')).toBe("Claire");
  });

  it.each(["", ".", "a.", "a..b", "a[", "a[x]", "a]b", "[-1]"])("takes %j for no path", (path) => {
    expect(parsePath(path)).toBeUndefined();
  });
});

describe("a JSON webhook without a mapping", () => {
  it("is guessed at by common keys, wherever the sender wraps them", () => {
    expect(
      extractedFrom({
        event: "lead.created",
        data: { "E-Mail": "claire@example.com", Prénom: "Claire", last_name: "Dupont", companyName: "Lumen", optin: true },
      }),
    ).toMatchObject({ email: "claire@example.com", firstName: "Claire", lastName: "Dupont", company: "Lumen", consent: true });
  });

  it("keeps what stands beside the address as answers", () => {
    expect(extractedFrom({ lead: { email: "claire@example.com", need: "workshop", days: ["a"], nested: {} } }).answers).toEqual([
      { key: "need", title: "need", value: "workshop" },
      { key: "days", title: "days", value: ["a"] },
    ]);
  });

  it("prefers what stands nearest to the top, and passes over empty values", () => {
    expect(
      extractedFrom({ email: null, customer: { email: "buyer@example.com" }, order: { seller: { email: "shop@example.com" } } }).email,
    ).toBe("buyer@example.com");
  });

  it("finds a purchase that is called one", () => {
    expect(extractedFrom({ email: "a@example.com", purchase: { id: 17, amount: "1 250,50", currency: "eur" } }).purchase).toEqual({
      id: "17",
      amount: 1250.5,
      currency: "EUR",
    });
  });

  it("that names nobody says which field it missed", () => {
    for (const payload of [{}, [], "text", 3, null, { data: { name: "x" } }]) {
      expect(partOf("json", payload, undefined)).toMatchObject({ kind: "problem", field: "email", code: "address-missing" });
    }
  });
});

describe("a purchase by webhook", () => {
  const mapping: Mapping = {
    email: "customer_details.email",
    "purchase.id": "id",
    "purchase.minorAmount": "amount_total",
    "purchase.currency": "currency",
  };
  const checkout = { id: "cs_1", customer_details: { email: "a@example.com" }, amount_total: 29_900, currency: "eur" };

  it("is counted in the currency's main unit, whatever the sender counts in", () => {
    expect(extractedFrom(checkout, mapping).purchase).toEqual({ id: "cs_1", amount: 299, currency: "EUR" });
    expect(extractedFrom({ ...checkout, currency: "jpy" }, mapping).purchase).toEqual({ id: "cs_1", amount: 29_900, currency: "JPY" });
  });

  it("is in euro where no currency is told", () => {
    expect(extractedFrom({ ...checkout, currency: undefined }, mapping).purchase?.currency).toBe("EUR");
  });

  it("is none without its id", () => {
    expect(extractedFrom({ ...checkout, id: null }, mapping).purchase).toBeUndefined();
  });

  it.each([
    ["amount_total", -1],
    ["amount_total", "free"],
    ["amount_total", null],
    ["currency", "euros"],
    ["currency", "€"],
  ])("is refused with %s %j, naming the sender's own key", (key, value) => {
    expect(partOf("json", { ...checkout, [key]: value }, mapping)).toMatchObject({
      kind: "problem",
      field: key,
    });
  });
});
