import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileTemplates } from "#core/definition/compile-templates.ts";
import { createMjmlCompiler } from "#functions/publish/mjml.ts";
import { shippedFiles } from "./shipped-files.ts";

const mjml = createMjmlCompiler();
const form = "forms/demo.yaml";
const label = "label: { fr: X, en: X }";

function compiledWith(field: string) {
  return compileTemplates(shippedFiles({ [form]: (text) => text.replace("\nhoneypot:", `  - ${field}\n\nhoneypot:`) }), { mjml });
}

describe("the documents' example of a form", () => {
  it("can be published as it stands", () => {
    const example = /```yaml\n(form: [\s\S]*?)```/.exec(readFileSync("docs/forms.md", "utf8"))?.[1] ?? "";
    const compiled = compileTemplates(shippedFiles({ "forms/etude.yaml": example }), { mjml });

    expect(compiled.kind === "problems" ? compiled.problems : []).toEqual([]);
  });
});

describe("a field of a form", () => {
  it.each([
    [`{ name: "_id", type: text, ${label} }`, "name", "_id has a meaning of its own in a post"],
    [`{ name: "utm_source", type: text, ${label} }`, "name", "utm_source has a meaning of its own in a post"],
    [`{ name: "__proto__", type: text, ${label} }`, "name", "__proto__ has a meaning of its own in a post"],
    [`{ name: "a b", type: text, ${label} }`, "name", "a b is no name for a field"],
    [`{ name: x, type: email, ${label} }`, "type", "there are two fields of type email: whose address would it be?"],
    [`{ name: x, type: date, attribute: need, ${label} }`, "type", "a date cannot fill person.need, which is a choice"],
    [`{ name: x, type: radio, ${label} }`, "", "there is nothing to choose from"],
    [`{ name: x, type: text, choices: [{ value: a, ${label} }], ${label} }`, "choices", "a text offers no choices"],
    [
      `{ name: x, type: radio, choices: [{ value: a, ${label} }, { value: a, ${label} }], ${label} }`,
      "choices[1].value",
      "a is there twice",
    ],
    [`{ name: x, type: text, min: 3, ${label} }`, "min", "a text has no min"],
    [`{ name: x, type: number, min: "3", ${label} }`, "min", "3 is not a number"],
    [`{ name: x, type: date, max: "31/12/2026", ${label} }`, "max", "31/12/2026 is not a day"],
    [`{ name: x, type: number, min: 3, max: 2, ${label} }`, "max", "2 comes before 3: nothing can be written"],
    [`{ name: x, type: number, minLength: 3, ${label} }`, "minLength", "a number has no minLength"],
    [`{ name: x, type: text, minLength: 3, maxLength: 2, ${label} }`, "maxLength", "2 is less than 3: nothing can be written"],
    [
      `{ name: x, type: text, pattern: { match: "(?=a)", message: { fr: X, en: X } }, ${label} }`,
      "pattern.match",
      "this pattern cannot be used: (? can only be (?: here",
    ],
    [`{ name: x, type: text, pattern: { match: "a", message: { fr: X } }, ${label} }`, "pattern.message", "this is not written in en"],
    [`{ name: x, type: text, help: { fr: X }, ${label} }`, "help", "this is not written in en"],
    [`{ name: x, type: text, ask: when-unknown, ${label} }`, "ask", "nothing remembers x"],
    [`{ name: x, type: hidden, value: a, ask: when-unknown }`, "ask", "a hidden is not asked by turns"],
    [`{ name: x, type: text }`, "", "x has no label"],
    [`{ name: x, type: text, value: a, ${label} }`, "value", "a text that people see begins empty"],
    [`{ name: x, type: hidden }`, "", "x says nothing"],
    [`{ name: x, type: hidden, value: a, required: true }`, "required", "nobody can be asked to fill a field they do not see"],
    [`{ name: x, type: hidden, fromQuery: "a&b" }`, "fromQuery", "a&b is no parameter's name"],
  ])("%s is told where it is wrong", (field, path, problem) => {
    const compiled = compiledWith(field);
    const problems = compiled.kind === "problems" ? compiled.problems : [];

    expect(problems).toContainEqual(
      expect.objectContaining({
        file: form,
        field: path === "" ? "fields[7]" : `fields[7].${path}`,
        problem,
        line: expect.any(Number),
        column: expect.any(Number),
      }),
    );
  });

  it("of every kind is taken", () => {
    const compiled = compiledWith(`{ name: size, type: number, min: 1, max: 500, help: { fr: X, en: X }, ${label} }
  - { name: when, type: date, min: "2026-01-01", ${label} }
  - { name: site, type: url, placeholder: { fr: https://…, en: https://… }, ${label} }
  - { name: postcode, type: text, pattern: { match: '\\d{5}', message: { fr: X, en: X } }, ${label} }
  - { name: how, type: radio, choices: [{ value: a, ${label} }], ${label} }
  - { name: rooms, type: checkbox, choices: [{ value: a, ${label} }], ${label} }
  - { name: from, type: hidden, fromQuery: ref, value: site }`);

    expect(compiled).toMatchObject({ kind: "ok" });
  });

  it("that is hidden and has an attribute's name fills it, as any other", () => {
    const compiled = compiledWith("{ name: message, type: hidden, value: a }");
    const definitions = compiled.kind === "ok" ? compiled.definitions : [];
    const made = definitions.find(({ kind }) => kind === "form");

    expect(made?.artefact).toMatchObject({
      fields: expect.arrayContaining([expect.objectContaining({ name: "message", attribute: "message" })]),
    });
  });
});
