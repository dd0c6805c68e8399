import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";

describe.skipIf(!hasChromium)("the people page, over a base of the example", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  }, 300_000);
  afterAll(() => house?.close());

  it("is searched as one types, saved as a list, and changed many at once with a way back, in English", { timeout: 300_000 }, async () => {
    const visit = await house.open({ locale: "en-GB" });
    const { page } = visit;
    await visit.go("/people");
    const rows = page.locator("tbody tr");

    await page.getByRole("searchbox", { name: "Search" }).fill("menuis");
    await page.getByRole("row", { name: /Nadia/ }).waitFor();
    await expect.poll(() => rows.count()).toBe(1);
    expect(page.url()).toContain("q=menuis");
    await page.getByRole("searchbox", { name: "Search" }).fill("nadia.roux@menui");
    await expect.poll(() => page.url()).toContain("nadia.roux");
    await page.getByRole("row", { name: /Nadia/ }).waitFor();
    await page.getByRole("searchbox", { name: "Search" }).fill("zzz");
    await page.getByText("Nobody is found by this").waitFor();
    await page.getByRole("button", { name: "Show everybody" }).click();

    await page.getByLabel("Stage", { exact: true }).selectOption("proposal");
    await expect.poll(() => page.url()).toContain("stage=proposal");
    await page.getByRole("button", { name: "Save this list" }).click();
    await page.getByLabel("Name of the list").fill("Quotes out");
    await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
    const view = page.getByRole("button", { name: "Quotes out" });
    await expect.poll(() => view.getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("button", { name: "Everybody" }).click();
    await expect.poll(() => rows.count()).toBeGreaterThan(4);

    await page.getByRole("checkbox", { name: /^Choose Tom|^Select Tom/ }).check();
    await page.getByRole("checkbox", { name: /^Choose Bruno|^Select Bruno/ }).check();
    await page.getByRole("button", { name: "Tag", exact: true }).click();
    await page.getByRole("dialog").getByLabel("Tag").fill("fair");
    await page.getByRole("button", { name: "Do it for 2 people" }).click();
    await page.getByText("2 people changed.").waitFor();
    await expect.poll(async () => (await house.client.person("tom.walker@northlight.example"))?.tags).toEqual(["fair"]);
    await page.getByRole("row", { name: /Tom/ }).getByText("fair").waitFor();
    await page.getByRole("button", { name: /^Undo/ }).first().click();
    await expect.poll(async () => (await house.client.person("tom.walker@northlight.example"))?.tags, { timeout: 30_000 }).toEqual([]);

    await page.getByRole("checkbox", { name: /^Choose Tom|^Select Tom/ }).check();
    await page.getByRole("button", { name: "Change stage" }).click();
    await page.getByLabel("New stage").selectOption("negotiation");
    await page.getByRole("dialog").getByRole("textbox").fill("Asked for a discount");
    await page.getByRole("button", { name: "Do it for 1 person" }).click();
    await expect
      .poll(async () => (await house.client.person("tom.walker@northlight.example"))?.stage, { timeout: 30_000 })
      .toBe("negotiation");

    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export" }).click()]);
    const csv = readFileSync(await download.path(), "utf8");
    expect(csv.split("\r\n")[0]).toContain("id,email,");
    expect(csv).toContain("tom.walker@northlight.example");

    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.locator(".palette input").fill("northl");
    await page.getByRole("option", { name: /Tom/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /Tom/ }).first().waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it("weighs under 250 KB of script, gzipped, on its first page", { timeout: 120_000 }, async () => {
    const visit = await house.open();
    const scripts: Promise<number>[] = [];
    visit.page.on("response", (answer) => {
      if (answer.url().endsWith(".js")) scripts.push(answer.body().then((body) => gzipSync(body).length));
    });
    await visit.go("/people");

    const weight = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0);
    expect(weight).toBeGreaterThan(50_000);
    expect(weight).toBeLessThan(250 * 1024);
    await visit.close();
  });

  it("tells who is left out and why, adds somebody by hand, and stands whole on a phone in French", { timeout: 300_000 }, async () => {
    const visit = await house.open({ phone: true });
    const { page } = visit;
    await visit.go("/people?q=bruno");
    await visit.inspect("people-found");
    await page.getByRole("checkbox", { name: /Bruno/ }).check();
    await page.getByRole("button", { name: "Inscrire à une séquence" }).click();
    await page.getByRole("button", { name: "Appliquer à 1 personne" }).click();
    await page.getByText("1 refus").waitFor();
    await page.getByText("L’adresse n’existe plus.").waitFor();
    await visit.inspect("people-refused");

    await page.getByRole("button", { name: "Filtres" }).click();
    await page.getByRole("dialog").getByLabel("Étape du parcours").selectOption("negotiation");
    await expect.poll(() => page.url()).toContain("stage=negotiation");
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "Ajouter une personne" }).click();
    const dialog = page.getByRole("dialog", { name: "Ajouter une personne" });
    await dialog.getByLabel("Adresse e-mail").fill("zoe.dupont@example.com");
    await dialog.getByRole("button", { name: "Ajouter une personne" }).click();
    await dialog.getByText(/déjà/).waitFor();
    await dialog.getByLabel("Adresse e-mail").fill("marc.petit@example.com");
    await dialog.getByLabel("Prénom").fill("Marc");
    await dialog.getByLabel("Sur quelle base").selectOption("consent");
    await dialog.getByLabel("Comment et quand").fill("Demande faite au salon de Lyon le 12 mars");
    await dialog.getByRole("button", { name: "Ajouter une personne" }).click();
    await page.getByRole("heading", { name: /Marc/ }).first().waitFor();
    await visit.close();
  });
});
