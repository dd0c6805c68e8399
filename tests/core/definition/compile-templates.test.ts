import { describe, expect, it } from "vitest";
import { compileTemplates } from "#core/definition/compile-templates.ts";
import { createMjmlCompiler } from "#functions/publish/mjml.ts";
import { shippedFiles } from "./shipped-files.ts";

const mjml = createMjmlCompiler();

function problemsWith(changes: Parameters<typeof shippedFiles>[0]) {
  const result = compileTemplates(shippedFiles(changes), { mjml });
  return result.kind === "problems" ? result.problems : [];
}

const mail = "emails/demo-2-facture.fr.mjml";
const form = "forms/demo.yaml";

describe("the files marketers own, together", () => {
  it("become one definition for each noun, what others refer to first", () => {
    const result = compileTemplates(shippedFiles(), { mjml });
    if (result.kind === "problems") throw new Error(JSON.stringify(result.problems));
    const kinds = result.definitions.map(({ kind }) => kind);

    expect([...new Set(kinds)]).toEqual(["settings", "person", "form", "email", "scoring", "lifecycle", "sequence"]);
    expect(result.definitions.find(({ name }) => name === "demo-1-bienvenue")).toMatchObject({
      kind: "email",
      artefact: {
        email: "demo-1-bienvenue",
        purpose: "marketing",
        variants: { fr: { subject: expect.any(String) }, en: { subject: expect.any(String) } },
      },
    });
    expect(Object.keys(result.definitions.find(({ name }) => name === "demo-1-bienvenue")?.source ?? {})).toEqual([
      "emails/demo-1-bienvenue.en.mjml",
      "emails/demo-1-bienvenue.fr.mjml",
    ]);
  });

  it.each(["settings.yaml", "person.yaml", "scoring.yaml", "lifecycle.yaml"])("need %s", (path) => {
    expect(problemsWith({ [path]: undefined })).toContainEqual(expect.objectContaining({ file: path, problem: "the file is missing" }));
  });

  it("have no file that nothing reads", () => {
    expect(problemsWith({ "emails/Hello.mjml": "x" })).toMatchObject([{ file: "emails/Hello.mjml", problem: "nothing reads this file" }]);
  });

  it("tell what is wrong with several files at once", () => {
    const problems = problemsWith({
      [mail]: (text) => text.replace("person.firstName", "person.nope"),
      [form]: (text) => text.replace("attribute: need", "attribute: nope"),
    });

    expect(problems.map(({ file }) => file)).toEqual([form, mail]);
  });

  it("blame no other file for what cannot be known of a person", () => {
    expect(problemsWith({ "person.yaml": "firstName: {type: tetx}" }).map(({ file }) => file)).toEqual(["person.yaml", "person.yaml"]);
  });

  it("do not blame a sequence for an e-mail or a form with mistakes", () => {
    const problems = problemsWith({
      [mail]: (text) => text.replace("person.firstName", "person.nope"),
      [form]: (text) => text.replace("form: demo", "form: Demo"),
    });

    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set([form, mail]));
  });

  it("cannot have two definitions of one name", () => {
    expect(problemsWith({ "forms/other.yaml": shippedFiles()[form] ?? "" })).toMatchObject([
      { file: "forms/other.yaml", problem: "there are two of the name demo" },
    ]);
  });
});

