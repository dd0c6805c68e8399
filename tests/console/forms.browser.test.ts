import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "#tests/e2e/client.ts";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";

describe.skipIf(!hasChromium)("a form's page, in a browser", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    const post = (fields: Readonly<Record<string, string>>) =>
      fetch(`${house.relance.url}/forms/demo`, {
        method: "POST",
        headers: { accept: "application/json" },
        body: new URLSearchParams(fields),
      });
    await post({
      email: "zoe@apart.example",
      firstName: "Zoé",
      consent: "yes",
      website: "https://spam.example",
      message: "<img src=x onerror=alert(1)>",
    });
    await post({ website: "x" });
    await post({ email: "spam@mailinator.com", consent: "yes" });
  }, 300_000);
  afterAll(() => house?.close());

  it("shows how the form is put on a site, ready to be copied", { timeout: 120_000 }, async () => {
    const { page, ...visit } = await house.open({ as: "marketer" });
    await visit.go("/website-forms/demo");
    await page.getByRole("tab", { name: "Sur votre site" }).click();
    const script = page.getByLabel("Une ligne de script", { exact: true });
    await script.waitFor();
    expect(await script.textContent()).toBe(`<script src="${house.relance.url}/forms/demo/embed.js" async></script>`);
    await page
      .getByRole("button", { name: "Copier : Une ligne de script" })
      .or(page.getByRole("button", { name: /Une ligne de script/ }))
      .first()
      .click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await script.textContent());
    await visit.inspect("form-site");
    await page.getByText("Du HTML sans script").first().click();
    await page.getByLabel("Langue du HTML").selectOption("en");
    await page.locator("pre", { hasText: '<label for="company">Company' }).waitFor();
    await visit.inspect("form-site-html");
    await visit.close();
  });

  it("takes in who was kept apart, and marks what was spam", { timeout: 120_000 }, async () => {
    const { page, ...visit } = await house.open({ as: "marketer", phone: true });
    await visit.go("/website-forms/demo");
    await page.getByRole("tab", { name: "Sur votre site" }).click();
    const zoe = page.getByRole("article", { name: "zoe@apart.example" });
    await zoe.getByText("A rempli le champ caché").waitFor();
    await visit.inspect("form-apart");
    const takeIn = zoe.getByRole("button", { name: "C’était une personne : l’enregistrer" });
    await takeIn.click();
    await zoe.waitFor({ state: "detached" });
    await eventually(house.client.mails, (mails) => mails.some(({ to }) => to === "zoe@apart.example"));

    await page.getByLabel("Afficher").selectOption("processed");
    const spam = page.getByRole("article", { name: "spam@mailinator.com" });
    await spam.getByText("Adresse jetable (mailinator.com)").waitFor();
    await visit.inspect("form-taken");
    await spam.getByRole("button", { name: "C’était du spam" }).click();
    await page.getByText("Plus rien n’est envoyé à cette adresse.").waitFor();
    await page.getByLabel("Afficher").selectOption("discarded");
    await page.getByRole("article", { name: "spam@mailinator.com" }).getByText("Signalé comme spam par l’équipe").waitFor();
    await visit.close();
  });

  it("stands in the dark and in English", { timeout: 120_000 }, async () => {
    const { page, ...visit } = await house.open({ as: "sales", locale: "en-GB", dark: true });
    await visit.go("/website-forms/demo");
    await page.getByRole("tab", { name: "On your site" }).click();
    await page.getByText("What came through it").waitFor();
    await visit.inspect("form-site");
    await visit.close();
  });
});
