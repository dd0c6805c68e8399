import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRenderer, type RenderedEmail } from "#core/email/render-email.ts";
import type { AttributeValue } from "#core/person/attribute.ts";
import { emailFile, emailOf, scopeKnowing, variantOf } from "./an-email.ts";

const languages = ["fr", "en"];

function rendered(
  file: string,
  person: Readonly<Record<string, AttributeValue>> = {},
  purpose: "marketing" | "notice" = "marketing",
): RenderedEmail {
  const email = emailOf({ fr: variantOf(file) }, purpose);
  return createRenderer().renderEmail({ email, emailVersion: 1, locale: "fr", languages, scope: scopeKnowing(person) });
}

describe("rendering an e-mail", () => {
  it("fills in subject, preheader, HTML and text, and keeps what it said of the person", () => {
    const file = emailFile({
      front: 'subject: "{{ person.firstName }}, hello"\npreheader: "For {{ person.company }}"',
      head: "<mj-preview>{{ preheader }}</mj-preview>",
      body: "<mj-text>{{ person.company }}, {{ person.price | money }}</mj-text>",
    });
    const mail = rendered(file, {
      firstName: "Zoé",
      company: "Dupont & Fils",
      price: { amount: 9400, currency: "EUR" },
      website: "not used",
    });

    expect(mail.subject).toBe("Zoé, hello");
    expect(mail.preheader).toBe("For Dupont & Fils");
    expect(mail.html).toContain("For Dupont &amp; Fils");
    expect(mail.text).toContain("Dupont & Fils, 9\u202f400\u00a0€");
    expect(mail.text).toContain("https://mail.atelier-lumen.example/u/token");
    expect(mail.data).toEqual({ firstName: "Zoé", company: "Dupont & Fils", price: { amount: 9400, currency: "EUR" } });
  });

  it("chooses the reader's language, else its base, else the company's first that there is, else any", () => {
    const fr = variantOf(emailFile({ front: "subject: Bonjour" }));
    const en = variantOf(emailFile({ front: "subject: Hello" }), "en");
    const de = variantOf(emailFile({ front: "subject: Guten Tag" }), "de");
    const inLocale = (locale: string, variants: Parameters<typeof emailOf>[0]): string =>
      createRenderer().renderEmail({ email: emailOf(variants), emailVersion: 1, locale, languages, scope: scopeKnowing() }).locale;

    expect(inLocale("en", { fr, en })).toBe("en");
    expect(inLocale("en-GB", { fr, en })).toBe("en");
    expect(inLocale("fr-CA", { fr, "fr-CA": fr })).toBe("fr-CA");
    expect(inLocale("es", { fr, en })).toBe("fr");
    expect(inLocale("es", { en, de })).toBe("en");
    expect(inLocale("es", { de })).toBe("de");
    expect(inLocale("constructor", { fr })).toBe("fr");
    expect(() => inLocale("fr", {})).toThrow("has no language at all");
  });

  it("does not confuse two versions of an e-mail", () => {
    const renderer = createRenderer();
    const render = (emailVersion: number, front: string): string =>
      renderer.renderEmail({
        email: emailOf({ fr: variantOf(emailFile({ front })) }),
        emailVersion,
        locale: "fr",
        languages,
        scope: scopeKnowing(),
      }).subject;

    expect([render(1, "subject: One"), render(2, "subject: Two"), render(1, "subject: One")]).toEqual(["One", "Two", "One"]);
  });

  it("goes on however many e-mails there are", () => {
    const renderer = createRenderer();
    const email = emailOf({ fr: variantOf(emailFile()) });

    for (let emailVersion = 1; emailVersion <= 501; emailVersion++)
      expect(renderer.renderEmail({ email, emailVersion, locale: "fr", languages, scope: scopeKnowing() }).subject).toBe("Hello");
  });

  it("says of a published e-mail that does not parse that it does not", () => {
    const email = emailOf({ fr: { ...variantOf(emailFile()), html: "{{ x" } });

    expect(() => createRenderer().renderEmail({ email, emailVersion: 1, locale: "fr", languages, scope: scopeKnowing() })).toThrow(
      "a published e-mail does not parse",
    );
  });
});

describe("what strangers typed, in a mail", () => {
  const file = emailFile({
    front: 'subject: "{{ person.firstName | default: \'Hello\' }} x"\npreheader: "{{ person.firstName }}"',
    body: '<mj-text>Hello {{ person.firstName }}, <a href="{{ person.website | safe_url }}">your site</a></mj-text>',
  });

  it("cannot begin a header: the subject is one line without control characters", () => {
    expect(rendered(file, { firstName: "Zoé\r\nBcc: all@dupont.example\u0000\u202e" }).subject).toBe("Zoé Bcc: all@dupont.example x");
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."a\r\n\t\u0000\u0085\u2028\u202e\u2066 ".split("")) }), (firstName) => {
        const { subject, preheader } = rendered(file, { firstName });

        expect(`${subject}${preheader}`).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 30 },
    );
  });

  it("cannot become markup", () => {
    expect(rendered(file, { firstName: '<img src="x" onerror="alert(1)">' }).html).not.toContain('<img src="x"');
  });

  it("cannot become a script in a link", () => {
    expect(rendered(file, { website: "javascript:alert(1)" }).html).toContain('href="#"');
    expect(rendered(file, { website: "https://dupont.example/?a=1&b=2" }).html).toContain('href="https://dupont.example/?a=1&amp;b=2"');
  });

  it("cannot make us mail a link to somebody else: a name with an address in it counts as no name", () => {
    for (const firstName of ["You won https://evil.example", "WWW.evil.example"]) {
      const mail = rendered(file, { firstName });

      expect(mail.subject).toBe("Hello x");
      expect(`${mail.html}${mail.text}`).not.toMatch(/evil/i);
      expect(mail.data).toEqual({});
    }
  });

  it("is told whole to our own people, its lines kept and its control characters taken out", () => {
    const notice = emailFile({
      front: "subject: Hello\npurpose: notice",
      body: "<mj-text>{{ person.firstName }}: {{ notice.replyText }}</mj-text>",
      footer: "",
    });
    const mail = createRenderer().renderEmail({
      email: emailOf({ fr: variantOf(notice) }, "notice"),
      emailVersion: 1,
      locale: "fr",
      languages,
      scope: scopeKnowing({ firstName: "see https://dupont.example" }, { replyText: "One\r\nTwo\u0000" }),
    });

    expect(mail.text).toBe("see https://dupont.example: One\nTwo");
  });

  it("makes neither a subject nor a record without end, nor half a character", () => {
    const mail = rendered(file, { firstName: "💡".repeat(400) });

    expect(mail.subject.length).toBeLessThanOrEqual(250);
    expect(mail.subject.isWellFormed()).toBe(true);
    expect(mail.data["firstName"]).toBe("💡".repeat(50));
    expect(rendered(file, { firstName: `a${"💡".repeat(400)}` }).subject.isWellFormed()).toBe(true);
  });
});
