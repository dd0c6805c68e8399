import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suppressionReasons } from "#core/address/suppression.ts";
import { confirm, type GivenConsent, lapse, takeConsent, whyNotAsked, withdraw } from "#core/consent/take-consent.ts";
import { type Consent, type LawfulBasis, stands } from "#core/person/consent.ts";
import { day } from "#core/time/instant.ts";
import { tuesday } from "#tests/core/builders/a-person.ts";

const agreed: LawfulBasis = { basis: "consent", at: tuesday, source: "form:demo", text: "J’accepte." };
const interest: LawfulBasis = { basis: "legitimate-interest", at: tuesday, source: "hook:fair" };
const confirmed: LawfulBasis = { ...agreed, confirmedAt: tuesday + 1, confirmedBy: "msg_1" };
const awaited = { request: "sub_1", given: agreed, until: tuesday + 7 * day };
const known = (consent: Consent) => ({ consent, suppression: undefined, isPaused: false });

describe("consent, held against what stands", () => {
  it("that is asked about twice stands beside what there is, and takes its place once confirmed", () => {
    const { consent, changes } = takeConsent(known({ marketing: interest }), { awaited }, tuesday);

    expect(consent).toEqual({ marketing: interest, awaited });
    expect(changes).toEqual([{ purpose: "marketing", act: "asked" }]);
    expect(confirm(consent, "sub_1", { at: tuesday + 5, ip: "192.0.2.0", messageId: "msg_2" })).toEqual({
      consent: { marketing: { ...agreed, confirmedAt: tuesday + 5, confirmedIp: "192.0.2.0", confirmedBy: "msg_2" } },
      changes: [{ purpose: "marketing", act: "confirmed" }],
    });
  });

  it("is confirmed by the request that waits and by no other", () => {
    expect(confirm({ awaited }, "sub_0", { at: tuesday, ip: undefined, messageId: "msg_1" })).toEqual({
      consent: { awaited },
      changes: [],
    });
    expect(lapse({ awaited }, "sub_0", "not-confirmed-in-time").changes).toEqual([]);
  });

  it("is taken back with when and by what, and nothing is waited for any more", () => {
    expect(withdraw({ marketing: agreed, measurement: agreed, awaited }, "marketing", tuesday + 1, "fact")).toEqual({
      consent: { marketing: { ...agreed, withdrawnAt: tuesday + 1, withdrawnBy: "fact" }, measurement: agreed },
      changes: [{ purpose: "marketing", act: "withdrawn" }],
    });
    expect(withdraw({ awaited }, "measurement", tuesday, "fact")).toEqual({ consent: { awaited }, changes: [] });
  });

  it("is not given by an interest that its source may not claim, and this is told", () => {
    expect(takeConsent(known({}), { refused: { basis: interest, because: "address-private" } }, tuesday)).toEqual({
      consent: {},
      changes: [{ purpose: "marketing", act: "not-given", because: "address-private" }],
    });
  });

  it("is asked about of nobody who must not be written to, was stopped here, or has confirmed before", () => {
    const suppressed = (reason: (typeof suppressionReasons)[number]) => ({ ...known({}), suppression: { reason, at: tuesday - day } });

    expect(suppressionReasons.map((reason) => whyNotAsked(suppressed(reason)))).toEqual([
      undefined,
      "suppressed-bounced",
      "suppressed-complained",
      "suppressed-manual",
    ]);
    expect(whyNotAsked({ ...suppressed("unsubscribed"), consent: { askedAfterOptOutAt: tuesday } })).toBe("asked-once");
    expect(whyNotAsked({ ...known({}), isPaused: true })).toBe("paused");
    expect(whyNotAsked(known({ marketing: confirmed }))).toBe("confirmed-already");
    expect(whyNotAsked(known({ marketing: agreed }))).toBeUndefined();
  });

  it("never weakens what stands, whatever comes in whatever order", () => {
    const bases = fc.constantFrom(agreed, interest, confirmed, { ...agreed, at: tuesday + day }, { ...confirmed, at: tuesday + day });
    const given: fc.Arbitrary<GivenConsent> = fc.oneof(
      bases.map((marketing) => ({ marketing })),
      fc.constantFrom<GivenConsent>({ awaited }, { refused: { basis: interest, because: "address-private" } }, {}),
    );
    const strength = (basis: LawfulBasis | undefined): number =>
      !stands(basis) ? 0 : basis.confirmedAt !== undefined ? 3 : basis.basis === "consent" ? 2 : 1;
    fc.assert(
      fc.property(fc.array(given, { maxLength: 8 }), (arrivals) => {
        let consent: Consent = {};
        for (const arrival of arrivals) {
          const after = takeConsent(known(consent), arrival, tuesday).consent;
          expect(strength(after.marketing)).toBeGreaterThanOrEqual(strength(consent.marketing));
          consent = after;
        }
      }),
    );
  });
});
