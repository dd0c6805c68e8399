import { describe, expect, it } from "vitest";
import { importFact } from "#core/import/import-fact.ts";
import { newId } from "#core/id/id.ts";
import { consentGivenBy } from "#core/submission/consent-given-by.ts";
import { newSubmission } from "#core/submission/new-submission.ts";
import type { Submission } from "#core/submission/submission.ts";
import { day } from "#core/time/instant.ts";
import { tuesday } from "#tests/core/builders/a-person.ts";

function arrival(change: Partial<Submission>, extracted: Partial<Submission["extracted"]> = {}): Submission {
  return {
    ...newSubmission({
      id: "sub_1",
      source: "form:demo",
      sourceKind: "form",
      basis: "consent",
      formVersion: 3,
      extracted: {
        email: "claire@dupont.example",
        utm: {},
        hidden: {},
        answers: [],
        eventId: "e",
        consentText: "J’accepte.",
        ...extracted,
      },
      ip: "203.0.113.77",
      receivedAt: tuesday,
    }),
    ...change,
  };
}

describe("what a submission gives", () => {
  it("is an agreement only where the box was ticked, with all that proves it", () => {
    expect(consentGivenBy(arrival({}, { consent: true }))).toEqual({
      marketing: {
        basis: "consent",
        at: tuesday,
        source: "form:demo",
        submissionId: "sub_1",
        text: "J’accepte.",
        formVersion: 3,
        ip: "203.0.113.0",
      },
    });
    expect(consentGivenBy(arrival({}, { consent: false }))).toEqual({});
    expect(consentGivenBy(arrival({}))).toEqual({});
    expect(consentGivenBy(arrival({ basis: "none" }, { consent: true }))).toEqual({});
  });

  it("is nothing yet where its source asks twice, until the second yes; not even an interest meanwhile", () => {
    for (const basis of ["consent", "legitimate-interest"] as const)
      expect(consentGivenBy(arrival({ basis, doubleOptIn: { validDays: 3 } }, { consent: true }))).toMatchObject({
        awaited: { request: "sub_1", until: tuesday + 3 * day, given: { basis: "consent" } },
      });
    expect(consentGivenBy(arrival({ doubleOptIn: { validDays: 3 } }, { consent: true }))).not.toHaveProperty("marketing");
  });

  it.each([
    ["claire@dupont.example", undefined, undefined],
    ["contact@dupont.example", undefined, undefined],
    ["claire@orange.fr", undefined, "address-private"],
    ["claire@yopmail.com", undefined, "address-disposable"],
    ["claire@dupont.example", false, "box-not-ticked"],
  ] as const)(
    "is an interest of ours for professional addresses alone, and for nobody who left the box: %s, box %s",
    (email, consent, because) => {
      const given = consentGivenBy(arrival({ basis: "legitimate-interest" }, { email, ...(consent === undefined ? {} : { consent }) }));

      expect(given.refused?.because).toBe(because);
      expect(given.marketing?.basis).toBe(because === undefined ? "legitimate-interest" : undefined);
    },
  );
});

describe("what a list gives", () => {
  const job = {
    id: newId("import", tuesday, new Uint8Array(10)),
    by: "Camille",
    basis: "legitimate-interest" as const,
    overwrite: false,
    tags: [] as string[],
    createdAt: tuesday,
  };
  const row = (email: string) => ({ email, addressHash: "h", answers: {}, tags: [] });

  it("is an interest for professional addresses alone; the others come in, and why they have none is told", () => {
    expect(importFact(job, 2, row("claire@dupont.example"), undefined)).toMatchObject({ basis: { basis: "legitimate-interest" } });
    const refused = importFact(job, 3, row("claire@gmail.com"), undefined);
    expect(refused).toMatchObject({ refused: "address-private" });
    expect(refused).not.toHaveProperty("basis");
    expect(importFact({ ...job, basis: "consent" }, 4, row("claire@gmail.com"), undefined)).toMatchObject({ basis: { basis: "consent" } });
  });
});
