import type { Colour } from "./tokens.ts";

/** A colour that is read or seen on another. Text needs 4.5:1 (WCAG 1.4.3); the edge of what is used, a sign or a bar 3:1 (1.4.11). */
export interface Pair {
  readonly of: Colour;
  readonly on: Colour;
  readonly atLeast: 4.5 | 3;
}

const grounds = ["ground", "side", "card", "raised", "sunk"] as const satisfies readonly Colour[];

function pairs(of: Colour, ons: readonly Colour[], atLeast: Pair["atLeast"] = 4.5): readonly Pair[] {
  return ons.map((on) => ({ of, on, atLeast }));
}

/** Every pair the console uses. `/design` shows their ratios; a test holds them, and that no sheet uses one that is not here. */
export const contrastPairs: readonly Pair[] = [
  ...pairs("ink", [...grounds, "brand-ground", "bad-ground", "warn-ground", "good-ground", "act-ground"]),
  ...pairs("quiet", grounds),
  ...pairs("link", ["ground", "side", "card", "raised", "sunk"]),
  ...pairs("on-brand", ["brand", "brand-hover"]),
  ...pairs("ground", ["ink", "bad"]),
  ...pairs("good", ["good-ground", "card"]),
  ...pairs("act", ["act-ground", "brand-ground", "card"]),
  ...pairs("warn", ["warn-ground", "card"]),
  ...pairs("bad", ["bad-ground", "card", "ground"]),
  ...pairs("brand", ["brand-ground", "ground", "card"], 3),
  ...pairs("focus", grounds, 3),
  ...pairs("edge", ["ground", "card", "raised"], 3),
  ...pairs("fit", ["card", "sunk"], 3),
  ...pairs("engagement", ["card", "sunk"], 3),
];
