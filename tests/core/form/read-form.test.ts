import { describe, expect, it } from "vitest";
import { type FormField, type FormPost, readForm } from "#core/form/read-form.ts";
import { demoForm } from "./demo-form.ts";

const filled: readonly FormField[] = [
  ["email", " Claire@Example.com "],
  ["firstName", "Claire"],
  ["company", "Menuiserie Dupont"],
  ["need", "workshop"],
  ["tel", "04 78 00 00 00"],
  ["project", "Il fait\r\nsombre."],
  ["rooms[]", "hall"],
  ["rooms[]", "cellar"],
  ["callMe", "on"],
  ["consent", "on"],
  ["utm_source", "linkedin"],
  ["colour", "green"],
  ["website", ""],
];

function read(fields: readonly FormField[], change: Partial<FormPost> = {}, form = demoForm()) {
  return readForm(form, { fields, language: "fr", idempotencyKey: undefined, receivedAt: 1_000, ...change });
}

function extractedFrom(fields: readonly FormField[], change: Partial<FormPost> = {}, form = demoForm()) {
  const result = read(fields, change, form);
  if (result.kind !== "read") throw new Error(`expected a person, got ${JSON.stringify(result)}`);
  return result.extracted;
}

describe("a post of a form", () => {
  it("tells who came, by the form's own definition", () => {
    expect(extractedFrom(filled)).toMatchObject({
      email: "Claire@Example.com",
      firstName: "Claire",
      company: "Menuiserie Dupont",
      phone: "04 78 00 00 00",
      message: "Il fait\nsombre.",
      locale: "fr",
      utm: { source: "linkedin" },
    });
  });

  it("keeps the other fields as answers, those the form does not name among them", () => {
    expect(extractedFrom(filled).answers).toEqual([
      { key: "need", title: "Que voulez-vous éclairer ?", value: "workshop" },
      { key: "rooms", title: "Pièces", value: ["hall", "cellar"] },
      { key: "callMe", title: "Rappelez-moi", value: true },
      { key: "colour", title: "colour", value: "green" },
    ]);
  });

  it("keeps a value outside the choices as it was given", () => {
    expect(extractedFrom([...filled.slice(0, 2), ["need", "lighthouse"]]).answers).toMatchObject([{ key: "need", value: "lighthouse" }]);
  });

  it("with the box ticked is consent, with the very text that stood beside it", () => {
    expect(extractedFrom(filled)).toMatchObject({
      consent: true,
      consentText: "J’accepte de recevoir vos conseils.",
      consentTextVersion: "2026-09",
    });
    expect(extractedFrom(filled, { language: "en" })).toMatchObject({ consentText: "I agree to get your advice." });
  });

  it("without the box ticked is none, and cannot bring a text of its own", () => {
    const fields: readonly FormField[] = [
      ["email", "a@example.com"],
      ["consentText", "I agree to everything"],
      ["consentTextVersion", "x"],
    ];
    expect(extractedFrom(fields)).toMatchObject({
      consent: false,
      consentText: "J’accepte de recevoir vos conseils.",
      consentTextVersion: "2026-09",
    });
  });

  it("says nothing of consent where the form rests on interest and has no box", () => {
    const form = demoForm({ consent: { ...demoForm().consent, basis: "legitimate-interest" } });
    expect(extractedFrom([["email", "a@example.com"]], {}, form)).not.toHaveProperty("consent");
    expect(
      extractedFrom(
        [
          ["email", "a@example.com"],
          ["consent", "yes"],
        ],
        {},
        form,
      ).consent,
    ).toBe(true);
  });

  it.each([
    ["", "address-missing"],
    ["claire@", "address-domain"],
  ])("with the address %j names the field and says what is wrong", (email, code) => {
    expect(read([["email", email]])).toMatchObject({ kind: "problem", problems: [{ field: "email", code }] });
  });

  it("without the address's field is refused by the field's name", () => {
    const form = demoForm({ fields: demoForm().fields.map((field) => (field.name === "email" ? { ...field, name: "courriel" } : field)) });
    expect(read([], {}, form)).toMatchObject({ kind: "problem", problems: [{ field: "courriel", code: "address-missing" }] });
  });

  it("with a required field left empty is refused; a page that does not ask for it is not", () => {
    expect(
      read([
        ["email", "a@example.com"],
        ["firstName", " "],
      ]),
    ).toMatchObject({ kind: "problem", problems: [{ field: "firstName", code: "field-empty" }] });
    expect(read([["email", "a@example.com"]]).kind).toBe("read");
  });

  it("by a machine that fills what people do not see is known as such, even without an address", () => {
    expect(read([["website", "https://spam.example"]])).toMatchObject({ kind: "machine", extracted: { answers: [] } });
    expect(
      read([
        ["website", "x"],
        ["email", "a@example.com"],
      ]),
    ).toMatchObject({ kind: "machine", extracted: { email: "a@example.com" } });
  });

  it("is harmless whatever its fields are called", () => {
    const fields: readonly FormField[] = [
      ["email", "a@example.com"],
      ["__proto__[x]", "1"],
      ["__proto__", "2"],
      ["constructor", "3"],
      ["toString", "4"],
    ];
    expect(extractedFrom(fields).answers.map(({ key }) => key)).toEqual(["__proto__[x]", "__proto__", "constructor", "toString"]);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  it("has the id its sender gave it, or one of its fields and their ten minutes", () => {
    const email: FormField = ["email", "a@example.com"];
    expect(extractedFrom([email, ["_id", "mine"]]).eventId).toBe("mine");
    expect(extractedFrom([email, ["_id", "mine"]], { idempotencyKey: "header" }).eventId).toBe("header");
    expect(extractedFrom([email]).eventId).toBe(extractedFrom([email], { receivedAt: 2_000 }).eventId);
    expect(extractedFrom([email]).eventId).not.toBe(extractedFrom([email, ["colour", "green"]]).eventId);
  });

  it("in no known language has no locale", () => {
    expect(extractedFrom(filled, { language: undefined })).not.toHaveProperty("locale");
  });
});
