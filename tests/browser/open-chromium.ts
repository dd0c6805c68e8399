import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/**
 * The headless shell is the same engine without a window's machinery: it opens a page in a third of the time, and never waits for
 * frames that no window draws. The whole browser does where there is no shell; `CHROMIUM` names another.
 */
const candidates = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
const executablePath = process.env["CHROMIUM"] ?? candidates.find((path) => existsSync(path));

/** Whether browser tests can run here; where they cannot, that is said once. */
export const hasChromium = executablePath !== undefined && existsSync(executablePath);
if (!hasChromium)
  console.warn(
    `Browser tests are skipped: there is no Chromium at ${executablePath ?? candidates.join(" or ")} (set CHROMIUM to its path).`,
  );

/** How long a page may take to answer, in milliseconds: this may be the fourth process of two slow cores. */
const pagePatience = 90_000;

/** A browser that asks nobody anything by itself. */
export async function openChromium(): Promise<Browser> {
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  browser.on("context", (context) => context.setDefaultTimeout(pagePatience));
  return browser;
}
