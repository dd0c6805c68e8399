import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, openChromium } from "#tests/browser/open-chromium.ts";
import { receptionDesk } from "./reception-desk.ts";
import { richForm } from "./rich-form.ts";
import { openTwoOrigins, type TwoOrigins } from "./two-origins.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env["RELANCE_SCREENSHOTS"];
const measurement = { field: "measurement", version: "1", text: { fr: "Mesurez mes visites.", en: "Measure my visits." } };

describe.skipIf(!hasChromium)("a form's own page, in Chromium", () => {
  let browser: Browser;
  let origins: TwoOrigins;
  const desk = receptionDesk({ forms: [richForm({ measurement })] });
  beforeAll(async () => {
    browser = await openChromium();
    origins = await openTwoOrigins(desk.send, () => ({ html: "", policy: "" }));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await origins?.close();
  });

  it.each([
    { locale: "fr-FR", colorScheme: "light", width: 390, send: "Envoyer", title: /^À corriger · / },
    { locale: "en-GB", colorScheme: "dark", width: 1280, send: "Send", title: /^To be mended · / },
  ] as const)("is sound to axe, empty and with everything wrong, in $locale and $colorScheme", { timeout: 60_000 }, async (reader) => {
    const { locale, colorScheme, width } = reader;
    const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 900 }, bypassCSP: false });
    const page = await context.newPage();
    const inspect = async (name: string): Promise<void> => {
      await page.evaluate(axe);
      const found: unknown = await page.evaluate(
        `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]))`,
      );
      expect(found, name).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0);
      if (pictures === undefined) return;
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}-${locale}.png`), fullPage: true });
    };

    await page.goto(`${origins.relance}/forms/demo?ref=salon`);
    await inspect("form");
    await page.locator("#postcode").fill("690");
    await page.locator("#rooms").fill("beaucoup");
    await page.getByRole("button", { name: reader.send }).click();
    await page.getByRole("alert").waitFor();

    expect(await page.title()).toMatch(reader.title);
    expect(await page.getByRole("alert").evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await page.locator("#postcode").inputValue()).toBe("690");
    await inspect("form-errors");
    await page.locator(".summary a").nth(1).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("firstName");
    await context.close();
  });
});
