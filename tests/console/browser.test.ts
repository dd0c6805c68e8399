import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { buildConsole } from "#local/build-console.ts";
import { token } from "./fake-api.ts";
import { type ServedConsole, serveConsole } from "./serve-console.ts";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const flags =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const found = existsSync(executablePath);
if (!found) console.warn(`The console's browser tests are skipped: there is no Chromium at ${executablePath} (set CHROMIUM to its path).`);

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const violationsSchema = z.array(z.object({ id: z.string(), impact: z.string().nullish(), nodes: z.array(z.string()) }));

describe.skipIf(!found)("the console in Chromium", () => {
  let served: ServedConsole;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    await buildConsole({ say: () => undefined, warn: (text) => console.warn(text) });
    served = await serveConsole();
    browser = await chromium.launch({ executablePath, args: flags.split(" ") });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });
  beforeEach(() => served.become("full"));
  afterEach(() => context.close());

  const open = async (given: { locale?: string; dark?: boolean; phone?: boolean } = {}): Promise<void> => {
    context = await browser.newContext({
      locale: given.locale ?? "en-GB",
      timezoneId: "Europe/Paris",
      colorScheme: given.dark === true ? "dark" : "light",
      viewport: given.phone === true ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    });
    page = await context.newPage();
    complaints = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (fault) => complaints.push(String(fault)));
    page.on("request", (request) => {
      if (!request.url().startsWith(served.url) && !request.url().startsWith("data:")) complaints.push(`asked ${request.url()}`);
    });
  };
  const go = async (path: string): Promise<void> => {
    await page.goto(`${served.url}${path}#token=${token}`);
    await page.locator("h1").waitFor();
    await page.waitForLoadState("networkidle");
  };
  /** What axe calls serious or critical; brought in by the debugger, for the page's own policy lets no such script in. */
  const seriousFaults = async () => {
    await page.evaluate(axeSource);
    const answer: unknown = await page.evaluate(`axe.run(document).then(({ violations }) => violations
      .map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map((node) => node.html + " " + node.failureSummary) })))`);
    return violationsSchema.parse(answer).filter(({ impact }) => impact === "serious" || impact === "critical");
  };
  const picture = async (name: string): Promise<void> => {
    const folder = process.env["RELANCE_SCREENSHOTS"];
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  };

  const pages = [
    ["people", "/people"],
    ["person", "/people/per_zoe"],
    ["long", "/people/per_long"],
    ["hostile", "/people/per_hostile"],
    ["gone", "/people/per_gone"],
    ["lost", "/people/per_lost"],
    ["due", "/due"],
    ["parked", "/parked"],
  ] as const;
  const readers = ["fr-FR", "en-GB"].flatMap((locale) =>
    [false, true].flatMap((dark) => [false, true].map((phone) => ({ locale, dark, phone }))),
  );

  it.each(readers)("shows every page, whole and sound, to $locale, dark: $dark, phone: $phone", async (reader) => {
    await open(reader);
    for (const [name, path] of pages) {
      await go(path);
      const look = `${name}-${reader.locale.slice(0, 2)}-${reader.dark ? "dark" : "light"}-${reader.phone ? "phone" : "desk"}`;
      await picture(look);

      expect(await page.evaluate(() => document.documentElement.lang)).toBe(reader.locale.slice(0, 2));
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${look} scrolls sideways`).toBeLessThanOrEqual(
        0,
      );
      expect(await seriousFaults(), look).toEqual([]);
      expect(await page.title(), `${look}: something hostile ran`).toMatch(/ · Relance$/);
      expect(await page.locator("img[src=x]").count()).toBe(0);
      expect(complaints, look).toEqual([]);
    }
  });

  it.each([
    ["empty", "/people"],
    ["empty", "/due"],
    ["empty", "/parked"],
    ["broken", "/people"],
  ] as const)("says what to do when it is %s: %s", async (mood, path) => {
    served.become(mood);
    await open({ locale: "fr-FR" });
    await go(path);
    if (mood === "broken") await page.getByText("Try again in a minute.").waitFor({ timeout: 20_000 });
    else await page.locator("[data-empty]").waitFor();
    await picture(`${mood}${path.replace("/", "-")}`);

    expect(await seriousFaults()).toEqual([]);
  });

  it("takes the token out of the address and keeps it for the tab", async () => {
    await open();
    await go("/people");
    await page.getByText("Zoé Dupont").waitFor();

    expect(page.url()).toBe(`${served.url}/people`);
    await page.reload();
    await page.getByText("Zoé Dupont").waitFor();
  });

  it("asks for the token when there is none, and again when it is wrong", async () => {
    await open();
    await page.goto(`${served.url}/people`);
    await page.getByLabel("Token", { exact: true }).fill("wrong");
    await picture("token");
    expect(await seriousFaults()).toEqual([]);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await page.getByText("This is not the console’s token.").waitFor();
    await page.getByLabel("Token", { exact: true }).fill(token);
    await page.getByRole("button", { name: "Open", exact: true }).click();

    await page.getByText("Zoé Dupont").waitFor();
  });

  it("finds a person by address, and says when nobody has it", async () => {
    await open();
    await go("/people");
    await page.getByLabel("E-mail address").fill("paul@atelier-bernard.example");
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByText("Paul Bernard").waitFor();
    expect(await page.getByText("Zoé Dupont").count()).toBe(0);

    await page.getByLabel("E-mail address").fill("nobody@nowhere.example");
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByText("Nobody has the address nobody@nowhere.example.").waitFor();
    await page.getByRole("button", { name: "Show everybody" }).click();
    await page.getByText("Zoé Dupont").waitFor();
  });

  it("reads lists on, page by page", async () => {
    await open();
    await go("/people");
    expect(await page.getByText("Huong Nguyen").count()).toBe(0);
    await page.getByRole("button", { name: "Show more" }).click();

    await page.getByText("Huong Nguyen").waitFor();
  });

  it("puts a decision about an uncertain mail at once, and a refusal where it was asked", async () => {
    await open();
    await go("/parked");
    const [uncertain, refused] = [
      page.getByRole("listitem").filter({ hasText: "demo-3" }),
      page.getByRole("listitem").filter({ hasText: "demo-1" }),
    ];
    expect(await uncertain.getByRole("button").allTextContents()).toEqual(["Send again", "Count as sent"]);
    await uncertain.getByRole("button", { name: "Count as sent" }).click();
    await uncertain.getByRole("status").waitFor();
    await refused.getByRole("button", { name: "Try again" }).click();

    await refused.getByRole("alert").getByText("It has changed meanwhile.").waitFor();
    await refused.getByText("Read the list again.").waitFor();
    await refused.getByRole("button", { name: "Try again" }).waitFor();
  });

  it("is walked by keyboard: the skip link leads to the content and loses nothing", async () => {
    await open();
    await go("/people");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
  });

  it("changes its language and its light by hand, and remembers both", async () => {
    await open();
    await go("/people");
    await page.getByText("FR", { exact: true }).click();
    await page.getByRole("heading", { name: "Personnes" }).waitFor();
    await page.getByRole("button", { name: /^Apparence/ }).click();
    await page.getByRole("button", { name: /^Apparence/ }).click();
    await page.reload();

    await page.getByRole("heading", { name: "Personnes" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset["mantineColorScheme"])).toBe("dark");
  });

  it("weighs under 250 KB of script, gzipped, on its first page", async () => {
    await open();
    const { gzipSync } = await import("node:zlib");
    let weight = 0;
    page.on("response", async (answer) => {
      if (answer.url().endsWith(".js")) weight += gzipSync(await answer.body()).length;
    });
    await go("/people");

    expect(weight).toBeGreaterThan(50_000);
    expect(weight).toBeLessThan(250 * 1024);
  });
});
