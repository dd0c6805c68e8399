import { describe, expect, it } from "vitest";
import { definitionHash } from "#core/definition/definition-hash.ts";

describe("the hash of a definition", () => {
  it("is the same whatever the order of the files", () => {
    expect(definitionHash({ a: "1", b: "2" }, "1")).toBe(definitionHash({ b: "2", a: "1" }, "1"));
  });

  it("changes with a text, with a path, with where one ends and the other begins, and with the compiler", () => {
    const hashes = [{ a: "1", b: "2" }, { a: "1", b: "3" }, { a: "1", c: "2" }, { a: "1b", b: "2" }, { a: "1:b1:2" }, {}].map((source) =>
      definitionHash(source, "1"),
    );

    expect(new Set([...hashes, definitionHash({ a: "1", b: "2" }, "2")]).size).toBe(hashes.length + 1);
  });
});
