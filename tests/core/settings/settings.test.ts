import { describe, expect, it } from "vitest";
import { settingsSchema } from "#core/settings/settings.ts";

const settings = {
  company: "Atelier Lumen",
  postalAddress: "14 quai de la Pêcherie, 69001 Lyon",
  website: "https://atelier-lumen.example",
  sender: { name: "Camille Roux", address: "camille@atelier-lumen.example" },
  replyDomain: "reponses.atelier-lumen.example",
  owner: "commercial@atelier-lumen.example",
  languages: ["fr", "en"],
  timeZone: "Europe/Paris",
  window: { days: ["mon", "fri"], from: "09:00", to: "18:00" },
};

describe("settings", () => {
  it("say who writes, from where, and when", () => {
    expect(settingsSchema.parse(settings)).toEqual(settings);
  });

  it.each([
    ["a nameless company", { company: " " }],
    ["no postal address", { postalAddress: "" }],
    ["a website that is a script", { website: "javascript:alert(1)" }],
    ["a reply domain that is none", { replyDomain: "reponses" }],
    ["a language that is none", { languages: ["français"] }],
    ["no language", { languages: [] }],
    ["a time zone that is none", { timeZone: "Lyon" }],
    ["a window that ends before it begins", { window: { days: ["mon"], from: "18:00", to: "09:00" } }],
    ["a window on no day", { window: { days: [], from: "09:00", to: "18:00" } }],
    ["a time that is none", { window: { days: ["mon"], from: "9h", to: "18:00" } }],
    ["something nobody knows", { colour: "red" }],
  ])("do not take %s", (_, change) => {
    expect(settingsSchema.safeParse({ ...settings, ...change }).success).toBe(false);
  });
});
