import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readVerdict } from "#core/form/challenge.ts";
import { countedName, networkOf } from "#core/form/counted-name.ts";
import { type Protection, protectionSchema } from "#core/form/protection.ts";
import { roleOf } from "#core/form/role-address.ts";
import { type PostEvidence, screenPost } from "#core/form/screen-post.ts";
import { shownToken, sinceShown } from "#core/form/shown-token.ts";
import { day } from "#core/time/instant.ts";

const key = new Uint8Array(32).fill(1);
const person: PostEvidence = {
  isTrapFilled: false,
  filledIn: 40_000,
  email: "zoe@example.com",
  isDisposable: false,
  ofAddress: 1,
  ofNetwork: 1,
  challenge: "not-asked",
};
const strict: Protection = {
  minimumSeconds: 3,
  perAddress: { most: 3, minutes: 60 },
  perNetwork: { most: 20, minutes: 60 },
  challenge: { provider: "turnstile", siteKey: "k", whenDown: "flag" },
};

function judged(evidence: Partial<PostEvidence>, protection: Protection = strict) {
  const screening = screenPost(protection, { ...person, ...evidence });
  return [screening.kind, "signs" in screening ? screening.signs.map(({ code }) => code) : screening.code];
}

describe("a post of a form", () => {
  it.each<[string, Partial<PostEvidence>, Protection, unknown]>([
    ["by a person is taken in", {}, strict, ["take", []]],
    ["from a page that tells no time is taken in", { filledIn: undefined }, strict, ["take", []]],
    ["that fills the trap is kept apart", { isTrapFilled: true }, {}, ["discard", ["trap-filled"]]],
    ["sooner than its form allows is kept apart", { filledIn: 2_999 }, strict, ["discard", ["filled-fast"]]],
    ["sooner than anybody reads is marked, where its form sets no time", { filledIn: 300 }, {}, ["take", ["filled-fast"]]],
    ["with a time we never signed is kept apart", { filledIn: "forged" }, {}, ["discard", ["token-forged"]]],
    ["beyond what one address may send is kept apart", { ofAddress: 4 }, strict, ["discard", ["many-from-address"]]],
    ["at what one address may send is taken in", { ofAddress: 3 }, strict, ["take", []]],
    ["beyond what one network may send is kept apart", { ofNetwork: 21 }, strict, ["discard", ["many-from-network"]]],
    ["beyond any number is taken in where nothing is counted", { ofNetwork: 9_999, ofAddress: 999 }, {}, ["take", []]],
    ["from an address to throw away is marked", { isDisposable: true }, {}, ["take", ["disposable-address"]]],
    [
      "from an address to throw away is refused, by rule",
      { isDisposable: true },
      { disposable: "refuse" },
      ["refuse", "address-thrown-away"],
    ],
    [
      "from an address to throw away is kept apart, by rule",
      { isDisposable: true },
      { disposable: "discard" },
      ["discard", ["disposable-address"]],
    ],
    ["from an address to throw away is welcome, by rule", { isDisposable: true }, { disposable: "accept" }, ["take", []]],
    ["from a shared mailbox is welcome", { email: "contact@example.com" }, {}, ["take", []]],
    ["from a shared mailbox is marked, by rule", { email: "contact@example.com" }, { roleAddress: "flag" }, ["take", ["role-address"]]],
    ["from a shared mailbox is refused, by rule", { email: "info@example.com" }, { roleAddress: "refuse" }, ["refuse", "address-shared"]],
    ["that failed the check is kept apart", { challenge: "failed" }, strict, ["discard", ["challenge-failed"]]],
    ["without the check is kept apart", { challenge: "missing" }, strict, ["discard", ["challenge-missing"]]],
    ["is taken in and marked while the check is down", { challenge: "down" }, strict, ["take", ["challenge-down"]]],
    [
      "waits while the check is down, by rule",
      { challenge: "down" },
      { challenge: { provider: "hcaptcha", siteKey: "k", whenDown: "hold" } },
      ["hold", ["challenge-down"]],
    ],
    ["tells all that spoke against it", { isTrapFilled: true, isDisposable: true }, {}, ["discard", ["trap-filled", "disposable-address"]]],
    [
      "is never told it may mend what gives it away",
      { isTrapFilled: true, isDisposable: true },
      { disposable: "refuse" },
      ["discard", ["trap-filled", "disposable-address"]],
    ],
  ])("%s", (_, evidence, protection, verdict) => {
    expect(judged(evidence, protection)).toEqual(verdict);
  });

  it("without a rule of its form's is lost to nothing but the trap and a forged time", () => {
    const evidence = fc.record({
      isTrapFilled: fc.constant(false),
      filledIn: fc.option(fc.nat(), { nil: undefined }),
      email: fc.option(fc.emailAddress(), { nil: undefined }),
      isDisposable: fc.boolean(),
      ofAddress: fc.nat(),
      ofNetwork: fc.nat(),
      challenge: fc.constant("not-asked" as const),
    });
    fc.assert(fc.property(evidence, (found) => screenPost({}, found).kind === "take"));
  });

  it("is judged by rules whose parts may be left out", () => {
    expect(protectionSchema.parse({ perNetwork: { most: 5 } })).toEqual({ perNetwork: { most: 5, minutes: 60 } });
    expect(protectionSchema.safeParse({ challenge: { provider: "turnstile", siteKey: '"><script>' } }).success).toBe(false);
  });
});

