import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "#console/src/i18n/en.ts";
import { fr } from "#console/src/i18n/fr.ts";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";

const unavailable = {
  status: 503,
  contentType: "application/problem+json",
  body: JSON.stringify({
    type: "about:blank",
    title: "Busy",
    status: 503,
    code: "busy",
    detail: "The table is busy.",
    remedy: "Try again in a minute.",
  }),
};

describe.skipIf(!hasChromium)("what stands around every page", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse("empty");
  });
  afterAll(() => house?.close());

  it("says what to do where there is nothing yet, in French and on a phone", async () => {
    const visit = await house.open({ phone: true });

    for (const path of ["/people", "/due", "/parked"]) {
      await visit.go(path);
      await visit.page.locator("[data-empty]").first().waitFor();
      await visit.inspect(`empty${path.replace("/", "-")}`);
    }
    await visit.close();
  });

  it("says what went wrong and what would mend it, and comes back when asked again", async () => {
    const visit = await house.open({ locale: "en-GB" });
    await visit.page.route("**/api/due?*", (route) => route.fulfill(unavailable));

    await visit.go("/due");
    await visit.page.getByText("The table is busy.").waitFor();
    await visit.page.getByText("Try again in a minute.").waitFor();
    await visit.page.unroute("**/api/due?*");
    await visit.page.getByRole("button", { name: en["common.retry"] }).click();
    await visit.page.locator("[data-empty]").waitFor();

    expect(visit.complaints.filter((complaint) => !complaint.includes("503"))).toEqual([]);
    await visit.close();
  });

  it("is walked by keyboard: the skip link leads to the content and loses nothing", async () => {
    const { page, go, close } = await house.open({ locale: "en-GB" });
    await go("/due");

    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(en["app.skip"]);
    await page.keyboard.press("Enter");

    await page.waitForFunction(() => document.activeElement?.id === "content");
    await close();
  });

  it("goes anywhere by the palette and by two keys, and tells which keys there are", async () => {
    const { page, go, close, complaints } = await house.open();
    await go("/due");

    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").waitFor();
    await page.keyboard.type("personnes");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: fr["people.title"], level: 1 }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("d");
    await page.waitForURL("**/due");
    await page.locator("h1").waitFor();
    await page.keyboard.press("?");

    await page.getByRole("dialog").getByText(fr["nav.due"]).first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("changes its language and its light by hand, and remembers both", async () => {
    const { page, go, close } = await house.open({ locale: "en-GB" });
    await go("/due");

    await page.getByText("FR", { exact: true }).click();
    await page.getByRole("heading", { name: fr["due.title"], level: 1 }).waitFor();
    await page.getByRole("button", { name: /^Apparence/ }).click();
    await page.getByRole("button", { name: /^Apparence/ }).click();
    await page.reload();

    await page.getByRole("heading", { name: fr["due.title"], level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset["mantineColorScheme"])).toBe("dark");
    await close();
  });

  it("says that there is no such page, and leads back", async () => {
    const visit = await house.open();

    await visit.go("/no/such/page");
    await visit.inspect("not-found");

    expect(await visit.page.getByRole("main").getByRole("link").count()).toBeGreaterThan(0);
    await visit.close();
  });
});
