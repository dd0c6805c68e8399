import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { yamlPlaceAt } from "#console/src/pages/definitions/completion/yaml-place.ts";

/** Where the `|` stands in a text. */
function at(marked: string) {
  const position = marked.indexOf("|");
  const place = yamlPlaceAt(marked.replace("|", ""), position);
  return place === undefined ? undefined : [place.path.join("."), place.part, place.typed];
}

describe("the place in a YAML file", () => {
  it.each([
    ["a key at the top", "seq|", ["", "key", "seq"]],
    ["a value", "reentry: ne|", ["reentry", "value", "ne"]],
    ["a key within another", "trigger:\n  o|", ["trigger", "key", "o"]],
    ["a value within another", "trigger:\n  on: sub|\n", ["trigger.on", "value", "sub"]],
    ["an item of a list", "exits:\n  - bou|", ["exits.[]", "key", "bou"]],
    ["an item of a list that is not indented", "exits:\n- bought\n- re|", ["exits.[]", "key", "re"]],
    ["a key of an item", "steps:\n  - id: a\n    sen|", ["steps.[]", "key", "sen"]],
    ["a key of the item after", "steps:\n  - id: a\n    wait: P1D\n  - id: b\n    |", ["steps.[]", "key", ""]],
    ["a key within braces", "  - id: a\n    send: { em|", ["[].send", "key", "em"]],
    ["a value within braces", "steps:\n  - send: { email: dem|", ["steps.[].send.email", "value", "dem"]],
    ["the second key within braces", "send: { email: x, at|", ["send", "key", "at"]],
    ["braces within braces", "- { value: a, label: { fr: A, e|", ["[].label", "key", "e"]],
    ["what follows closed braces", "- { label: { fr: A }, va|", ["[]", "key", "va"]],
    ["an item within brackets", "days: [mon, tu|", ["days.[]", "value", "tu"]],
    [
      "a text over several lines",
      "  - when: >-\n      person.need ==\n      per|",
      ["[].when", "value", "      person.need ==\n      per"],
    ],
    ["what follows such a text", "when: >-\n  a\nother: |", ["other", "value", ""]],
    ["a quoted key", '"a b": x|', ["a b", "value", "x"]],
  ])("knows %s", (_, marked, expected) => {
    expect(at(marked)).toEqual(expected);
  });

  it.each([
    ["a comment", "# on|"],
    ["what stands behind a value as a comment", "a: b # c|"],
  ])("offers nothing in %s", (_, marked) => {
    expect(at(marked)).toBeUndefined();
  });

  it("never fails, and what is typed always ends at the cursor, whatever stands there", () => {
    const piece = fc.constantFrom("a", ": ", "- ", "\n", "  ", "{", "}", "[", "]", ",", '"', "#", "|", ">-\n", "é😀");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(60), (pieces, cut) => {
        const text = pieces.join("");
        const position = Math.min(cut, text.length);
        const place = yamlPlaceAt(text, position);
        if (place !== undefined) expect(text.slice(place.from, position)).toBe(place.typed);
      }),
      { numRuns: 400 },
    );
  });
});
