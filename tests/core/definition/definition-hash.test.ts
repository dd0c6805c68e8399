import { describe, expect, it } from "vitest";
import { definitionHash } from "#core/definition/definition-hash.ts";

describe("the hash of a definition", () => {
  it("is the same whatever the order of the files", () => {
    expect(definitionHash({ a: "1", b: "2" }, {}, "1")).toBe(definitionHash({ b: "2", a: "1" }, {}, "1"));
  });

  it("changes with a text, with a path, with where one ends and the other begins, and with the compiler", () => {
    const hashes = [{ a: "1", b: "2" }, { a: "1", b: "3" }, { a: "1", c: "2" }, { a: "1b", b: "2" }, { a: "1:b1:2" }, {}].map((source) =>
      definitionHash(source, { made: 1 }, "1"),
    );

    expect(new Set([...hashes, definitionHash({ a: "1", b: "2" }, { made: 1 }, "2")]).size).toBe(hashes.length + 1);
  });

  it("changes with what the same text was compiled to", () => {
    expect(definitionHash({ a: "1" }, { window: "09:00" }, "1")).not.toBe(definitionHash({ a: "1" }, { window: "10:00" }, "1"));
  });
});
