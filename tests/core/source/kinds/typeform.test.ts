import { describe, expect, it } from "vitest";
import type { Mapping } from "#core/source/mapping.ts";
import { answersIn, extractedOf, partOf } from "../delivery.ts";
import { typeformPayload } from "../typeform-payload.ts";

const extractedFrom = (payload: unknown, mapping?: Mapping) => extractedOf("typeform", payload, mapping);
const answersFrom = (payload: unknown, mapping?: Mapping) => answersIn(extractedFrom(payload, mapping));

describe("a Typeform response", () => {
  it("tells who answered, by the questions' types and titles", () => {
    expect(extractedFrom(typeformPayload())).toMatchObject({
      email: "Claire@Example.com",
      firstName: "Claire",
      company: "Menuiserie Dupont",
      phone: "+33478000000",
      message: "Bonjour,\nil fait sombre.",
      eventId: "01HLUMENEVENT",
    });
  });

  it("keeps every other answer under the ref its author gave the question, or its id", () => {
    expect(answersFrom(typeformPayload())).toEqual({
      need: "Un atelier",
      days: ["Lundi", "Mardi", "Samedi matin"],
      known: false,
      surface: 480,
    });
  });

  it("shows answers under the question's title", () => {
    expect(extractedFrom(typeformPayload()).answers[0]).toMatchObject({ key: "need", title: "Que voulez-vous éclairer ?" });
  });

  it("takes a legal question for the consent and its title for the text agreed to; a yes-or-no question never", () => {
    expect(extractedFrom(typeformPayload())).toMatchObject({
      consent: true,
      consentText: "J’accepte de recevoir les conseils d’Atelier Lumen.",
    });

    const email = { type: "email", email: "a@example.com", field: { id: "q2", type: "email" } };
    const yes = { type: "boolean", boolean: true, field: { id: "q7", type: "yes_no" } };
    expect(extractedFrom(typeformPayload({ answers: [email, yes] })).consent).toBeUndefined();
  });

  it("counts as no consent if one of several legal questions was declined", () => {
    const legal = (id: string, boolean: boolean) => ({ type: "boolean", boolean, field: { id, type: "legal" } });
    const email = { type: "email", email: "a@example.com", field: { id: "q2", type: "email" } };
    expect(extractedFrom(typeformPayload({ answers: [email, legal("q6", true), legal("x", false)] })).consent).toBe(false);
  });

  it("reads campaigns from hidden fields and keeps the other hidden fields apart", () => {
    const extracted = extractedFrom(typeformPayload({ hidden: { utm_source: "linkedin", utm_medium: "", page: "/atelier", n: 3 } }));
    expect(extracted.utm).toEqual({ source: "linkedin" });
    expect(extracted.hidden).toEqual({ page: "/atelier", n: "3" });
  });

  it("takes a hidden e-mail address only where none was typed", () => {
    expect(extractedFrom(typeformPayload({ hidden: { email: "hidden@example.com" } })).email).toBe("Claire@Example.com");
    expect(extractedFrom(typeformPayload({ hidden: { email: "hidden@example.com" }, answers: [] })).email).toBe("hidden@example.com");
  });

  it("obeys a mapping from our fields to questions by ref, id or title", () => {
    const mapping = { firstName: "q3", company: "prenom", energy: "Surface en m²" };
    expect(extractedFrom(typeformPayload(), mapping)).toMatchObject({ firstName: "Menuiserie Dupont", company: "Claire" });
    expect(answersFrom(typeformPayload(), mapping)).toMatchObject({ energy: 480 });
  });

  it("is the response's own token where the event has no id", () => {
    expect(extractedFrom(typeformPayload({ event: { event_id: undefined } })).eventId).toBe("tok-lumen-1");
  });

  it("without an address names the question that asks for it", () => {
    const answers = [{ type: "email", email: "claire@", field: { id: "q2", type: "email" } }];
    expect(partOf("typeform", typeformPayload({ answers }))).toMatchObject({
      kind: "problem",
      field: "adresse",
      code: "address-domain",
    });
  });

  it("loses a strange answer alone, not the whole", () => {
    const strange = [
      null,
      3,
      "x",
      {},
      { type: "text" },
      { type: "text", field: 3 },
      { type: "constructor", field: { id: "q1" } },
      { type: "file", file: {}, field: { id: "z" } },
    ];
    const email = { type: "email", email: "a@example.com", field: { id: "q2", type: "email" } };
    expect(extractedFrom(typeformPayload({ answers: [...strange, email] }))).toMatchObject({ email: "a@example.com", answers: [] });
  });

  it("that is not finished is passed over", () => {
    expect(partOf("typeform", typeformPayload({ event: { event_type: "form_response_partial" } })).kind).toBe("ignored");
  });

  it.each([[null], [[]], ["text"], [3], [{}], [{ form_response: null }], [{ form_response: [] }]])("is not what %j is", (payload) => {
    expect(partOf("typeform", payload)).toMatchObject({ kind: "problem", field: "form_response" });
  });
});
