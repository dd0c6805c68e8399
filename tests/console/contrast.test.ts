import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast } from "#console/src/theme/contrast.ts";
import { contrastPairs } from "#console/src/theme/contrast-pairs.ts";
import { colours } from "#console/src/theme/tokens.ts";

const schemes = [
  ["light", 0],
  ["dark", 1],
] as const;

describe("contrast", () => {
  it("is what WCAG's own examples say: 21 for black on white, 1 for a colour on itself, 4.54 for #767676 on white", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#1c7583", "#1c7583")).toBe(1);
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
    expect(contrast("#ffffff", "#767676")).toBe(contrast("#767676", "#ffffff"));
  });

  it.each(schemes)("of every pair the console uses is enough in the %s", (_, place) => {
    const weak = contrastPairs
      .map(({ of, on, atLeast }) => ({ pair: `${of} on ${on}`, ratio: contrast(colours[of][place], colours[on][place]), atLeast }))
      .filter(({ ratio, atLeast }) => ratio < atLeast)
      .map(({ pair, ratio, atLeast }) => `${pair}: ${ratio.toFixed(2)} < ${atLeast}`);

    expect(weak).toEqual([]);
  });
});

/** Every rule of the sheets that sets both a text colour and what it stands on, by our own names. */
function pairsInSheets(): readonly string[] {
  const folder = "console/src/theme";
  const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));
  return sheets.flatMap((name) =>
    [...readFileSync(`${folder}/${name}`, "utf8").matchAll(/\{([^{}]*)\}/g)].flatMap(([, rule = ""]) => {
      const colour = /(?:^|[\s;])color:\s*var\(--([\w-]+)\)/.exec(rule)?.[1];
      const ground = /background(?:-color)?:\s*var\(--([\w-]+)\)/.exec(rule)?.[1];
      return colour === undefined || ground === undefined ? [] : [`${colour} on ${ground}`];
    }),
  );
}

describe("the pairs that are held", () => {
  const held = new Set(contrastPairs.map(({ of, on }) => `${of} on ${on}`));

  it("are all that a sheet puts together in one rule", () => {
    const used = pairsInSheets();

    expect(used.length).toBeGreaterThan(8);
    expect([...new Set(used)].filter((pair) => !held.has(pair))).toEqual([]);
  });

  it("speak of every colour that is there to be read", () => {
    const named = new Set(contrastPairs.flatMap(({ of, on }) => [of, on]));
    const unheld = Object.keys(colours).filter((name) => ![...named].some((one) => one === name));

    // A line only parts what is apart already; nothing is read by it.
    expect(unheld).toEqual(["line"]);
  });
});