describe("when a form was shown", () => {
  it("is known from what its page carries along, and from nothing else", () => {
    const token = shownToken(key, "demo", 1_000_000);
    expect(sinceShown(key, "demo", token, 1_004_500)).toBe(4_500);
    expect(sinceShown(key, "other", token, 1_004_500)).toBe("forged");
    expect(sinceShown(new Uint8Array(32), "demo", token, 1_004_500)).toBe("forged");
    expect(sinceShown(key, "demo", `0${token}`, 1_004_500)).toBe("forged");
    expect(sinceShown(key, "demo", undefined, 1_004_500)).toBeUndefined();
    expect(sinceShown(key, "demo", token, 1_000_000 + 8 * day)).toBeUndefined();
    expect(sinceShown(key, "demo", token, 0)).toBe(0);
  });

  it("is no fault, whatever is carried along", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (token) => sinceShown(key, "demo", token, 1) === "forged"));
  });
});

describe("what posts are counted by", () => {
  it("is one network for whatever of it a subscriber chooses", () => {
    expect(networkOf("192.0.2.143")).toBe("192.0.2.143");
    expect(networkOf("::ffff:192.0.2.143")).toBe("192.0.2.143");
    expect(networkOf("2001:db8:85a3:08d3:1319:8a2e:370:7348")).toBe(networkOf("2001:0db8:85a3:8d3::1"));
    expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0");
  });

  it("tells nobody the address it was made from", () => {
    const name = countedName(key, "demo", "network", "192.0.2.143");
    expect(name).toMatch(/^form_[0-9a-f]{32}$/);
    expect(name).not.toBe(countedName(new Uint8Array(32), "demo", "network", "192.0.2.143"));
    expect(name).not.toBe(countedName(key, "other", "network", "192.0.2.143"));
    expect(name).not.toBe(countedName(key, "demo", "address", "192.0.2.143"));
  });
});

describe("a mailbox", () => {
  it.each([
    ["info@example.com", "info"],
    ["Contact+salon@example.fr", "contact"],
    ["zoe@example.com", undefined],
    ["infos.zoe@example.com", undefined],
    ["@", undefined],
  ])("%s is for %s", (email, role) => {
    expect(roleOf(email)).toBe(role);
  });
});

describe("a provider's verdict", () => {
  it.each([
    [{ success: true }, "passed"],
    [{ success: false, "error-codes": ["invalid-input-response"] }, "failed"],
    [{ success: false, "error-codes": ["timeout-or-duplicate"] }, "failed"],
    [{ success: false, "error-codes": ["invalid-input-secret"] }, "down"],
    [{ success: false, "error-codes": ["internal-error"] }, "down"],
    [{ success: false }, "failed"],
    [null, "down"],
    ["yes", "down"],
  ])("%j means %s", (json, verdict) => {
    expect(readVerdict(json)).toBe(verdict);
  });
});
