import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { refusedSchemaChanges, usesOfAttribute } from "#core/definition/attribute-uses.ts";
import { compileTemplates } from "#core/definition/compile-templates.ts";
import { type AttributeDeclaration, attributeTypes } from "#core/person/attribute.ts";
import { editAttributes, readAttributes } from "#core/person/edit-attributes.ts";
import { createMjmlCompiler } from "#functions/publish/mjml.ts";
import { shippedFiles } from "#tests/core/definition/shipped-files.ts";

const shipped = shippedFiles()["person.yaml"] ?? "";
const commented = `# Ce que nous savons.
company:
  type: text # tel qu'écrit
  label: { fr: Entreprise, en: Company }

# Le budget.
budget:
  type: choice
  label: { fr: Budget, en: Budget }
  choices:
    # le plus petit
    - { value: small, label: { fr: Petit, en: Small } }
    - { value: large, label: { fr: Grand, en: Large } }
`;
const known = (text: string) => new Map(readAttributes(text));
const anyName = fc.stringMatching(/^[a-z][a-zA-Z0-9]{2,9}$/);
const anyText = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== "");
const anyDeclaration: fc.Arbitrary<AttributeDeclaration> = fc
  .record({
    type: fc.constantFrom(...attributeTypes),
    fr: anyText,
    en: anyText,
    values: fc.uniqueArray(anyName, { minLength: 1, maxLength: 4 }),
  })
  .map(({ type, fr, en, values }) => ({
    type,
    label: { fr, en },
    ...(type === "choice" ? { choices: values.map((value) => ({ value, label: { fr: `${fr}${value}`, en } })) } : {}),
  }));

describe("the schema of attributes, edited as a form does", () => {
  it("is what was asked for, and everything else as it was", () => {
    fc.assert(
      fc.property(anyName, anyDeclaration, (name, declaration) => {
        const edited = editAttributes(shipped, { kind: "put", name, declaration });

        expect(known(edited).get(name)).toEqual(declaration);
        for (const [other, before] of known(shipped)) if (other !== name) expect(known(edited).get(other)).toEqual(before);
        expect(editAttributes(edited, { kind: "put", name, declaration })).toBe(edited);
      }),
    );
  });

  it("keeps comments, and lines that are not meant", () => {
    const declaration = known(commented).get("budget");
    if (declaration === undefined) throw new Error("no budget");
    const [small, large] = declaration.choices ?? [];
    if (small === undefined || large === undefined) throw new Error("no choices");
    const choices = [large, { value: "huge", label: { fr: "Énorme", en: "Huge" } }, { ...small, label: { fr: "Tout petit", en: "Small" } }];

    const edited = editAttributes(commented, { kind: "put", name: "budget", declaration: { ...declaration, choices } });

    expect(edited).toContain("# tel qu'écrit");
    expect(edited).toContain("# le plus petit");
    expect(edited.split("# Le budget.")[0]).toBe(commented.split("# Le budget.")[0]);
    expect(known(edited).get("budget")?.choices).toEqual(choices);
  });

  it("changes the order, up and down, and takes away", () => {
    expect([...known(editAttributes(commented, { kind: "move", name: "budget", by: -1 })).keys()]).toEqual(["budget", "company"]);
    expect(parse(editAttributes(commented, { kind: "move", name: "company", by: -1 }))).toEqual(parse(commented));
    expect([...known(editAttributes(commented, { kind: "remove", name: "company" })).keys()]).toEqual(["budget"]);
  });

  it("leaves a text alone that is no YAML", () => {
    expect(editAttributes("a: [", { kind: "remove", name: "a" })).toBe("a: [");
    expect(readAttributes("a: [")).toBeUndefined();
  });
});

describe("an attribute that is in use", () => {
  const compiled = compileTemplates(shippedFiles(), { mjml: createMjmlCompiler() });
  if (compiled.kind === "problems") throw new Error("the example does not compile");
  const { definitions } = compiled;
  const before = Object.fromEntries(known(shipped));

  it("is told of with where: conditions, e-mails, forms and steps", () => {
    expect(usesOfAttribute("budget", definitions)).toEqual(
      expect.arrayContaining([
        { kind: "scoring", name: "default" },
        { kind: "form", name: "demo" },
      ]),
    );
    expect(usesOfAttribute("firstName", definitions).map(({ kind }) => kind)).toContain("email");
    expect(usesOfAttribute("constructor", definitions)).toEqual([]);
  });

  it("cannot be taken away, get another type or another name; what nobody uses can", () => {
    const { budget, ...without } = before;
    if (budget === undefined) throw new Error("no budget");

    expect(refusedSchemaChanges(before, without, definitions)).toMatchObject([
      { field: "budget", remedy: expect.stringContaining("scoring") },
    ]);
    expect(refusedSchemaChanges(before, { ...before, budget: { ...budget, type: "text" } }, definitions)).toHaveLength(1);
    expect(refusedSchemaChanges(before, { ...without, money: budget }, definitions)).toHaveLength(1);
    expect(refusedSchemaChanges({ ...before, unused: budget }, before, definitions)).toEqual([]);
    expect(refusedSchemaChanges(before, { ...before, more: budget }, definitions)).toEqual([]);
  });
});
