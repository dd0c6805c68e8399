import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

export type Locked = { readonly kind: "locked"; readonly unlock: () => void } | { readonly kind: "taken"; readonly processId: number };

/** The locks this process holds. A lock with our number that is not among them is an earlier process's of the same number. */
const ours = new Set<string>();

/**
 * Takes a data folder for this process. A lock whose process has died is taken over: a killed Relance leaves one behind.
 */
export function lockFolder(folder: string): Locked {
  // Everything in it is its owner's alone: people's addresses, and the key all tokens are made of.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = resolve(folder, "lock");
  for (;;) {
    try {
      writeFileSync(path, `${process.pid}\n`, { flag: "wx" });
      ours.add(path);
      return { kind: "locked", unlock: () => unlock(path) };
    } catch (thrown) {
      if (!existsSync(path)) throw thrown;
      const processId = Number.parseInt(readFileSync(path, "utf8"), 10);
      if (processId === process.pid ? ours.has(path) : isAlive(processId)) return { kind: "taken", processId };
      rmSync(path, { force: true });
    }
  }
}

function unlock(path: string): void {
  rmSync(path, { force: true });
  ours.delete(path);
}

/** Signal 0 asks whether a process is there without touching it. */
function isAlive(processId: number): boolean {
  if (!Number.isInteger(processId)) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}
