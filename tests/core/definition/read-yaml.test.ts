import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { readYaml } from "#core/definition/read-yaml.ts";

const anything = z.record(z.string(), z.unknown());
const form = z.strictObject({
  form: z.string().regex(/^[a-z]+$/),
  fields: z.array(z.strictObject({ name: z.string(), type: z.enum(["text", "email"]) })).default([]),
});

function problemsOf(text: string, schema: z.ZodType = form) {
  const read = readYaml("forms/demo.yaml", text, schema);
  return read.kind === "problems" ? read.problems : [];
}

describe("reading a YAML file", () => {
  it("gives its value, and the place of anything in it", () => {
    const read = readYaml("forms/demo.yaml", "form: demo\nfields:\n  - name: email\n    type: email\n", form);
    if (read.kind === "problems") throw new Error("it has problems");

    expect(read.value).toEqual({ form: "demo", fields: [{ name: "email", type: "email" }] });
    expect(read.place(["fields", 0, "type"])).toEqual({ line: 4, column: 11 });
    expect(read.place(["fields", 7, "type"])).toEqual({ line: 3, column: 3 });
    expect(read.place(["nowhere"])).toEqual({ line: 1, column: 1 });
  });

  it.each([
    [
      "a value that is none of its choices",
      "form: demo\nfields:\n  - name: a\n    type: tetx",
      { line: 4, column: 11, field: "fields[0].type", remedy: "write one of: text, email" },
    ],
    ["a misspelt key", "form: demo\nfeilds: []", { line: 2, column: 1, field: "", problem: "nothing is called feilds here" }],
    [
      "a missing value, at what should hold it",
      "form: demo\nfields:\n  - type: text",
      { line: 3, column: 5, field: "fields[0].name", problem: "this is missing" },
    ],
    ["a value of another type", "form: 12", { line: 1, column: 7, field: "form", remedy: "write a string here" }],
    [
      "a value that does not fit",
      "form: Démo",
      { line: 1, column: 7, field: "form", remedy: "see the same field in the files that came with Relance" },
    ],
    ["a file that is a list", "- a", { line: 1, column: 1, field: "", remedy: "write a object here" }],
    ["an empty file", "", { field: "" }],
    ["a key that stands twice", "form: a\nform: b", { line: 2, column: 1, problem: "this key stands twice" }],
    ["quotes left open", 'form: "demo\n', { line: 2, remedy: "check the indentation and the quotes around this line" }],
    ["two documents", "form: a\n---\nform: b", { problem: "a line of --- begins a second file within this one" }],
  ])("tells of %s", (_, text, problem) => {
    expect(problemsOf(text)).toMatchObject([{ file: "forms/demo.yaml", ...problem }]);
  });

  it("tells everything that is wrong at once", () => {
    expect(problemsOf("form: 1\nfields:\n  - name: 2\n    type: x").map(({ field }) => field)).toEqual([
      "form",
      "fields[0].name",
      "fields[0].type",
    ]);
  });

  it.each([
    ["an alias of nothing", "a: *b", "nothing before it is called &b"],
    [
      "aliases that multiply",
      `a: &a [x, x]\n${Array.from({ length: 80 }, (_, index) => `k${index}: *a`).join("\n")}`,
      "the file repeats parts of itself too often",
    ],
    ["a part that holds itself", "a: &a\n  b: *a", "a part of the file refers to itself"],
    ["more than a person writes", `a: ${"x".repeat(500_001)}`, "the file has 500004 characters"],
  ])("refuses %s", (_, text, problem) => {
    expect(problemsOf(text, anything)).toMatchObject([{ problem: expect.stringContaining(problem) }]);
  });

  it("takes an alias used once or twice", () => {
    expect(readYaml("f", "a: &a [x]\nb: *a", anything)).toMatchObject({ kind: "ok", value: { a: ["x"], b: ["x"] } });
  });

  it("makes nothing of a tag that asks for code, and leaves prototypes alone", () => {
    expect(readYaml("f", "a: !!js/function 'x'\n__proto__: {polluted: yes}", anything)).toMatchObject({ kind: "ok", value: { a: "x" } });
    expect({}).not.toHaveProperty("polluted");
  });

  it("answers whatever it is given, and throws nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab:-?&*!|>'\"{}[],# \n\t%@`".split("")), maxLength: 60 }), (text) => {
        expect(["ok", "problems"]).toContain(readYaml("f", text, anything).kind);
      }),
      { numRuns: 2_000 },
    );
  });
});
