import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { describeFault } from "#functions/runtime/faults.ts";
import type { Terminal } from "./terminal.ts";

/** Builds the console with Vite if it was never built, or its sources are newer than what was built. */
export async function buildConsole(terminal: Terminal): Promise<void> {
  const root = "console";
  if (!existsSync(join(root, "index.html"))) return;
  const dist = join(root, "dist");
  const built = modifiedAt(join(dist, "index.html"));
  const sources = Math.max(newest(root), newest("contract"), newest("core"));
  if (built >= sources) return;
  terminal.say(built === 0 ? "Building the console (once; some seconds) …" : "The console's sources have changed: building it anew …");
  try {
    const { build } = await import("vite");
    // Built beside and then put in place: another process that starts meanwhile finds the old one or the new one, whole.
    const fresh = resolve("node_modules", ".cache", `relance-console-${process.pid}`);
    await asDeployed(() => build({ root, logLevel: "error", build: { outDir: fresh, emptyOutDir: true } }));
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
  } catch (fault) {
    terminal.warn(`The console could not be built, so it may be missing or old: ${describeFault(fault)}`);
  }
}

/** Builds what is deployed, whoever builds: a test runner's NODE_ENV would bring React's own development build, a third heavier. */
async function asDeployed(work: () => Promise<unknown>): Promise<void> {
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
  }
}

function newest(folder: string): number {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "dist" || entry.name === "node_modules" || entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : modifiedAt(path));
  }
  return latest;
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
