import { describe, expect, it } from "vitest";
import { type ConditionLanguage, conditionInWords } from "#core/condition/condition-in-words.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";

const declarations: Readonly<Record<string, AttributeDeclaration>> = {
  company: { type: "text", label: { en: "Company", fr: "Entreprise" } },
  budget: {
    type: "choice",
    label: { en: "Budget", fr: "Budget" },
    choices: [
      { value: "small", label: { en: "Under €5,000", fr: "Moins de 5 000 €" } },
      { value: "large", label: { en: "More", fr: "Davantage" } },
    ],
  },
};
const names = new Map([
  ["stage", "Stage"],
  ["stage.proposal", "Proposal"],
  ["!bought", "has not bought"],
  ["score.fit", "Fit"],
]);

function inWords(condition: string, language: ConditionLanguage = "en"): string | undefined {
  return conditionInWords(condition, { language, declarations, scope: "person", nameOf: (path) => names.get(path) });
}

describe("a condition in words", () => {
  it.each([
    ['person.budget == "small"', "Budget is “Under €5,000”"],
    ['person.budget in ["small", "large"]', "Budget is one of “Under €5,000” or “More”"],
    ['person.company != ""', "Company is known"],
    ['person.company == ""', "Company is not known"],
    ["!bought", "has not bought"],
    ['stage == "proposal" && score.fit >= 20.0', "Stage is “Proposal” and Fit is at least 20"],
    ['!bought && (stage == "proposal" || score.fit < 5.0)', "has not bought and (Stage is “Proposal” or Fit is less than 5)"],
    ['person.company.contains("& Sons")', "Company contains “& Sons”"],
    ["true", "always"],
    ["false", "never"],
  ])("reads %s", (condition, expected) => {
    expect(inWords(condition)).toBe(expected);
  });

  it("speaks French, with the choices as a French reader knows them", () => {
    expect(inWords('person.budget in ["small", "large"] || person.company != ""', "fr")).toBe(
      "Budget est l’un de « Moins de 5 000 € » ou « Davantage » ou Entreprise est renseigné",
    );
  });

  it.each(["person.company.size() > 3", "person.", "1 +", "[1, 2].exists(x, x > 1)"])(
    "says nothing where words do not reach: %s",
    (condition) => {
      expect(inWords(condition)).toBeUndefined();
    },
  );
});
