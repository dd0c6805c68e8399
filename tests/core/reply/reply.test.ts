import { describe, expect, it } from "vitest";
import { isAutomatic } from "#core/reply/is-automatic.ts";
import { ownText } from "#core/reply/own-text.ts";

const mail = (
  headers: Readonly<Record<string, string>> = {},
  change: Partial<{ subject: string; returnPath: string | undefined; from: string }> = {},
) =>
  isAutomatic({
    values: (name) => Object.entries(headers).flatMap(([key, value]) => (key === name ? [value] : [])),
    subject: "Re: Votre étude",
    returnPath: "zoe@example.com",
    from: "zoe@example.com",
    ...change,
  });

describe("who wrote a mail", () => {
  it("is a person, where nothing says otherwise", () => {
    expect(mail()).toBe(false);
    expect(mail({ "auto-submitted": "no", precedence: "first-class" })).toBe(false);
    expect(mail({}, { subject: "Je suis absente demain, appelez jeudi" })).toBe(false);
  });

  it.each([
    ["RFC 3834 says so", { "auto-submitted": "auto-replied" }],
    ["RFC 3834 says so with a parameter", { "auto-submitted": "auto-generated; owner=a" }],
    ["it is bulk", { precedence: "bulk" }],
    ["an old autoresponder says so", { "x-autoreply": "yes" }],
    ["it comes from a list", { "list-id": "<a.example>" }],
    ["it is a report (RFC 3464)", { "content-type": "multipart/report; report-type=delivery-status" }],
  ])("is a machine, where %s", (_, headers) => {
    expect(mail(headers)).toBe(true);
  });

  it.each([
    "Réponse automatique : congés",
    "Automatic reply: away",
    "Out of Office: back Monday",
    "Absence du bureau",
    "Undeliverable: hello",
  ])("is a machine, where the subject is %j", (subject) => {
    expect(mail({}, { subject })).toBe(true);
  });

  it("is a machine, where the envelope has no sender or the sender is the mail system", () => {
    expect(mail({}, { returnPath: "" })).toBe(true);
    expect(mail({}, { from: "MAILER-DAEMON@mx.example.com" })).toBe(true);
  });
});

describe("what somebody wrote themselves", () => {
  it.each([
    ["Gmail, in French", "Oui, demain.\n\nLe lun. 23 nov. 2026 à 10:02, Camille <r@x.example> a écrit :\n> Bonjour\n> Zoé", "Oui, demain."],
    ["Gmail, in English", "Yes please\n\nOn Mon, Nov 23, 2026 at 10:02 AM Camille <a@b.example> wrote:\n\n> Hello\n", "Yes please"],
    [
      "Outlook, in French",
      "D’accord\n\nDe : Camille <a@b.example>\nEnvoyé : lundi 23 novembre 2026 10:02\nÀ : Zoé\nObjet : Bonjour\n\nBonjour Zoé",
      "D’accord",
    ],
    ["an older Outlook", "Merci\n\n-----Message d’origine-----\nDe : x\nEnvoyé : lundi\nÀ : y\nObjet : z\n\nbla", "Merci"],
    ["a telephone", "Ok\n\nEnvoyé de mon iPhone\n\nLe 23 nov. 2026 à 10:02, A <a@b.example> a écrit :\n\n> x", "Ok"],
    ["two paragraphs", "Bonjour,\r\n\r\nOui.\r\n\r\nZoé\r\n\r\n> cité", "Bonjour,\n\nOui.\n\nZoé"],
  ])("is told from what they quote: %s", (_, text, own) => {
    expect(ownText(text)).toBe(own);
  });

  it("is never nothing where they sent words", () => {
    expect(ownText("> only a quotation")).toBe("> only a quotation");
  });
});
