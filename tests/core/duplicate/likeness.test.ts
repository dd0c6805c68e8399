import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { internationalPhone } from "#core/duplicate/international-phone.ts";
import { duplicateKeys, likenessOf } from "#core/duplicate/likeness.ts";
import { companyDomain, isOneSlip, mailboxOf } from "#core/duplicate/mailbox.ts";
import { anyAnswers } from "#tests/core/person/anybody.ts";
import { somebody } from "#tests/core/person/somebody.ts";

const known = (email: string, answers: Record<string, string> = {}, locale = "fr") => ({ ...somebody(answers), email, locale });

describe("a telephone number", () => {
  it.each([
    ["06 12 34 56 78", "FR", "+33612345678"],
    ["+33 (0)6.12.34.56.78", "FR", "+33612345678"],
    ["0033 6 12 34 56 78", "BE", "+33612345678"],
    ["020 7946 0958", "GB", "+442079460958"],
    ["612 34 56 78", "ES", "+34612345678"],
    ["1 (212) 555-0100", "US", "+12125550100"],
    ["0470 12 34 56", "BE", "+32470123456"],
  ])("%s in %s is %s", (text, country, expected) => {
    expect(internationalPhone(text, country)).toBe(expected);
  });

  it.each(["", "non", "12", "+0000000000", "appelez-moi après 18 h"])("is none: %j", (text) => {
    expect(internationalPhone(text, "FR")).toBeUndefined();
  });
});

describe("the mailbox behind an address", () => {
  it("is one for dots and plus signs at Gmail, for plus signs elsewhere, and for a slip of the keyboard", () => {
    const names = ["anne.martin@gmail.com", "annemartin+shop@gmail.com", "a.n.n.e.martin@googlemail.com", "Anne.Martin@gmial.com"];

    expect(new Set(names.map((name) => mailboxOf(name)?.name))).toEqual(new Set(["annemartin@gmail.com"]));
    expect(mailboxOf("a.b+x@outlook.fr")).toEqual({ name: "a.b@outlook.fr", isSlip: false });
    expect(mailboxOf("anne@hotmial.com")).toEqual({ name: "anne@hotmail.com", isSlip: true });
  });

  it("is not guessed at for a company’s own domain", () => {
    expect(mailboxOf("anne@atelier.example")).toBeUndefined();
    expect(companyDomain("anne@Atelier.example")).toBe("atelier.example");
    expect(companyDomain("anne@gmial.com")).toBeUndefined();
  });

  it("takes one slip for one, whichever it is, and never two", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abcdef."), minLength: 4, maxLength: 10 });
    fc.assert(
      fc.property(letters, fc.nat(), fc.constantFrom(..."xyz"), (word, at, letter) => {
        const place = at % word.length;
        expect(isOneSlip(word.slice(0, place) + word.slice(place + 1), word)).toBe(true);
        expect(isOneSlip(word.slice(0, place) + letter + word.slice(place + 1), word)).toBe(true);
        expect(isOneSlip(word.slice(0, place) + letter + word.slice(place), word)).toBe(true);
        expect(isOneSlip(word, word)).toBe(false);
        expect(isOneSlip(`${letter}${word}${letter}`, word)).toBe(false);
      }),
    );
    expect(isOneSlip("gmial.com", "gmail.com")).toBe(true);
  });
});

describe("two people", () => {
  it("are likely to be one by their telephone, surer with one name, less sure with two", () => {
    const one = known("a@x.example", { phone: "06 12 34 56 78", firstName: "Anne", lastName: "Martin" });
    const same = known("b@y.example", { phone: "+33612345678", firstName: "Martin", lastName: "ANNE" });
    const other = known("b@y.example", { phone: "+33612345678", firstName: "Paul", lastName: "Roy" });

    expect(likenessOf(one, same)).toEqual({ kinds: ["phone"], confidence: 0.6 });
    expect(likenessOf(one, other)).toEqual({ kinds: ["phone"], confidence: 0.3 });
  });

  it("are likely to be one by their name and company, whatever its legal form, or by their name and domain", () => {
    const anne = { firstName: "Anne", lastName: "Lefèvre" };
    const one = known("anne@atelier.example", { ...anne, company: "Atelier du Nord SARL" });

    expect(likenessOf(one, known("anne@gmail.com", { fullName: "Lefevre Anne", company: "atelier du nord" }))?.kinds).toEqual([
      "name-company",
    ]);
    expect(likenessOf(one, known("a.lefevre@atelier.example", anne))?.kinds).toEqual(["name-domain"]);
    expect(
      likenessOf(one, known("paul@atelier.example", { firstName: "Paul", lastName: "Roy", company: "Atelier du Nord" })),
    ).toBeUndefined();
  });

  it("are not taken for one by a first name, by a provider’s domain, or by nothing", () => {
    expect(
      likenessOf(
        known("a@gmail.com", { firstName: "Anne", lastName: "Roy" }),
        known("b@gmail.com", { firstName: "Anne", lastName: "Roy" }),
      ),
    ).toBeUndefined();
    expect(
      likenessOf(known("a@x.example", { firstName: "Anne", company: "X" }), known("b@y.example", { firstName: "Anne", company: "X" })),
    ).toBeUndefined();
    expect(likenessOf(known("a@x.example"), known("b@x.example"))).toBeUndefined();
  });

  it("look alike exactly when they share a key, both ways round, and keys are few", () => {
    const anyone = fc
      .record({
        answers: anyAnswers,
        email: fc.constantFrom("a.b@gmail.com", "ab@gmial.com", "ab@x.example", "c@x.example"),
        phone: fc.constantFrom("0612345678", "+33612345678", "x", ""),
        name: fc.constantFrom("Anne Roy", "Roy Anne", "Anne", ""),
        company: fc.constantFrom("Atelier", "Atelier SAS", ""),
      })
      .map(({ answers, email, phone, name, company }) => ({ ...somebody({ ...answers, phone, fullName: name, company }), email }));
    fc.assert(
      fc.property(anyone, anyone, (one, other) => {
        const [keys, others] = [duplicateKeys(one), duplicateKeys(other)];

        expect(keys.length).toBeLessThanOrEqual(4);
        expect(likenessOf(one, other) !== undefined).toBe(keys.some((key) => others.includes(key)));
        expect(likenessOf(one, other)).toEqual(likenessOf(other, one));
      }),
    );
  });
});
