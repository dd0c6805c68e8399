import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let folder: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "relance-main-"));
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

/** Starts the real command; `said` grows with all it says. */
function startCommand(environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", "local/main.ts"], {
    env: { ...process.env, PORT: "0", RELANCE_DATA: folder, ...environment },
  });
  children.push(child);
  let said = "";
  const ended = once(child, "exit");
  const says = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(said);
        if (found !== null) resolve(found);
      };
      for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (text: Buffer) => {
          said += text.toString();
          look();
        });
      }
      child.once("exit", () => reject(new Error(`It ended and said:\n${said}`)));
    });
  return { child, says, ended, said: () => said };
}

describe("npm start", () => {
  it("says where it is ready, refuses a second on the same folder, and stops cleanly when asked", async () => {
    const first = startCommand();
    const [, url = "", token = ""] = await first.says(/^Relance is ready: (http:\/\/127\.0\.0\.1:\d+)\/#token=([\w-]{43})$/m);
    const clock = await fetch(`${url}/local/clock`, { headers: { authorization: `Bearer ${token}` } });
    const form = await fetch(`${url}/forms/demo`, { headers: { accept: "text/html" } });

    expect((await readFile(join(folder, "token"), "utf8")).trim()).toBe(token);
    expect(await clock.json()).toEqual({ now: expect.any(String), offset: "PT0S" });
    expect(form.status).toBe(200);

    const second = startCommand();
    await second.says(/Another Relance/);
    expect((await second.ended)[0]).toBe(1);
    expect(second.said()).toMatch(
      new RegExp(`^Another Relance \\(process ${first.child.pid}\\) uses .* Stop it, or set RELANCE_DATA to another folder\\.`, "m"),
    );

    first.child.kill("SIGTERM");
    expect(await first.ended).toEqual([0, null]);
    expect(existsSync(join(folder, "lock"))).toBe(false);
  });

  it("names the settings it cannot use", async () => {
    const { says, ended } = startCommand({ PORT: "many" });

    await says(/PORT/);
    expect((await ended)[0]).toBe(1);
  });
});
