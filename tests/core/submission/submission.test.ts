import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#core/id/id.ts";
import { boundExtracted } from "#core/submission/bound-extracted.ts";
import { agrees } from "#core/submission/consent-answer.ts";
import { eventIdOfFields, givenEventId } from "#core/submission/event-id.ts";
import { newSubmission } from "#core/submission/new-submission.ts";
import { readLocale, readTimeZone } from "#core/submission/read-locale.ts";
import { splitName } from "#core/submission/split-name.ts";
import { type Extracted, extractedSchema } from "#core/submission/submission.ts";
import { toAnswers } from "#core/submission/to-answers.ts";
import { truncateIp } from "#core/submission/truncate-ip.ts";

const bare: Extracted = { email: "a@example.com", utm: {}, hidden: {}, answers: [], eventId: "e" };

describe("a name", () => {
  it.each([
    ["Claire Dupont", "Claire", "Dupont"],
    ["DUPONT Claire", "Claire", "DUPONT"],
    ["DE LA FONTAINE Jean", "Jean", "DE LA FONTAINE"],
    ["Dupont, Claire", "Claire", "Dupont"],
    ["Jean de la Fontaine", "Jean", "de la Fontaine"],
    ["Jean-Pierre Martin", "Jean-Pierre", "Martin"],
    ["CLAIRE DUPONT", "CLAIRE", "DUPONT"],
    ["J. Dupont", "J.", "Dupont"],
    ["Mme Claire Dupont", "Claire", "Dupont"],
    ["Claire", "Claire", undefined],
    ["  Claire   Dupont ", "Claire", "Dupont"],
  ])("%j is split in two", (fullName, firstName, lastName) => {
    expect(splitName(fullName)).toEqual({ firstName, ...(lastName === undefined ? {} : { lastName }) });
  });

  it.each(["claire@example.com", "Atelier 3", "", "une phrase entière qui ne nomme vraiment personne"])("%j is none", (text) => {
    expect(splitName(text)).toEqual({});
  });
});

describe("the answers of an arrival", () => {
  const declarations = { need: { type: "choice", label: {} }, firstName: { type: "text", label: {} } } as const;

  it("are its details and what answers a declared attribute", () => {
    const extracted: Extracted = {
      ...bare,
      fullName: "Claire Dupont",
      company: "Lumen",
      answers: [
        { key: "need", title: "Besoin", value: "workshop" },
        { key: "undeclared", title: "x", value: 1 },
        { key: "__proto__", title: "x", value: "y" },
        { key: "toString", title: "x", value: "y" },
      ],
    };
    expect(toAnswers(extracted, declarations)).toEqual({ need: "workshop", firstName: "Claire", lastName: "Dupont", company: "Lumen" });
  });

  it("prefer a first name that was given to one that was split off", () => {
    expect(toAnswers({ ...bare, fullName: "Claire Dupont", firstName: "Clara" }, declarations)).toMatchObject({ firstName: "Clara" });
  });
});

describe("what is kept of an arrival", () => {
  it("has its single-line details on one line", () => {
    expect(boundExtracted({ ...bare, firstName: "Claire\r\nBcc: all@example.com\u0000", message: "one\r\ntwo\u0007" })).toMatchObject({
      firstName: "Claire Bcc: all@example.com",
      message: "one\ntwo",
    });
  });

  it("is all of what the extracted shape has", () => {
    const whole: Required<Extracted> = {
      email: "a@example.com",
      firstName: "Claire",
      lastName: "Dupont",
      fullName: "Claire Dupont",
      phone: "+33478000000",
      company: "Lumen",
      message: "one\ntwo",
      locale: "fr",
      timeZone: "Europe/Paris",
      consent: true,
      consentText: "I agree",
      consentTextVersion: "2",
      measurement: { agreed: true, text: "Measure", textVersion: "1" },
      utm: { source: "s", medium: "m", campaign: "c", term: "t", content: "n" },
      hidden: { page: "home" },
      answers: [{ key: "need", title: "Need", value: "workshop" }],
      purchase: { id: "p", amount: 12, currency: "EUR" },
      eventId: "e",
    };
    expect(boundExtracted(whole)).toEqual(whole);
    expect(Object.keys(whole).toSorted()).toEqual(Object.keys(extractedSchema.shape).toSorted());
  });

  it("has no empty answers", () => {
    const answers = [" ", "", "\u0000"].map((value) => ({ key: "k", title: "t", value }));
    expect(boundExtracted({ ...bare, firstName: " ", answers: [...answers, { key: "l", title: "t", value: ["", " "] }] })).toEqual(bare);
  });

  it("is an arrival still, fits an item of the table and is bound by itself, whatever was sent", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom("\ud800", "é".repeat(9000), "\u20ac".repeat(70_000)),
    );
    const value = fc.oneof(text, fc.double(), fc.boolean(), fc.array(text, { maxLength: 5 }));
    const answers = fc.array(fc.record({ key: text, title: text, value }), { maxLength: 400 });
    fc.assert(
      fc.property(answers, fc.dictionary(text, text), fc.option(text, { nil: undefined }), (given, hidden, message) => {
        const kept = boundExtracted({ ...bare, answers: given, hidden, ...(message === undefined ? {} : { message }) });
        expect(extractedSchema.safeParse(kept).success).toBe(true);
        expect(Buffer.byteLength(JSON.stringify(kept))).toBeLessThan(300_000);
        expect(JSON.stringify(kept).isWellFormed()).toBe(true);
        expect(kept.answers.length).toBeLessThanOrEqual(150);
      }),
      { numRuns: 40 },
    );
  });
});

