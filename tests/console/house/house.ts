import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { buildConsole } from "#local/build-console.ts";
import { type Client, clientOf } from "#tests/e2e/client.ts";
import { type StartedCommand, startCommand } from "#tests/e2e/start-command.ts";
import { fillExampleBase } from "./example-base.ts";
import { openVisit, type Reader, type Visit } from "./visit.ts";

export const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
export const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Whether browser tests can run here; where they cannot, that is said once. */
export const hasChromium = existsSync(executablePath);
if (!hasChromium) console.warn(`Browser tests are skipped: there is no Chromium at ${executablePath} (set CHROMIUM to its path).`);

/** The whole product, started by the real command, with a browser before it. */
export interface House {
  readonly relance: StartedCommand;
  /** The owner's client, over HTTP. */
  readonly client: Client;
  /** A browser window of somebody who is signed in. */
  open(reader?: Reader): Promise<Visit>;
  close(): Promise<void>;
}

/** Starts it: with the example's people in it, or with nobody. */
export async function openHouse(base: "example" | "empty" = "example"): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), "relance-house-"));
  await buildConsole({ say: () => undefined, warn: (text) => console.warn(text) });
  const [relance, browser] = await Promise.all([startCommand(folder), launch()]);
  const client = clientOf(relance);
  if (base === "example") await fillExampleBase(client);
  return {
    relance,
    client,
    open: (reader = {}) => openVisit({ browser, relance }, reader),
    close: async () => {
      await browser.close();
      await relance.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function launch(): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags });
}
