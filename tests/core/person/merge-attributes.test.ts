import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AttributeValue, attributeSchema } from "#core/person/attribute.ts";
import { type AttributeChange, mergeAttributes } from "#core/person/merge-attributes.ts";
import { hour } from "#core/time/instant.ts";
import { anyAnswers } from "./anybody.ts";
import { morning } from "./somebody.ts";

const noon = morning + 3 * hour;
const known = (value: AttributeValue, at = morning) => ({ need: { value, at, from: "sub_1" } });

describe("taking answers in", () => {
  it("keeps a first answer with its origin", () => {
    expect(mergeAttributes({}, { need: "shop" }, morning, "sub_1")).toEqual({
      attributes: { need: { value: "shop", at: morning, from: "sub_1" } },
      changed: [{ name: "need", from: undefined, to: "shop" }],
    });
  });

  it("lets a newer answer win, and tells what it replaced", () => {
    expect(mergeAttributes(known("shop"), { need: "office" }, noon, "sub_2")).toEqual({
      attributes: { need: { value: "office", at: noon, from: "sub_2" } },
      changed: [{ name: "need", from: "shop", to: "office" }],
    });
  });

  it.each<[string, AttributeValue]>([
    ["nothing", ""],
    ["spaces", "  \n"],
    ["an empty list", []],
  ])("lets %s erase nothing", (_, empty) => {
    expect(mergeAttributes(known("shop"), { need: empty }, noon, "sub_2")).toEqual({ attributes: known("shop"), changed: [] });
  });

  it.each([[0], [false]])("takes %j for an answer", (value) => {
    expect(mergeAttributes(known("shop"), { need: value }, noon, "sub_2").changed).toEqual([{ name: "need", from: "shop", to: value }]);
  });

  it("lets an answer that arrives late change nothing", () => {
    expect(mergeAttributes(known("office", noon), { need: "shop" }, morning, "sub_0")).toEqual({
      attributes: known("office", noon),
      changed: [],
    });
  });

  it("counts the same answer given again as fresh, without calling it a change", () => {
    const again = mergeAttributes(known("shop"), { need: "shop" }, noon, "sub_2");

    expect(again).toEqual({ attributes: { need: { value: "shop", at: noon, from: "sub_2" } }, changed: [] });
    expect(mergeAttributes(again.attributes, { need: "office" }, morning + hour, "sub_late").changed).toEqual([]);
  });

  it("joins lists, each element once, and a late one without making the list older", () => {
    const joined = mergeAttributes(known(["Lyon", "Paris"], noon), { need: ["Paris", "Nantes"] }, morning, "sub_0");

    expect(joined.attributes).toEqual(known(["Lyon", "Paris", "Nantes"], noon));
    expect(joined.changed).toEqual([{ name: "need", from: ["Lyon", "Paris"], to: ["Lyon", "Paris", "Nantes"] }]);
  });

  it("lets no late list replace a newer answer of another kind", () => {
    expect(mergeAttributes(known("office", noon), { need: ["shop"] }, morning, "sub_0").attributes).toEqual(known("office", noon));
    expect(mergeAttributes(known("office"), { need: ["shop"] }, noon, "sub_2").attributes).toEqual({
      need: { value: ["shop"], at: noon, from: "sub_2" },
    });
  });

  it("tells money of another currency from the same amount", () => {
    expect(
      mergeAttributes(known({ amount: 5, currency: "EUR" }), { need: { amount: 5, currency: "USD" } }, noon, "sub_2").changed,
    ).toHaveLength(1);
    expect(mergeAttributes(known({ amount: 5, currency: "EUR" }), { need: { amount: 5, currency: "EUR" } }, noon, "sub_2").changed).toEqual(
      [],
    );
  });

  it("keeps answers to fields that have the names of every object’s own", () => {
    const answers: Record<string, AttributeValue> = JSON.parse('{"__proto__": "a", "constructor": "b", "toString": "c"}');

    const { attributes, changed } = mergeAttributes({}, answers, morning, "sub_1");

    expect(Object.entries(attributes).map(([name, { value }]) => [name, value])).toEqual([
      ["__proto__", "a"],
      ["constructor", "b"],
      ["toString", "c"],
    ]);
    expect(changed).toHaveLength(3);
    expect({}).not.toHaveProperty("value");
  });

  it("loses nothing that was ever known: every answer stands in the record or in the changes", () => {
    const arrivals = fc.array(fc.record({ answers: anyAnswers, at: fc.integer({ min: 1, max: 5 }) }), { maxLength: 6 });
    fc.assert(
      fc.property(arrivals, (given) => {
        let attributes = {};
        const history: AttributeChange[] = [];
        for (const { answers, at } of given) {
          const before = Object.keys(attributes);
          const merged = mergeAttributes(attributes, answers, at, `sub_${at}`);
          attributes = merged.attributes;
          history.push(...merged.changed);
          expect(Object.keys(attributes)).toEqual(expect.arrayContaining(before));
        }
        for (const [name, attribute] of Object.entries(attributes)) {
          expect(attributeSchema.parse(attribute)).toEqual(attribute);
          const told = history.filter((change) => change.name === name);
          expect(told[0]?.from).toBeUndefined();
          // What each change replaced is what the one before had left.
          told.forEach((change, index) => expect(index === 0 ? undefined : told[index - 1]?.to).toEqual(change.from));
          expect(attribute).toMatchObject({ value: told.at(-1)?.to });
        }
      }),
      { numRuns: 500 },
    );
  });

  it("gives the newest answer the word, in whatever order they arrive", () => {
    const answer = fc.constantFrom("shop", "office", "workshop");
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ at: fc.integer({ min: 1, max: 50 }), need: answer }), {
          selector: ({ at }) => at,
          minLength: 1,
          maxLength: 6,
        }),
        (arrivals) => {
          let attributes: ReturnType<typeof mergeAttributes>["attributes"] = {};
          for (const { at, need } of arrivals) ({ attributes } = mergeAttributes(attributes, { need }, at, `sub_${at}`));
          const newest = arrivals.reduce((one, other) => (one.at > other.at ? one : other));

          expect(attributes["need"]).toEqual({ value: newest.need, at: newest.at, from: `sub_${newest.at}` });
        },
      ),
    );
  });
});
