import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { colours, compactSpaces, densities, spaces } from "#console/src/theme/tokens.ts";

describe("the compact look", () => {
  it("takes every measure that is named compact, and no other", () => {
    const sheet = readFileSync("console/src/theme/density.css", "utf8");
    const taken = [...sheet.matchAll(/--([\w-]+): var\(--compact-([\w-]+)\)/g)].map(([, name, from]) => {
      expect(from).toBe(name);
      return name;
    });

    expect(Object.keys(densities.compact).filter((name) => name in colours)).toEqual([]);
    expect(taken).toEqual([...Object.keys(spaces).map((place) => `space-${place}`), ...Object.keys(densities.compact)]);
  });

  it("is nowhere wider than the comfortable one, and nothing that is clicked falls under 24 px", () => {
    expect(
      Object.entries(spaces).filter(([place, rem]) => (Object.entries(compactSpaces).find(([one]) => one === place)?.[1] ?? 9) > rem),
    ).toEqual([]);
    const { control, tab, "side-row": side } = densities.compact;
    expect([control, tab, side].map((rem) => Number.parseFloat(rem) * 16).filter((px) => px < 24)).toEqual([]);
  });
});
