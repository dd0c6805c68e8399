import { describe, expect, it } from "vitest";
import { judgeAddress } from "#core/address/judge-address.ts";
import { disposableDomains, freeDomains } from "#core/address/private-domains.ts";

describe("an address", () => {
  it.each([
    "claire@menuiserie-dupont.fr",
    "contact@atelier-lumen.example",
    "info@live-events.com",
    "rh@outlook-conseil.fr",
    "a@orange.com",
    "b@free-lance.fr",
  ])("of a company is professional, a role's as well as a name's: %s", (email) => {
    expect(judgeAddress(email)).toBe("professional");
  });

  it.each([
    "claire@gmail.com",
    "claire@Orange.fr",
    "c@hotmail.fr",
    "c@yahoo.co.uk",
    "c@outlook.com.au",
    "c@laposte.net",
    "c@bluewin.ch",
    "c@videotron.ca",
    "contact@gmail.com",
    "c@proton.me ",
  ])("of a free mailbox is private, whatever stands before the @: %s", (email) => {
    expect(judgeAddress(email)).toBe("private");
  });

  it.each(["a@yopmail.com", "a@anything.yopmail.com", "a@Mailinator.com"])("that lasts an hour is neither: %s", (email) => {
    expect(judgeAddress(email)).toBe("disposable");
  });

  it("is judged by domains that are each written once, as domains are", () => {
    for (const domain of [...freeDomains, ...disposableDomains]) expect(domain).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
    expect([...freeDomains].filter((domain) => disposableDomains.has(domain))).toEqual([]);
  });
});
