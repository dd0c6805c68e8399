import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Locked =
  | { readonly kind: "locked"; readonly unlock: () => void }
  | { readonly kind: "taken"; readonly processId: number };

/**
 * Takes a data folder for this process. A lock whose process has died is taken over: a killed Relance leaves one behind.
 */
export function lockFolder(folder: string): Locked {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "lock");
  for (;;) {
    try {
      writeFileSync(path, `${process.pid}\n`, { flag: "wx" });
      return { kind: "locked", unlock: () => rmSync(path, { force: true }) };
    } catch (thrown) {
      if (!existsSync(path)) throw thrown;
      const processId = Number.parseInt(readFileSync(path, "utf8"), 10);
      if (isAlive(processId)) return { kind: "taken", processId };
      rmSync(path, { force: true });
    }
  }
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
