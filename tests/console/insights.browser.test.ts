import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";

describe.skipIf(!hasChromium)("insights, in a browser", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  }, 300_000);
  afterAll(async () => {
    await house.close();
  });

  it("tells in French, on a phone, how people came on, and of too few that they are too few", { timeout: 120_000 }, async () => {
    const { page, ...visit } = await house.open({ phone: true });

    await visit.go("/insights");
    const arrived = page.locator(".stat", { hasText: "Arrivées" }).locator(".stat-figure");
    await arrived.waitFor();
    expect(await arrived.textContent()).toBe("8");
    expect(await page.getByText(/8\u00a0: trop peu pour conclure/).count()).toBe(2);
    await visit.inspect("insights-people");
    await page.getByRole("tab", { name: "E-mails" }).click();
    await page.getByText("une seule plainte suffit", { exact: false }).waitFor();
    await visit.inspect("insights-mails");
    await page.getByRole("tab", { name: "Séquences" }).click();
    await page.getByRole("rowheader", { name: "Où se cache l’éclairage sur votre facture" }).last().waitFor();
    await visit.inspect("insights-sequences");
    await visit.close();
  });

  it("compares periods of one's own choice in English, in the dark, and gives its tables as files", { timeout: 120_000 }, async () => {
    const { page, ...visit } = await house.open({ locale: "en-GB", dark: true });

    await visit.go("/insights");
    await page.getByText("Custom", { exact: true }).click();
    await page.getByLabel("From", { exact: true }).fill("2020-01-01");
    await page.getByText("A period of at most 92 days", { exact: false }).waitFor();
    await page.getByText("7 days", { exact: true }).click();
    await page.getByText("How far people came in this period").waitFor();
    await visit.inspect("insights-people");
    await page.getByText("Show the table").first().click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download as CSV" }).first().click(),
    ]);
    expect(file.suggestedFilename()).toBe("how-far-people-came-in-this-period.csv");
    expect(readFileSync(await file.path(), "utf8")).toMatch(/^\ufeffStep,People,Came on from the step before\r\nAwareness,8,\r\n/);
    expect(await page.getByText("opened", { exact: false }).count()).toBe(0);
    await visit.close();
  });
});
