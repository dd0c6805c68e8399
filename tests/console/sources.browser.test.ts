import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";

describe.skipIf(!hasChromium)("connecting a source, as a marketer would", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse("empty");
  }, 300_000);
  afterAll(() => house?.close());

  it("goes from the tool's name to a person, by pointing at the fields of what really came", { timeout: 300_000 }, async () => {
    const visit = await house.open({ as: "marketer" });
    const { page } = visit;
    await visit.go("/sources");
    await visit.inspect("sources-empty");
    await page.getByRole("button", { name: "Brancher une source" }).first().click();
    await page.getByLabel("Trouver un outil").fill("json");
    await visit.inspect("sources-kinds");
    await page.locator(".kind").first().click();
    await page.getByLabel("Nom").fill("Salon Habitat");
    await page.getByRole("button", { name: "Créer l’adresse" }).click();
    await page.getByText("En attente du premier envoi…").waitFor();
    await visit.inspect("source-waiting");

    const address = (await page.locator("pre.address").first().textContent()) ?? "";
    expect(address).toMatch(/\/hooks\/src_\w+\/[\w-]{24}$/);
    const delivered = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ qui: { adresse: "zoe@atelier.example", petit_nom: "Zoé" }, budget: 12_000 }),
    });
    expect(await delivered.json()).toMatchObject({ status: "quarantined", field: "email" });

    await page.getByText("En quarantaine", { exact: true }).first().waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Examiner" }).click();
    await page.getByRole("button", { name: "Examiner" }).click();
    await page.getByLabel("qui.adresse est").selectOption("email");
    await page.getByLabel("qui.petit_nom est").selectOption("firstName");
    await page.locator("dd", { hasText: "Zoé" }).waitFor();
    await visit.inspect("source-pointing");
    await page.getByRole("button", { name: "Enregistrer et relire" }).click();
    await page.locator(".tag", { hasText: "Enregistré" }).first().waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: "Voir la personne" }).click();
    await page.getByRole("heading", { level: 1, name: "Zoé" }).waitFor();

    await page.goBack();
    await page.getByRole("tab", { name: "Réglages" }).click();
    await visit.inspect("source-settings");
    await visit.close();
  });

  it("stands on a phone, in the dark and in English", { timeout: 300_000 }, async () => {
    const visit = await house.open({ locale: "en-GB", dark: true, phone: true });
    await visit.go("/sources");
    await visit.inspect("sources");
    await visit.page.locator("a.row-link").first().click();
    await visit.page.getByRole("tab", { name: "Connect" }).waitFor();
    await visit.inspect("source");
    await visit.close();
  });
});
