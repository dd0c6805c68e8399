import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockFolder } from "#local/lock-folder.ts";
import { startLocal } from "./start-local.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "relance-lock-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("a data folder", () => {
  it("belongs to one process at a time", () => {
    const first = lockFolder(folder);
    const second = lockFolder(folder);
    if (first.kind === "locked") first.unlock();
    const third = lockFolder(folder);

    expect(first.kind).toBe("locked");
    expect(second).toEqual({ kind: "taken", processId: process.pid });
    expect(third.kind).toBe("locked");
    if (third.kind === "locked") third.unlock();
  });

  it("is taken over from a process that has died", async () => {
    const died = spawnSync(process.execPath, ["-e", ""]).pid;
    await writeFile(join(folder, "lock"), `${died}\n`);

    expect(lockFolder(folder).kind).toBe("locked");
    expect(await readFile(join(folder, "lock"), "utf8")).toBe(`${process.pid}\n`);
  });

  it("is refused to a second Relance with a sentence that says what to do", async () => {
    const relance = await startLocal();
    try {
      await expect(startLocal({ folder: relance.folder })).rejects.toThrow(/Another Relance \(process \d+\) uses .*RELANCE_DATA/);
    } finally {
      await relance.stop();
    }
  });
});
