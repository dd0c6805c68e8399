import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { dynamoApiStores } from "#functions/adapters/dynamo/dynamo-api-stores.ts";
import { dynamoClient } from "#functions/adapters/dynamo/dynamo-client.ts";
import { names } from "#local/names.ts";
import { type Relance, startRelance } from "#local/relance.ts";
import { type Benchmark, type Figure, median } from "./bench.ts";
import { fillCrowd } from "./crowd.ts";

/** `PAGES_PEOPLE` sets another size, to see that it does not matter. */
const size = Number(process.env["PAGES_PEOPLE"] ?? 100_000);
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const runs = 3;
/** Milliseconds from asking for a page to using it. */
const most = 1_000;

/**
 * How soon every page of the console can be used over a crowd, in a real browser: from asking for it until it has its headline, nothing
 * on it still loads and the main thread is idle. Each is opened anew, as from a bookmark; and once as the very first visit.
 */
export const pages: Benchmark = {
  name: "pages",
  run: async () => {
    if (!existsSync(executablePath)) {
      process.stdout.write(`  skipped: there is no Chromium at ${executablePath} (set CHROMIUM to its path)\n`);
      return [];
    }
    const folder = mkdtempSync(join(tmpdir(), "relance-pages-"));
    const relance = await startRelance({ folder, templates: "templates", console: true, schedule: false });
    const talker = await fill(relance);
    const browser = await chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"] });
    const figures = await timePages(browser, relance, `/people/${talker}`);
    await browser.close();
    await relance.stop();
    rmSync(folder, { recursive: true, force: true });
    return figures;
  },
};

async function fill({ aws }: Relance): Promise<string> {
  const client = dynamoClient({ ...aws, AWS_ENDPOINT_URL: undefined });
  const talker = await fillCrowd({ client, table: names.TABLE, stores: dynamoApiStores(client, names.TABLE) }, size);
  client.destroy();
  return talker;
}

async function timePages(browser: Browser, relance: Relance, person: string): Promise<readonly Figure[]> {
  const first = await timeFirstVisit(browser, relance);
  const { context, page } = await signIn(browser, relance);
  const paths = [
    ...(await pathsOf(page)),
    person,
    "/people?q=entreprise%201",
    "/sequences/demo",
    "/templates/demo-1-bienvenue",
    "/scoring/scoring",
    "/website-forms/demo",
  ];
  const plain = await middle(() => timeOf(page, `${relance.url}/forms/demo`, plainIsReady));
  const figures: Figure[] = [
    { name: "a plain page of the same server (a form), ready", value: plain, unit: "ms" },
    { name: "the very first visit, nothing cached: Today", value: first, unit: "ms" },
  ];
  for (const path of paths) {
    const value = await middle(() => timeOf(page, `${relance.url}${path}`, consoleIsReady));
    figures.push({ name: path.replace(/per_\w+/, "somebody"), value, unit: "ms", target: { atMost: most } });
  }
  await context.close();
  const slowest = Math.max(...figures.slice(2).map(({ value }) => value));
  return [...figures, { name: "the slowest against the plain page", value: slowest / plain, unit: "times" }];
}

/** The pages of the side bar, as it shows them. */
function pathsOf(page: Page): Promise<string[]> {
  return page
    .locator("nav a[href^='/']:not([href^='/local/'])")
    .evaluateAll((links) => [...new Set(links.flatMap((link) => link.getAttribute("href") ?? []))]);
}

async function signIn(browser: Browser, relance: Relance): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ locale: "fr-FR", timezoneId: "Europe/Paris", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await timeOf(page, `${relance.url}/#token=${relance.token}`, consoleIsReady);
  return { context, page };
}

async function timeFirstVisit(browser: Browser, relance: Relance): Promise<number> {
  return middle(async () => {
    const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 900 } });
    const time = await timeOf(await context.newPage(), `${relance.url}/#token=${relance.token}`, consoleIsReady);
    await context.close();
    return time;
  });
}

async function middle(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await measure());
  return median(times);
}

/** Run in the browser. */
const plainIsReady = (): boolean => document.querySelector("h1") !== null && document.readyState === "complete";
const consoleIsReady = (): boolean =>
  document.querySelector("main h1") !== null && document.querySelector("[aria-busy=true]") === null && document.readyState === "complete";

/** Milliseconds from the browser's own start of the navigation until the page is ready and its main thread has nothing to do. */
async function timeOf(page: Page, url: string, isReady: () => boolean): Promise<number> {
  await page.goto("about:blank");
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(isReady, undefined, { timeout: 30_000 });
  return page.evaluate(() => new Promise<number>((resolve) => requestIdleCallback(() => resolve(performance.now()))));
}
