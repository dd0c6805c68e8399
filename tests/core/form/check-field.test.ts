import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkField, pageAddressOf } from "#core/form/check-field.ts";
import { type Field, fieldSchema, fieldTypes } from "#core/form/field.ts";

function field(declared: Partial<Field>): Field {
  return fieldSchema.parse({ name: "x", label: { fr: "X" }, type: "text", ...declared });
}

describe("a field", () => {
  it.each<[string, Partial<Field>, readonly string[], string | undefined]>([
    ["left empty though required", { required: true }, [], "field-empty"],
    ["left empty", {}, [], undefined],
    ["with a box unticked though required", { type: "checkbox", required: true }, ["no"], "box-unticked"],
    ["with a box ticked", { type: "checkbox", required: true }, ["yes"], undefined],
    ["with no choice made", { type: "radio", required: true, choices: [{ value: "a", label: {} }] }, [], "choice-missing"],
    ["with a choice that is gone", { type: "select", choices: [{ value: "a", label: {} }] }, ["b"], undefined],
    ["with a French number", { type: "number", min: 1_000, max: 2_000 }, ["1 234,50 €"], undefined],
    ["with too small a number", { type: "number", min: 1_000 }, ["12"], "number-too-small"],
    ["with too great a number", { type: "number", max: 10 }, ["12"], "number-too-large"],
    ["with no number", { type: "number" }, ["douze"], "not-a-number"],
    ["with a French date", { type: "date", min: "2026-01-01" }, ["27/11/2026"], undefined],
    ["with a day that is none", { type: "date" }, ["2026-02-30"], "not-a-date"],
    ["with an early day", { type: "date", min: "2026-01-02" }, ["2026-01-01"], "date-too-early"],
    ["with a late day", { type: "date", max: "2026-01-02" }, ["2026-01-03"], "date-too-late"],
    ["with a telephone number", { type: "tel" }, ["+33 (0)4 78 00 00 00"], undefined],
    ["with no telephone number", { type: "tel" }, ["call me"], "not-a-phone"],
    ["with a page's address", { type: "url" }, ["exemple.fr/nous"], undefined],
    ["with a script for an address", { type: "url" }, ["javascript:alert(1)//a.b"], "not-a-page"],
    ["with too short a text", { minLength: 3 }, ["ab"], "text-too-short"],
    ["with signs of two units counted as one", { minLength: 3 }, ["🏠🏠"], "text-too-short"],
    ["with too long a text", { maxLength: 3 }, ["abcd"], "text-too-long"],
    ["unlike its pattern", { pattern: { match: "\\d{5}", message: { fr: "Cinq chiffres." } } }, ["6900"], "text-pattern"],
    ["like its pattern", { pattern: { match: "\\d{5}", message: { fr: "Cinq chiffres." } } }, [" 69001 "], undefined],
  ])("%s", (_, declared, values, code) => {
    expect(checkField(field(declared), values)?.code).toBe(code);
  });

  it("of any kind is judged without a fault, whatever is typed into it", () => {
    const bounds = { min: 1, max: 3, minLength: 2, maxLength: 9, pattern: { match: "(a|b)*", message: {} } };
    fc.assert(
      fc.property(
        fc.constantFrom(...fieldTypes),
        fc.boolean(),
        fc.array(fc.string({ unit: "binary" }), { maxLength: 3 }),
        (type, required, values) => {
          expect(() => checkField({ name: "x", label: {}, type, required, ...bounds }, values)).not.toThrow();
        },
      ),
    );
  });
});

describe("a page's address", () => {
  it.each([
    ["exemple.fr", "https://exemple.fr"],
    ["http://exemple.fr/a?b#c", "http://exemple.fr/a?b#c"],
    ["exemple.fr:8443/a", "https://exemple.fr:8443/a"],
    ["https://user@exemple.fr", undefined],
    ["data:text/html,x.y", undefined],
    ["exemple", undefined],
  ])("%s is %s", (text, address) => {
    expect(pageAddressOf(text)).toBe(address);
  });
});