describe("an e-mail", () => {
  it("that cannot be read in any language is told of once a language", () => {
    const broken = "emails/demo-2-facture";

    expect(problemsWith({ [`${broken}.fr.mjml`]: "x", [`${broken}.en.mjml`]: "x" }).map(({ file }) => file)).toEqual([
      `${broken}.en.mjml`,
      `${broken}.fr.mjml`,
    ]);
  });

  it("is written in each of the company's languages", () => {
    expect(problemsWith({ [mail]: undefined })).toMatchObject([{ file: mail, problem: "the e-mail demo-2-facture is not written in fr" }]);
    expect(problemsWith({ "settings.yaml": (text) => text.replace("[fr, en]", "[fr, en, de]") })).toContainEqual(
      expect.objectContaining({ file: "emails/demo-2-facture.de.mjml" }),
    );
  });

  it("may be written in one more", () => {
    expect(problemsWith({ "emails/demo-2-facture.de.mjml": shippedFiles()[mail] ?? "" })).toEqual([]);
  });

  it("has one purpose in all languages", () => {
    const asNotice = (text: string): string =>
      text.replace("preheader", "purpose: notice\npreheader").replace(/<a href="\{\{ unsubscribe_url[\s\S]*?<\/a>/, "");

    expect(problemsWith({ [mail]: asNotice })).toMatchObject([{ file: mail, field: "purpose" }]);
  });

  it("is known to the sequence that sends it", () => {
    const problems = problemsWith({ "sequences/demo.yaml": (text) => text.replace("demo-2-facture", "demo-2-factures") });

    expect(problems).toMatchObject([
      { file: "sequences/demo.yaml", problem: "there is no e-mail demo-2-factures", line: expect.any(Number) },
    ]);
  });

  it("that is a notice is sent by no sequence: nobody could leave by it", () => {
    const sequence = shippedFiles()["sequences/demo.yaml"] ?? "";
    const line = sequence.split("\n").findIndex((text) => text.includes("email: demo-2-facture")) + 1;
    const problems = problemsWith({ "sequences/demo.yaml": (text) => text.replace("demo-2-facture", "notice-task") });

    expect(problems).toMatchObject([
      { file: "sequences/demo.yaml", line, problem: "notice-task is a notice, for the company's own people" },
    ]);
  });

  it("that Relance tells the company's people with is there, as a notice", () => {
    expect(problemsWith({ "emails/notice-task.fr.mjml": undefined, "emails/notice-task.en.mjml": undefined })).toMatchObject([
      { file: "emails/notice-task.<language>.mjml" },
    ]);
  });
});

describe("what may be known of a person", () => {
  it.each(["email", "lifecycle", "constructor", "toString", "in"])("is not called %s", (name) => {
    const problems = problemsWith({ "person.yaml": (text) => `${name}: { type: text, label: { fr: X, en: X } }\n${text}` });

    expect(problems).toMatchObject([{ file: "person.yaml", line: 1, field: name, problem: `${name} is a name with a meaning of its own` }]);
  });

  it("is called in letters and digits", () => {
    expect(problemsWith({ "person.yaml": (text) => `first-name: { type: text, label: { fr: X, en: X } }\n${text}` })).toMatchObject([
      { line: 1 },
    ]);
  });

  it("has something to choose from where it is a choice", () => {
    expect(problemsWith({ "person.yaml": (text) => `${text}\nsize: { type: choice, label: { fr: X, en: X } }` })).toMatchObject([
      { field: "size", problem: "there is nothing to choose from" },
    ]);
  });

  it("has its labels in each language", () => {
    expect(problemsWith({ "person.yaml": (text) => text.replace("fr: Une boutique, ", "") })).toMatchObject([
      { field: "need.choices[1].label", problem: "this is not written in fr", line: expect.any(Number) },
    ]);
  });
});

describe("a form", () => {
  it.each([
    ["asks for an address", "type: email", "type: text", "fields", "the form asks for no e-mail address"],
    [
      "fills attributes there are",
      "attribute: company",
      "attribute: compagny",
      "fields[2].attribute",
      "a person has no attribute compagny",
    ],
    ["offers choices there are", "value: workshop", "value: atelier", "fields[3].choices[0].value", "atelier is no choice of person.need"],
    ["has each field once", "name: company", "name: firstName", "fields[2].name", "there are two fields firstName"],
    ["hides its trap from people", "honeypot: website", "honeypot: company", "honeypot", "company is a field people see"],
    [
      "tells the consent from the trap",
      "honeypot: website",
      "honeypot: consent",
      "honeypot",
      "the consent and the trap have the same name",
    ],
    ["is titled in each language", "  en: Your lighting study\n", "", "title", "this is not written in en"],
  ])("%s", (_, before, after, field, problem) => {
    expect(problemsWith({ [form]: (text) => text.replace(before, after) })).toContainEqual(
      expect.objectContaining({ file: form, field, problem }),
    );
  });

  const withRule = (rule: string) => ({
    [form]: (text: string) => text.replace('  version: "2026-11"', `  doubleOptIn: ${rule}\n  version: "2026-11"`),
  });
  const asking = `---
subject: À confirmer
purpose: confirmation
---
<mjml lang="fr"><mj-head><mj-title>À confirmer</mj-title></mj-head><mj-body><mj-section><mj-column>
<mj-text>{{ confirmation.text }} {{ sender.postalAddress }}</mj-text><mj-button href="{{ confirmation.url }}">Oui</mj-button>
</mj-column></mj-section></mj-body></mjml>`;

  it("may ask who ticks the box twice, by an e-mail of its own that is made for it", () => {
    expect(problemsWith(withRule("{}"))).toEqual([]);
    expect(
      problemsWith({
        ...withRule("{ validDays: 5, remindAfterDays: 2, email: confirm }"),
        "emails/confirm.fr.mjml": () => asking,
        "emails/confirm.en.mjml": () => asking.replaceAll('lang="fr"', 'lang="en"'),
      }),
    ).toEqual([]);
  });

  it.each([
    ["{ validDays: 90 }", "consent.doubleOptIn.validDays", /30/],
    ["{ validDays: 3, remindAfterDays: 3 }", "consent.doubleOptIn.remindAfterDays", /no longer works/],
    ["{ email: nothing }", "consent.doubleOptIn.email", /there is no e-mail nothing/],
    ["{ email: demo-1-bienvenue }", "consent.doubleOptIn.email", /is a marketing e-mail/],
  ])("is told at its place what keeps it from asking twice: %s", (rule, field, problem) => {
    const text = shippedFiles(withRule(rule))[form] ?? "";
    const line = text.slice(0, text.indexOf("doubleOptIn:")).split("\n").length;
    expect(problemsWith(withRule(rule))).toContainEqual(
      expect.objectContaining({ file: form, field, problem: expect.stringMatching(problem), line, column: expect.any(Number) }),
    );
  });

  it("asks by a mail that can be answered: one without its link is refused, as is one that offers what is not known yet", () => {
    const problems = (text: string) =>
      problemsWith({ "emails/confirm.fr.mjml": () => text, "emails/confirm.en.mjml": () => text.replaceAll('lang="fr"', 'lang="en"') });

    expect(problems(asking.replace("{{ confirmation.url }}", "https://x.example"))).toContainEqual(
      expect.objectContaining({ field: "confirmation.url", problem: "the mail has no link to confirm" }),
    );
    expect(problems(asking.replace("{{ confirmation.text }}", "{{ unsubscribe_url }}"))).toContainEqual(
      expect.objectContaining({ problem: "there is no unsubscribe_url" }),
    );
    expect(problems(asking.replace(" {{ sender.postalAddress }}", ""))).toContainEqual(
      expect.objectContaining({ field: "sender.postalAddress" }),
    );
  });

  it("offers something to choose from in a select", () => {
    const problems = problemsWith({
      [form]: (text) => text.replace("honeypot:", "  - { name: size, type: select, label: { fr: X, en: X } }\n\nhoneypot:"),
    });

    expect(problems).toMatchObject([{ file: form, field: "fields[7]", problem: "there is nothing to choose from" }]);
  });
});
