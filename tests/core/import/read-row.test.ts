import { describe, expect, it } from "vitest";
import { guessColumns } from "#core/import/guess-columns.ts";
import { tellRefusal } from "#core/import/refusal.ts";
import { readRow } from "#core/import/read-row.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";

const declarations: Readonly<Record<string, AttributeDeclaration>> = {
  budget: { type: "number", label: { fr: "Budget annuel", en: "Yearly budget" } },
  vip: { type: "yes-no", label: { fr: "Client privilégié", en: "VIP" } },
};
const columnsOf = (headers: readonly string[]) => guessColumns(headers, declarations).map((column) => ({ ...column }));
const reading = (headers: readonly string[], cells: readonly string[]) =>
  readRow({ line: 7, cells: [...cells] }, { columns: columnsOf(headers) }, declarations);

describe("columns", () => {
  it("are told from French and English headings, each thing once", () => {
    const headers = ["Prénom", "NOM", "Adresse e-mail", "Société", "Tél.", "Budget annuel", "VIP", "Étape", "Email", "N° interne"];

    expect(columnsOf(headers).map(({ target }) => target)).toEqual([
      "firstName",
      "lastName",
      "email",
      "company",
      "phone",
      "budget",
      "vip",
      "stage",
      null,
      null,
    ]);
  });
});

describe("a row", () => {
  it("is read as French spreadsheets write it", () => {
    const read = reading(
      ["Courriel", "Nom complet", "Budget annuel", "VIP", "Étiquettes", "Valeur", "Date de consentement", "Étape", "Commercial"],
      [
        " Zoe@Example.com ",
        "DUPONT Zoé",
        "1 234,50 €",
        "oui",
        "Salon Lyon; chaud",
        "12 500,00",
        "24/11/2026",
        "Proposition personnalisée",
        "Sophie@a.example",
      ],
    );

    expect(read).toMatchObject({
      kind: "row",
      row: {
        email: "Zoe@Example.com",
        answers: { firstName: "Zoé", lastName: "DUPONT", budget: 1234.5, vip: true },
        tags: ["salon lyon", "chaud"],
        value: { amount: 12500, currency: "EUR" },
        stage: "proposal",
        owner: "sophie@a.example",
        consentAt: Date.parse("2026-11-24"),
      },
    });
  });

  it.each([
    [["email"], ["not an address"], "email"],
    [["email"], [""], "email"],
    [["email", "stage"], ["a@example.com", "somewhere"], "stage"],
    [["email", "value"], ["a@example.com", "much"], "value"],
    [["email", "owner"], ["a@example.com", "Sophie"], "owner"],
    [["email", "consentAt"], ["a@example.com", "yesterday"], "consentAt"],
    [["email", "tags"], ["a@example.com", "t".repeat(60)], "tags"],
    [["email"], ["a@example.com", "one too many"], ""],
  ])("is refused as a whole, with the column and what would mend it: %j %j", (headers, cells, field) => {
    const read = reading(headers, cells);

    expect(read).toMatchObject({ kind: "refused", refused: { line: 7, field } });
    if (read.kind !== "refused") return;
    for (const language of ["fr", "en"]) {
      const { problem, remedy } = tellRefusal(read.refused, language);
      expect(`${problem} ${remedy}`).not.toMatch(/[{}]/);
    }
    expect(tellRefusal(read.refused, "fr")).not.toEqual(tellRefusal(read.refused, "en"));
  });
});
