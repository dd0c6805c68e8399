import { describe, expect, it } from "vitest";
import { changesBetween } from "#core/audit/changes-between.ts";

describe("what differs between two values of the log", () => {
  it("is told leaf by leaf, and what stayed the same is left out", () => {
    const changes = changesBetween({ role: "sales", call: { at: 1, by: "Zoé" } }, { role: "owner", call: { at: 2, by: "Zoé" } });

    expect(changes).toEqual([
      { path: "role", from: "sales", to: "owner" },
      { path: "call.at", from: "1", to: "2" },
    ]);
  });

  it("has one side only where something is new or gone", () => {
    expect(changesBetween(null, { name: "Shop" })).toEqual([{ path: "name", from: undefined, to: "Shop" }]);
    expect(changesBetween({ name: "Shop" }, undefined)).toEqual([{ path: "name", from: "Shop", to: undefined }]);
  });

  it("reads a list of words as one value, and a bare value without a path", () => {
    expect(changesBetween({ tags: ["a"] }, { tags: ["a", "b"] })).toEqual([{ path: "tags", from: "a", to: "a, b" }]);
    expect(changesBetween("x", "y")).toEqual([{ path: "", from: "x", to: "y" }]);
    expect(changesBetween(undefined, null)).toEqual([]);
    expect(changesBetween({ tags: [] }, { tags: [], attributes: [] })).toEqual([]);
  });

  it("stops after sixty lines, whatever a program wrote", () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index]));

    expect(changesBetween(null, many)).toHaveLength(60);
  });
});
