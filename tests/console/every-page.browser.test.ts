import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";
import { readers } from "./house/readers.ts";

describe.skipIf(!hasChromium)("every page of the console, over a base of the example", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  /** What the side bar leads to: a page that is registered is inspected, without being named here. */
  const pagesOf = async (): Promise<readonly string[]> => {
    const visit = await house.open();
    await visit.go("/people");
    const paths = await visit.page.locator("nav.side-nav a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    await visit.close();
    return paths.filter((path) => !path.startsWith("/local/"));
  };

  it.each(readers)(
    "stands whole and sound for $locale, dark: $dark, phone: $phone",
    async (reader) => {
      const paths = await pagesOf();
      const person = await house.client.person("nadia.roux@menuiserie-roux.example");
      const visit = await house.open(reader);

      for (const path of [...paths, `/people/${person?.id}`]) {
        await visit.go(path);
        await visit.inspect(path.startsWith("/people/per_") ? "person" : path.slice(1).replaceAll("/", "-"));
      }

      expect(paths.length).toBeGreaterThan(2);
      await visit.close();
    },
    300_000,
  );
});
