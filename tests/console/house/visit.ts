import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import * as z from "zod";
import type { Role } from "#core/access/role.ts";
import type { StartedCommand } from "#tests/e2e/start-command.ts";
import { signInAs } from "./sign-in.ts";

/** Who looks, and with what. French on a wide screen in the light, as the owner, unless said otherwise. */
export interface Reader {
  readonly as?: Role;
  readonly locale?: "fr-FR" | "en-GB";
  readonly dark?: boolean;
  readonly phone?: boolean;
}

/** Somebody's window on the console, and what went wrong in it. */
export interface Visit {
  readonly page: Page;
  /** Everything the browser complained of: errors, warnings, and requests to anybody else. */
  readonly complaints: readonly string[];
  /** Goes to a page and waits until it stands. */
  go(path: string): Promise<void>;
  /** Expects the page to be whole: in its language, as wide as the window, sound to axe, without a complaint; and takes its picture. */
  inspect(name: string): Promise<void>;
  close(): Promise<void>;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const violationsSchema = z.array(z.object({ id: z.string(), impact: z.string().nullish(), nodes: z.array(z.string()) }));

export async function openVisit(
  { browser, relance }: { readonly browser: Browser; readonly relance: StartedCommand },
  reader: Reader,
): Promise<Visit> {
  const { as = "owner", locale = "fr-FR", dark = false, phone = false } = reader;
  const tokens = await signInAs(as, relance);
  const context = await browser.newContext({
    locale,
    timezoneId: "Europe/Paris",
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    hasTouch: phone,
    acceptDownloads: true,
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: relance.url });
  const session = {
    kind: "oidc",
    token: tokens.id_token,
    refreshToken: tokens.refresh_token,
    renewAt: Date.now() + (tokens.expires_in - 60) * 1000,
  };
  // Only the console's own pages: what a mail's frame or the mailbox keeps is theirs.
  await context.addInitScript(
    ([key, value]) => {
      if (key !== undefined && value !== undefined && window.top === window && sessionStorage.getItem(key) === null)
        sessionStorage.setItem(key, value);
    },
    ["relance.session", JSON.stringify(session)],
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (fault) => complaints.push(String(fault)));
  page.on("dialog", (dialog) => {
    complaints.push(`a dialogue opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.origin !== relance.url) complaints.push(`asked ${url.href}`);
  });
  return {
    page,
    complaints,
    go: async (path) => {
      await page.goto(`${relance.url}${path}`);
      await settle(page);
    },
    inspect: async (name) => {
      await settle(page);
      const look = `${name}-${locale.slice(0, 2)}-${dark ? "dark" : "light"}-${phone ? "phone" : "desk"}`;
      await picture(page, look);
      expect(await page.evaluate(() => document.documentElement.lang), look).toBe(locale.slice(0, 2));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${look} scrolls sideways`).toBeLessThanOrEqual(0);
      expect(await page.title(), `${look} has no title`).toMatch(/ · Relance$/);
      expect(await seriousFaults(page), look).toEqual([]);
      expect(complaints, look).toEqual([]);
    },
    close: () => context.close(),
  };
}

/** There is a headline, nothing is on its way, and nothing says that it still loads. */
async function settle(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
}

/** What axe calls serious or critical; brought in by the debugger, for the page's own policy lets no such script in. */
export async function seriousFaults(page: Page) {
  await page.evaluate(axeSource);
  const answer: unknown = await page.evaluate(`axe.run(document, { iframes: false }).then(({ violations }) => violations
    .map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map((node) => node.html + " " + node.failureSummary) })))`);
  return violationsSchema.parse(answer).filter(({ impact }) => impact === "serious" || impact === "critical");
}

/** Pictures are taken where somebody asks for them: `RELANCE_SCREENSHOTS=docs/console`. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["RELANCE_SCREENSHOTS"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
