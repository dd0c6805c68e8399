import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileTemplates } from "#core/definition/compile-templates.ts";
import type { Email } from "#core/email/email.ts";
import { createRenderer } from "#core/email/render-email.ts";
import type { Scope } from "#core/email/scope.ts";
import { createMjmlCompiler } from "#functions/publish/mjml.ts";
import { readTemplates } from "#functions/publish/read-templates.ts";

const files = await readTemplates("templates");
const compiled = compileTemplates(files, { mjml: createMjmlCompiler() });
const emails =
  compiled.kind === "problems" ? [] : compiled.definitions.filter(({ kind }) => kind === "email").map(({ artefact }) => artefact as Email);
const cases = emails.flatMap((email) => Object.keys(email.variants).map((locale) => [`${email.email}.${locale}`, email, locale] as const));

const told = {
  firstName: "Zoé",
  lastName: "Martin",
  company: "Menuiserie Dupont & Fils",
  phone: "04 78 00 00 00",
  message: "Bonjour",
  need: "workshop",
  budget: "5k-20k",
  role: "decides",
  timing: "now",
};

function scopeOf(person: Readonly<Record<string, string | null>>): Scope {
  return {
    person: { ...person, email: "zoe@dupont.example", locale: "fr", lifecycle: "contact", stage: "awareness" },
    sender: {
      name: "Camille Roux",
      address: "camille@atelier-lumen.example",
      company: "Atelier Lumen",
      postalAddress: "14 quai de la Pêcherie, 69001 Lyon",
      website: "https://atelier-lumen.example",
    },
    form_token: "token",
    unsubscribe_url: "https://mail.atelier-lumen.example/u/token",
    confirmation: {},
    notice: {
      task: "Rappeler",
      personUrl: "https://mail.atelier-lumen.example/people/per_1",
      replySubject: "Re:",
      replyText: "Oui,\nmardi.",
    },
  };
}

describe("the files that come with Relance", () => {
  it("compile without a problem", () => {
    expect(compiled.kind === "problems" ? compiled.problems : []).toEqual([]);
  });

  it("have five e-mails of the sequence and two notices, in French and English", () => {
    expect(cases).toHaveLength(14);
  });

  it("write French with its own apostrophes and spaces", () => {
    for (const [path, text] of Object.entries(files).filter(([name]) => name.endsWith(".fr.mjml"))) {
      const prose = text.replace(/<mj-style>[\s\S]*?<\/mj-style>|\{[{%].*?[%}]\}|<[^>]*>|^\w+: /gm, "");

      expect({ path, straight: prose.match(/\p{L}'\p{L}/gu) }).toEqual({ path, straight: null });
      expect({ path, loose: prose.match(/.{9} [;:!?»]|« /gu) }).toEqual({ path, loose: null });
    }
  });
});

describe.each(cases)("%s", (_, email, locale) => {
  const render = (person: Readonly<Record<string, string | null>>) =>
    createRenderer().renderEmail({ email, emailVersion: 1, locale, languages: ["fr", "en"], scope: scopeOf(person) });

  it("reads as a whole for somebody who told all", () => {
    const mail = render(told);

    expect(mail.html).not.toMatch(/\{\{|\{%|undefined|\[object|>null</);
    expect(mail.text).not.toMatch(/\{\{|\{%|undefined|\[object|<(?!https:)[a-z]/);
    expect(mail.html).toContain("Zoé");
    expect(mail.html).toContain('content="light dark"');
  });

  it("reads as a whole for somebody of whom nothing is known", () => {
    const mail = render(Object.fromEntries(Object.keys(told).map((name) => [name, null])));

    expect(mail.subject).not.toMatch(/^\s|\s$|\s{2}|null/);
    expect(mail.text).not.toMatch(/(Bonjour|Hello) ,|\(\)| {2}|null/);
    expect(mail.data).not.toHaveProperty("firstName");
  });

  it("stays the markup it is, whatever the person typed", () => {
    const tagsOf = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];
    const benign = tagsOf(render(told).html);
    const typed = fc
      .string({ unit: fc.constantFrom(..."<>\"'&{}%|/=a\n\u0000".split("")), minLength: 1, maxLength: 30 })
      .filter((text) => /\S/.test(text));
    fc.assert(
      fc.property(typed, typed, typed, (firstName, lastName, company) => {
        fc.pre(![firstName, lastName, company].some((text) => text.includes("://")));

        expect(tagsOf(render({ ...told, firstName, lastName, company }).html)).toEqual(benign);
      }),
      { numRuns: 50 },
    );
  });

  it("has a way out and a postal address where it is marketing, in HTML and in text", () => {
    const { html, text } = render(told);
    const marketing = email.purpose === "marketing";

    expect(email.purpose).toBe(email.email.startsWith("notice-") ? "notice" : "marketing");
    expect(/<a ses:no-track [^>]*href="https:\/\/mail\.atelier-lumen\.example\/u\/token"/.test(html)).toBe(marketing);
    expect(text.includes("https://mail.atelier-lumen.example/u/token")).toBe(marketing);
    expect(text.includes("14 quai de la Pêcherie, 69001 Lyon")).toBe(marketing);
  });

  it("links to nobody but the company, and leads by one button", () => {
    const { html } = render(told);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? "");

    expect(links.filter((href) => !/^https:\/\/(mail\.)?atelier-lumen\.example/.test(href))).toEqual([]);
    expect(html.match(/class="[^"]*\bgo\b/g)).toHaveLength(1);
  });
});
