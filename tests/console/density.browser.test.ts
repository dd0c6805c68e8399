import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { fr } from "#console/src/i18n/fr.ts";
import { densities } from "#console/src/theme/tokens.ts";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";

const patience = 300_000;
const called = (name: keyof typeof densities): string => fr["app.density"].replace("{density}", fr[`density.${name}`]);
const heightOf = async (page: Page, selector: string): Promise<number> =>
  (await page.locator(selector).first().boundingBox())?.height ?? Number.NaN;

/** What is smaller than 24 px and not far enough from its neighbours (WCAG 2.2, 2.5.8), and how much was looked at. */
async function smallTargets(page: Page) {
  const answer: unknown = await page.evaluate(`axe.run(document, { runOnly: ["target-size"], iframes: false })
    .then(({ violations, passes }) => ({
      small: violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
      large: passes.flatMap(({ nodes }) => nodes).length,
    }))`);
  return z.object({ small: z.array(z.string()), large: z.number() }).parse(answer);
}

describe.skipIf(!hasChromium)("how close things stand in the console", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  }, patience);
  afterAll(() => house?.close());

  it("is chosen by key, makes rows, cards and the side lower, and is remembered by the browser", { timeout: patience }, async () => {
    const { page, go, close } = await house.open();
    const before = { "/people": 0, "/due": 0, "/pipeline": 0 };
    const parts = { "/people": "tbody tr", "/due": "li.moment", "/pipeline": ".stage-card" } as const;
    const paths = ["/pipeline", "/due", "/people"] as const;
    for (const path of paths) {
      await go(path);
      before[path] = await heightOf(page, parts[path]);
    }

    await page.getByRole("button", { name: called("comfortable") }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: called("compact") }).waitFor();

    expect(await heightOf(page, parts["/people"])).toBeLessThan(before["/people"] * 0.85);
    await page.reload();
    await page.locator("tbody tr").first().waitFor();
    expect(await page.locator("html").getAttribute("data-density")).toBe("compact");
    for (const path of paths) {
      await go(path);
      expect(await heightOf(page, parts[path]), path).toBeLessThan(before[path]);
    }

    await page.getByRole("button", { name: called("compact") }).click();
    expect(await heightOf(page, parts["/people"])).toBe(before["/people"]);
    await close();
  });

  it.each([false, true])("stays sound when compact, and large enough to be hit, in the dark: %s", { timeout: patience }, async (dark) => {
    const { page, go, inspect, close } = await house.open({ dark });
    const paths = ["/people", "/pipeline", "/due", "/today", "/settings/team"];
    await go("/people");
    await page.getByRole("button", { name: called("comfortable") }).click();

    for (const path of paths) {
      await go(path);
      await inspect(`compact${path.replaceAll("/", "-")}`);
      const { small, large } = await smallTargets(page);
      expect(small, path).toEqual([]);
      expect(large, path).toBeGreaterThan(10);
    }
    await close();
  });

  it("stays comfortable on a phone, where it is not offered", { timeout: patience }, async () => {
    const { page, go, close } = await house.open({ phone: true });
    await go("/due");
    const comfortable = await heightOf(page, "li.moment");

    await page.evaluate(() => localStorage.setItem("relance.density", "compact"));
    await go("/due");

    expect(await page.locator("html").getAttribute("data-density")).toBe("compact");
    expect(await heightOf(page, "li.moment")).toBe(comfortable);
    await page.getByRole("button", { name: fr["nav.more"] }).click();
    await page.getByRole("button", { name: /^Apparence/ }).waitFor();
    expect(await page.getByRole("button", { name: called("compact") }).count()).toBe(0);
    await close();
  });
});
