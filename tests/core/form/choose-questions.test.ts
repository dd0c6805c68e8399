import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnswered, writeAnswered } from "#core/form/answered-cookie.ts";
import { chooseQuestions } from "#core/form/choose-questions.ts";
import { type Field, fieldSchema } from "#core/form/field.ts";
import { demoForm } from "./demo-form.ts";

const key = new Uint8Array(32).fill(3);

function formOf(fields: readonly Partial<Field>[], askAtMost?: number) {
  const email = { name: "email", label: { fr: "E-mail" }, type: "email" as const, required: true };
  const all = [email, ...fields].map((field) => fieldSchema.parse({ label: { fr: "X" }, type: "text", ...field }));
  return demoForm({ fields: all, ...(askAtMost === undefined ? {} : { askAtMost }) });
}
const asked = (form: ReturnType<typeof formOf>, ...known: readonly string[]) =>
  chooseQuestions(form, new Set(known)).map(({ name }) => name);

describe("what a form asks", () => {
  const form = formOf([
    { name: "firstName", ask: "when-unknown" },
    { name: "job", attribute: "role", ask: "when-unknown" },
    { name: "topic" },
    { name: "budget", ask: "when-unknown", required: true },
  ]);

  it("is everything of somebody of whom nothing is known", () => {
    expect(asked(form)).toEqual(["email", "firstName", "job", "topic", "budget"]);
  });

  it("leaves out what is known, and only where it may be left out", () => {
    expect(asked(form, "firstName", "role", "topic", "email", "budget")).toEqual(["email", "topic"]);
  });

  it("is no more at once than wanted, what is required first, in the form's order", () => {
    expect(asked({ ...form, askAtMost: 3 })).toEqual(["email", "firstName", "budget"]);
    expect(asked({ ...form, askAtMost: 3 }, "firstName")).toEqual(["email", "job", "budget"]);
    expect(asked({ ...form, askAtMost: 1 })).toEqual(["email", "budget"]);
  });

  it("always has the address and whatever is required and unknown, whatever is known", () => {
    const names = fc.subarray(["firstName", "role", "topic", "budget", "email"]);
    fc.assert(
      fc.property(names, fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }), (known, askAtMost) => {
        const questions = asked({ ...form, askAtMost }, ...known);
        expect(questions).toContain("email");
        expect(questions.includes("budget")).toBe(!known.includes("budget"));
        if (askAtMost !== undefined) expect(questions.length).toBeLessThanOrEqual(Math.max(askAtMost, 2));
      }),
    );
  });
});

describe("what a browser remembers to have answered", () => {
  it("is read again as it was written, whatever the names are", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }), { maxLength: 20 }), (names) => {
        expect([...readAnswered(key, writeAnswered(key, names))].sort()).toEqual([...names].sort());
      }),
    );
  });

  it("is nothing where it was not signed by us", () => {
    const cookie = writeAnswered(key, ["firstName"]);
    expect(readAnswered(new Uint8Array(32), cookie)).toEqual(new Set());
    expect(readAnswered(key, cookie.replace("firstName", "budget"))).toEqual(new Set());
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => readAnswered(key, text).size === 0));
  });
});
