import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";

describe.skipIf(!hasChromium)("the schema of attributes in the console", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  }, 300_000);
  afterAll(() => house?.close());

  it("gains an attribute of each kind by a form, which persons and conditions know at once, in French", { timeout: 300_000 }, async () => {
    const visit = await house.open({ locale: "fr-FR" });
    const { page } = visit;
    await visit.go("/settings/attributes");
    await visit.inspect("attributes");

    const add = async (name: string, type: string, label: string) => {
      await page.getByRole("button", { name: "Ajouter un attribut" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Nom dans les conditions").fill(name);
      await dialog.getByLabel("Type", { exact: true }).selectOption(type);
      await dialog.getByLabel("Libellé (Français)").fill(label);
      await dialog.getByLabel("Libellé (Anglais)").fill(label);
      if (type === "choice") {
        await dialog.getByRole("button", { name: "Ajouter un choix" }).click();
        await dialog.getByLabel("Valeur du choix 1").fill("gold");
        await dialog.getByLabel("Libellé du choix 1 (Français)").fill("Or");
        await dialog.getByLabel("Libellé du choix 1 (Anglais)").fill("Gold");
        await visit.inspect("attribute-dialog");
      }
      await dialog.getByRole("button", { name: "Terminé" }).click();
    };
    await add("visitOn", "date", "Visite le");
    await add("surface", "number", "Surface");
    await add("contract", "money", "Contrat");
    await add("isVip", "yes-no", "VIP");
    await add("sites", "list", "Sites");
    await add("level", "choice", "Niveau");
    await page.getByRole("button", { name: "Monter Niveau" }).click();
    await page.getByRole("button", { name: "Relire et publier" }).click();
    await page.getByRole("dialog").getByText("level:").first().waitFor();
    await visit.inspect("attributes-review");
    await page.getByRole("dialog").getByLabel("Note").fill("Pour les visites");
    await page.getByRole("dialog").getByRole("button", { name: "Publier", exact: true }).click();
    await page.getByText("La version 2 est en vigueur").waitFor();

    const text = await (await house.client.request("/api/definitions/person/default")).text();
    expect(text).toContain("# Ce que nous savons d'une personne");
    // Conditions know it at once, with its type: a number is compared with numbers.
    const scoring = await (await house.client.request("/api/definitions/scoring/default")).json();
    const rules: string = scoring.files["scoring.yaml"];
    const ask = async (condition: string) => {
      const files = { "scoring.yaml": rules.replace(/^( +)when: .*$/m, `$1when: ${JSON.stringify(condition)}`) };
      const headers = { "content-type": "application/json" };
      return (await house.client.request("/api/definitions/check", { method: "POST", headers, body: JSON.stringify({ files }) })).json();
    };
    expect(await ask("person.surface > 100.0")).toMatchObject({ problems: [] });
    expect((await ask("person.nowhere == 1")).problems).not.toEqual([]);

    const paul = await house.client.person("paul.mercier@garage-mercier.example");
    await visit.go(`/people/${paul?.id}`);
    await page.getByRole("region", { name: "Ce que nous savons" }).getByRole("button", { name: "Modifier" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Visite le").fill("2027-01-15");
    await dialog.getByLabel("Surface").fill("1 234,5");
    await dialog.getByLabel("Contrat").fill("12500");
    await dialog.getByLabel("VIP").selectOption("true");
    await dialog.getByLabel("Sites").fill("Lyon, Paris");
    await dialog.getByLabel("Niveau").selectOption("gold");
    await visit.inspect("answers-dialog");
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByText("15 janvier 2027").waitFor();
    const detail = await house.client.detail(paul?.id ?? "");
    const valueOf = (name: string) => detail.attributes.find((one) => one.name === name)?.value;
    expect(["visitOn", "surface", "contract", "isVip", "sites", "level"].map(valueOf)).toEqual([
      "2027-01-15",
      1234.5,
      { amount: 12500, currency: "EUR" },
      true,
      ["Lyon", "Paris"],
      "gold",
    ]);
    await visit.inspect("answers");
    await visit.close();
  });

  it("says where an attribute is used, keeps its type, and is sound in English, in the dark and on a phone", {
    timeout: 300_000,
  }, async () => {
    const visit = await house.open({ locale: "en-GB", dark: true, phone: true });
    const { page } = visit;
    await visit.go("/settings/attributes");
    await page.getByText("Used by").first().waitFor();
    expect(await page.getByRole("button", { name: "Remove Budget" }).getAttribute("aria-disabled")).toBe("true");
    await visit.inspect("attributes");
    await page.getByRole("button", { name: "Edit Budget" }).click();
    await page.getByRole("dialog").getByText("It is in use, so its type stays.").waitFor();
    await visit.inspect("attribute-dialog");
    await visit.close();

    const refused = await house.client.request("/api/definitions/person/default", {
      method: "POST",
      headers: { "content-type": "application/json", "if-match": '"2"' },
      body: JSON.stringify({ files: { "person.yaml": "firstName:\n  type: number\n  label: { fr: P, en: F }\n" }, note: "" }),
    });
    expect(refused.status).toBeGreaterThanOrEqual(400);
  });
});
