import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { estimateCost } from "#core/usage/estimate-cost.ts";
import { measured } from "#core/usage/price-list.ts";

const nothing = { sent: 0, notices: 0, submissions: 0, minutes: 0 };

describe("what a month costs", () => {
  it("is SES's fee and 7.47 dollars for a million mails", () => {
    const { lines, dollars } = estimateCost({ ...nothing, sent: 1_000_000 });

    expect(lines.find(({ what }) => what === "ses")?.dollars).toBe(100);
    expect(lines.find(({ what }) => what === "mail")?.dollars).toBe(7.47);
    expect(dollars).toBeCloseTo(107.47, 10);
  });

  it("is next to nothing while nothing happens: a whole month of waiting stays under ten cents", () => {
    const { dollars } = estimateCost({ ...nothing, minutes: 31 * 24 * 60 });

    expect(dollars).toBeGreaterThan(0);
    expect(dollars).toBeLessThan(0.1);
  });

  it("adds for a submission what its first mail does not already cost", () => {
    const { lines } = estimateCost({ ...nothing, submissions: 1_000_000 });

    // 39.9 write units at 0.625, 1.3 read units at 0.125, a request and a call.
    expect(lines.find(({ what }) => what === "submission")?.dollars).toBeCloseTo(39.9 * 0.625 + 1.3 * 0.125 + 1 + 0.2, 10);
  });

  it("compares with Pinpoint by people, and counts nobody for notices to ourselves", () => {
    expect(estimateCost({ ...nothing, sent: 12_000, notices: 2_000 }).pinpoint).toEqual({ people: 10_000, dollars: 12 });
  });

  it("is the sum of its lines, whatever was counted", () => {
    const { lines, dollars } = estimateCost({ sent: 12_345, notices: 6, submissions: 789, minutes: 1_000 });

    expect(dollars).toBeCloseTo(
      lines.reduce((sum, line) => sum + line.dollars, 0),
      12,
    );
  });

  it("reckons with the figures that the README shows", () => {
    const readme = readFileSync("README.md", "utf8");

    expect(readme).toContain(`| ${measured.mail.write} and ${measured.mail.read} |`);
    expect(readme).toContain(`$${measured.mailPerMillion}`);
  });
});
