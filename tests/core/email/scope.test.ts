import { describe, expect, it } from "vitest";
import { scopeOf } from "#core/email/scope.ts";
import type { Person } from "#core/person/person.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import type { Settings } from "#core/settings/settings.ts";

const settings: Settings = {
  company: "Atelier Lumen",
  postalAddress: "14 quai de la Pêcherie, 69001 Lyon",
  website: "https://atelier-lumen.example",
  sender: { name: "Camille Roux", address: "camille@atelier-lumen.example" },
  replyDomain: "reponses.atelier-lumen.example",
  owner: "commercial@atelier-lumen.example",
  languages: ["fr"],
  timeZone: "Europe/Paris",
  window: { days: ["mon"], from: "09:00", to: "18:00" },
};
const blank = blankPerson("per_01J00000000000000000000000", "zoe@dupont.example", "hash", 0);

const scope = (person: Person, values: Readonly<Record<string, string>> = {}) =>
  scopeOf({ person, declared: ["firstName", "company"], settings, formToken: "token", unsubscribeUrl: "https://mail.example/u/t", values });

describe("what a mail can say", () => {
  it("is every declared attribute, those not known as null, and none that is not declared", () => {
    const attributes = { firstName: { value: "Zoé", at: 0, from: "sub" }, secret: { value: "x", at: 0, from: "sub" } };

    expect(scope({ ...blank, attributes, locale: "fr" }).person).toEqual({
      firstName: "Zoé",
      company: null,
      email: "zoe@dupont.example",
      locale: "fr",
      lifecycle: "contact",
      stage: "awareness",
    });
    expect(scope(blank).person["locale"]).toBe("");
  });

  it("is who writes and from where, and the way out", () => {
    expect(scope(blank)).toMatchObject({
      sender: { name: "Camille Roux", company: "Atelier Lumen", postalAddress: "14 quai de la Pêcherie, 69001 Lyon" },
      unsubscribe_url: "https://mail.example/u/t",
    });
  });

  it("is, in a notice, what is given and nothing for the rest", () => {
    expect(scope(blank, { task: "Call", other: "x" }).notice).toEqual({ task: "Call", personUrl: "", replySubject: "", replyText: "" });
  });
});
