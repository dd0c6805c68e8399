import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesPattern } from "#core/form/match-pattern.ts";
import { parsePattern } from "#core/form/parse-pattern.ts";

function matches(pattern: string, value: string): boolean {
  const parsed = parsePattern(pattern);
  if (parsed.kind === "problem") throw new Error(`${pattern}: ${parsed.problem}`);
  return matchesPattern(parsed.steps, value);
}

const atom = fc.constantFrom("a", "b", ".", "[ab]", "[^a]", "\\d", "\\w", "[0-9a-c]", "\\.", "é");
const pattern = fc.letrec<{ readonly node: string; readonly part: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    atom,
    tie("node").map((node) => `(?:${node})`),
  ),
  node: fc.oneof(
    { depthSize: "small" },
    atom,
    fc.tuple(tie("part"), tie("part")).map(([one, other]) => one + other),
    fc.tuple(tie("part"), fc.constantFrom("*", "+", "?", "{2}", "{0,2}", "{1,}")).map(([part, repeat]) => part + repeat),
    fc.tuple(tie("part"), tie("part")).map(([one, other]) => `(${one}|${other})`),
  ),
})).node;

describe("a pattern", () => {
  it("says of any value what the language's own matcher says", () => {
    const value = fc.string({ unit: fc.constantFrom("a", "b", "c", "1", ".", "é", "\n"), maxLength: 8 });
    fc.assert(
      fc.property(pattern, value, (source, text) => {
        expect(matches(source, text)).toBe(new RegExp(`^(?:${source})$`, "u").test(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is of the whole value, with its ^ and $ or without", () => {
    expect(matches("^\\d{5}$", "69001")).toBe(true);
    expect(matches("\\d{5}", "690011")).toBe(false);
    expect(matches("[A-Z]{2}-\\d{3}-[A-Z]{2}", "AB-123-CD")).toBe(true);
    expect(matches("\\p{L}+", "Éléonore")).toBe(true);
  });

  it.each(["(a+)+b", "(a*)*b", "(a|a)*b", "(.*)*x", "a*a*a*a*a*a*b"])(
    "%s does not dawdle over what was made to make it dawdle",
    (source) => {
      const started = performance.now();
      expect(matches(source, "a".repeat(1_000))).toBe(false);
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );

  it.each(["(?=a)", "(?<!a)b", "(a)\\1", "(", "a)", "[", "a{2", "*a", "a{3,2}", "a{9999}", "((a{100}){100}){100}", "\\k", "x".repeat(201)])(
    "%s is refused",
    (source) => {
      expect(parsePattern(source).kind).toBe("problem");
    },
  );

  it("is read or refused, never a fault, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab()[]{}|*+?.\\^$-,123dpL:=<!") }), fc.string(), (source, value) => {
        const parsed = parsePattern(source);
        if (parsed.kind === "pattern") matchesPattern(parsed.steps, value);
      }),
      { numRuns: 2_000 },
    );
  });
});
