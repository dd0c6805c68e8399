import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildConsole } from "#local/build-console.ts";
import { openChromium } from "#tests/browser/open-chromium.ts";
import { type Client, clientOf } from "#tests/e2e/client.ts";
import { type StartedCommand, startCommand } from "#tests/e2e/start-command.ts";
import { fillExampleBase } from "./example-base.ts";
import { openVisit, type Reader, type Visit } from "./visit.ts";

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
  const [relance, browser] = await Promise.all([startCommand(folder), openChromium()]);
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
