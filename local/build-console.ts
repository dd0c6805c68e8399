import { execFile } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
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
    // Built beside and then put in place: another process that starts meanwhile finds the old one or the new one, whole.
    const fresh = resolve("node_modules", ".cache", `relance-console-${process.pid}`);
    await build(root, fresh);
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
  } catch (fault) {
    terminal.warn(`The console could not be built, so it may be missing or old: ${describeFault(fault)}`);
  }
}

/**
 * Builds in a process of its own, for a bundler keeps a gigabyte that a server has no use for. What is deployed is built, whoever
 * builds: a test runner's NODE_ENV would bring React's own development build, a third heavier.
 */
async function build(root: string, outDir: string): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin", "vite.js");
  const options = ["--logLevel", "error", "--outDir", outDir, "--emptyOutDir"];
  await promisify(execFile)(process.execPath, [vite, "build", root, ...options], { env: { ...process.env, NODE_ENV: "production" } });
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
