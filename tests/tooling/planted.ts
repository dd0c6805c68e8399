import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** A small project of planted files, with this one's packages, to see whether a tool still bites. */
export function plant(files: Readonly<Record<string, string>>): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "relance-planted-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs a tool of this project's packages in a folder and answers what it said, whether it was content or not. */
export function run(tool: string, args: readonly string[], folder: string): { readonly ok: boolean; readonly said: string } {
  const options = { cwd: folder, encoding: "utf8", stdio: "pipe", maxBuffer: 64 * 1024 * 1024 } as const;
  try {
    return { ok: true, said: execFileSync(resolve("node_modules/.bin", tool), args, options) };
  } catch (thrown) {
    const { stdout, stderr } = thrown instanceof Error ? { stdout: "", stderr: "", ...thrown } : { stdout: "", stderr: "" };
    return { ok: false, said: `${String(stdout)}${String(stderr)}` };
  }
}
