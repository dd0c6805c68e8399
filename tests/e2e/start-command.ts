import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The real command, as `npm start` runs it, on a free port and a folder of its own. */
export interface StartedCommand {
  readonly url: string;
  readonly token: string;
  readonly process: ChildProcess;
  readonly output: () => string;
  /** SIGTERM, as a service manager stops it; answers the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as misfortune stops it. */
  kill(): Promise<void>;
}

const patience = 120_000;

export async function startCommand(folder: string, environment: Readonly<Record<string, string>> = {}): Promise<StartedCommand> {
  const child = spawn(process.execPath, ["--import", "tsx", "local/main.ts"], {
    env: { ...process.env, ...environment, PORT: "0", RELANCE_DATA: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  child.stderr.on("data", (chunk) => (output += String(chunk)));
  const url = await ready(child, () => output);
  return {
    url,
    token: readFileSync(join(folder, "token"), "utf8"),
    process: child,
    output: () => output,
    stop: async () => {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      const [code] = await exited;
      return typeof code === "number" ? code : null;
    },
    kill: async () => {
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    },
  };
}

async function ready(child: ChildProcess, output: () => string): Promise<string> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    const found = /Relance is ready: (http:\/\/127\.0\.0\.1:\d+)\/#token=/.exec(output());
    if (found?.[1] !== undefined) return found[1];
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGKILL");
  throw new Error(`npm start did not get ready:\n${output()}`);
}
