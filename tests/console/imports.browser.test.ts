import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";

/** A fair's list as a French spreadsheet saves it: Windows-1252, semicolons, and two rows that cannot be taken. */
const fair = iconv.encode(
  [
    "Prénom;Nom;Société;Courriel;Remarque du stand",
    "Hélène;Mercier;Menuiserie Mercier;helene@mercier.example;À rappeler avant Noël",
    "Noël;Garçon;Ébénisterie Garçon;noel@garcon.example;<img src=x onerror=alert(1)>",
    "Sans;Adresse;Quelqu’un;;",
    "Faute;Frappe;Atelier;faute.example;=HYPERLINK(“x”)",
  ].join("\r\n"),
  "win1252",
);

describe.skipIf(!hasChromium)("a list of people", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  it("is read, tried out, brought in and found again, by a marketer, in French", async () => {
    const visit = await house.open({ as: "marketer", locale: "fr-FR" });
    const { page } = visit;
    await visit.go("/imports");
    await visit.inspect("imports-none");
    await page.getByRole("button", { name: "Importer une liste" }).click();
    await page.getByRole("heading", { level: 1, name: "Importer une liste" }).waitFor();
    await page.getByLabel(/Déposez un fichier/).setInputFiles({ name: "salon-lyon.csv", mimeType: "text/csv", buffer: fair });

    await page.getByText("Encodage windows-1252", { exact: false }).waitFor();
    expect(await page.getByLabel("Ce qu’est « Courriel »").inputValue()).toBe("email");
    expect(await page.getByLabel("Ce qu’est « Société »").inputValue()).toBe("company");
    await page.getByLabel("Ce qu’est « Remarque du stand »").selectOption({ label: "Message" });
    await page.getByLabel("Elles ont donné leur accord").check();
    await page.getByLabel("Comment elles ont donné leur accord").fill("Case cochée sur la tablette du stand, Lyon, novembre 2026.");
    await page.getByLabel("Étiquettes pour toute la liste").fill("salon-lyon");
    await page.getByRole("button", { name: "Essayer" }).click();
    await page.locator("[data-import=done]").waitFor();
    await visit.inspect("import-tried");

    expect(await house.client.person("helene@mercier.example")).toBeUndefined();
    await page.getByText("L’adresse e-mail manque.").waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Lignes refusées en CSV" }).click()]);
    const refused = readFileSync(await file.path(), "utf8");
    expect(file.suggestedFilename()).toBe("salon-lyon-refus.csv");
    expect(refused).toContain("Prénom;Nom;Société;Courriel;Remarque du stand;Ligne;Problème;Remède");
    expect(refused).toContain("'=HYPERLINK");
    expect(refused.trim().split("\r\n")).toHaveLength(3);

    await page.getByRole("button", { name: "Importer 2 personnes" }).click();
    await page.getByRole("heading", { level: 1, name: "salon-lyon.csv" }).waitFor();
    await page.locator("[data-import=done]").waitFor();
    await visit.inspect("import");
    await page.getByRole("link", { name: "#salon-lyon" }).click();
    await page.getByText("Hélène Mercier").waitFor();
    await page.getByText("Noël Garçon").waitFor();

    expect(await house.client.person("noel@garcon.example")).toMatchObject({ email: "noel@garcon.example" });
    await visit.close();
  }, 120_000);

  it("asks to be tried again when something else is said of it, on an English phone in the dark", async () => {
    const visit = await house.open({ as: "marketer", locale: "en-GB", dark: true, phone: true });
    const { page } = visit;
    await visit.go("/imports/new");
    await page
      .getByLabel(/Drop a file/)
      .setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from("who,mail\nAnn,ann@lamp.example\n") });
    await page.getByLabel("What “mail” is").selectOption({ label: "(left out)" });
    await page.getByText("No column is the e-mail address yet", { exact: false }).waitFor();
    await page.getByLabel("What “mail” is").selectOption({ label: "E-mail address" });
    await page.getByLabel("Nothing yet").check();
    await page.getByRole("button", { name: "Try it out" }).click();
    await page.getByRole("button", { name: "Bring in 1 person" }).waitFor();
    await visit.inspect("import-tried");

    await page.getByLabel("What “who” is").selectOption({ label: "First name" });

    await page.getByRole("button", { name: "Bring in 1 person" }).waitFor({ state: "detached" });
    await visit.go("/imports");
    await page.getByText("Tried out").first().waitFor();
    await visit.inspect("imports");
    await visit.close();
  }, 120_000);

  it("is said to be no list where it is none, with what to do", async () => {
    const visit = await house.open({ as: "marketer", locale: "fr-FR" });
    await visit.go("/imports/new");
    await visit.page
      .getByLabel(/Déposez un fichier/)
      .setInputFiles({ name: "x.csv", mimeType: "text/csv", buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]) });

    await visit.page.getByRole("alert").waitFor();
    await visit.close();
  }, 120_000);
});
