import { describe, expect, it } from "vitest";
import { pointablesIn } from "#core/source/point-at.ts";
import { payloadOf } from "#core/source/reading/payload.ts";
import { delivery, fieldsDelivery } from "./delivery.ts";

describe("a form's fields as one value", () => {
  it("go inwards where their names do, and are lists where a name comes again", () => {
    const fields = [
      ["form[name]", "Contact"],
      ["fields[email][value]", "a@example.com"],
      ["fields[email][title]", "E-mail"],
      ["rooms[]", "hall"],
      ["rooms[]", "cellar"],
      ["day", "1"],
      ["day", "2"],
    ] as const;
    expect(payloadOf(fieldsDelivery(fields))).toEqual({
      form: { name: "Contact" },
      fields: { email: { value: "a@example.com", title: "E-mail" } },
      rooms: ["hall", "cellar"],
      day: ["1", "2"],
    });
  });

  it("keep names that contradict each other, or go too deep, as they are", () => {
    const deep = `a${"[b]".repeat(20)}`;
    expect(
      payloadOf(
        fieldsDelivery([
          ["a", "1"],
          ["a[b]", "2"],
          [deep, "3"],
          ["[x]", "4"],
          ["y]", "5"],
        ]),
      ),
    ).toEqual({
      a: "1",
      "a[b]": "2",
      [deep]: "3",
      "[x]": "4",
      "y]": "5",
    });
  });

  it("touch no prototype", () => {
    payloadOf(
      fieldsDelivery([
        ["__proto__[polluted]", "yes"],
        ["constructor[prototype][polluted]", "yes"],
      ]),
    );
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("what a mapping may point at", () => {
  it("is every value of unknown JSON, by a path that leads there", () => {
    const payload = { data: { "e.mail": "a@example.com", list: [{ x: 1 }, null], days: ["a", "b"] } };
    expect(pointablesIn({ kind: "json" }, delivery(payload))).toEqual([
      { at: 'data["e.mail"]', title: 'data["e.mail"]', value: "a@example.com" },
      { at: "data.list[0].x", title: "data.list[0].x", value: 1 },
      { at: "data.days", title: "data.days", value: ["a", "b"] },
    ]);
  });

  it("stays small for a large delivery", () => {
    expect(
      pointablesIn({ kind: "json" }, delivery({ list: Array.from({ length: 5_000 }, (_, index) => index + 0.5) })).length,
    ).toBeLessThan(301);
  });
});