describe("where and in which language an arrival is at home", () => {
  it.each([
    ["fr", "fr"],
    ["fr_FR", "fr-FR"],
    ["EN-gb", "en-GB"],
    ["zh-Hant-TW", "zh-Hant-TW"],
    ["français", undefined],
    ["../../etc", undefined],
    ["x", undefined],
    ["", undefined],
  ])("reads the language %j as %j", (text, locale) => {
    expect(readLocale(text)).toBe(locale);
    expect(boundExtracted({ ...bare, locale: text }).locale).toBe(locale);
  });

  it.each([
    ["Europe/Paris", "Europe/Paris"],
    ["europe/paris", "Europe/Paris"],
    ["America/New_York", "America/New_York"],
    ["UTC", "UTC"],
    ["Paris", undefined],
    ["Europe/Atlantis", undefined],
    ["+02:00", undefined],
    ["'; drop", undefined],
  ])("reads the time zone %j as %j", (text, timeZone) => {
    expect(readTimeZone(text)).toBe(timeZone);
    expect(boundExtracted({ ...bare, timeZone: text }).timeZone).toBe(timeZone);
  });
});

describe("the network an arrival came from", () => {
  it.each([
    ["192.0.2.143", "192.0.2.0"],
    ["::ffff:192.0.2.143", "192.0.2.0"],
    ["2001:db8:85a3:8d3:1319:8a2e:370:7348", "2001:db8:85a3::"],
    ["2001:DB8::1", "2001:db8:0::"],
    ["::1", "0:0:0::"],
    ["2001:db8:85a3::", "2001:db8:85a3::"],
  ])("%s is kept as %s", (ip, kept) => {
    expect(truncateIp(ip)).toBe(kept);
  });

  it.each(["", "unknown", "1.2.3", "1.2.3.400", "1.2.3.4.5", "2001:db8", "1::2::3", "g::1", "1:2:3:4:5:6:7:8:9"])(
    "%j is no network",
    (ip) => {
      expect(truncateIp(ip)).toBeUndefined();
    },
  );

  it("is all that a submission keeps of it", () => {
    const arrival = {
      id: newId("submission", 0, new Uint8Array(10)),
      source: "form:demo",
      sourceKind: "form",
      basis: "consent",
      extracted: bare,
      receivedAt: 9,
    } as const;
    expect(newSubmission({ ...arrival, ip: "192.0.2.143" })).toMatchObject({ ip: "192.0.2.0", status: "pending", rev: 1, attempts: 0 });
    expect(newSubmission({ ...arrival, ip: "nonsense" })).not.toHaveProperty("ip");
  });
});

describe("the id of an event", () => {
  it("is the sender's, or its hash where that is very long", () => {
    expect(givenEventId(" evt-1 ")).toBe("evt-1");
    expect(givenEventId("x".repeat(201))).toMatch(/^sha256-/);
    expect(givenEventId(" ")).toBeUndefined();
  });

  it("of a form's post is the same for ten minutes and the same fields", () => {
    const fields = [["email", "a@example.com"]] as const;
    expect(eventIdOfFields(fields, 0)).toBe(eventIdOfFields(fields, 599_999));
    expect(eventIdOfFields(fields, 0)).not.toBe(eventIdOfFields(fields, 600_000));
    expect(eventIdOfFields(fields, 0)).not.toBe(eventIdOfFields([["email", "b@example.com"]], 0));
  });
});

describe("a box of consent", () => {
  it("is ticked by what forms send for yes, and by nothing else", () => {
    expect(["on", "true", "1", "yes", "oui", "OUI", " On "].map(agrees)).toEqual(Array(7).fill(true));
    expect(["off", "false", "0", "no", "non", "", "maybe", "on on", undefined].map(agrees)).toEqual(Array(9).fill(false));
  });
});
