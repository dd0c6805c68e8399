import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** What is sent: headers as plain names and values. */
export type Sent = Omit<RequestInit, "headers"> & { readonly headers?: Readonly<Record<string, string>> };

/** A base that the command line drives: by default the one `npm start` runs on this machine. */
export interface Base {
  readonly url: string;
  request(path: string, init?: Sent): Promise<Response>;
}

/** Something the person at the terminal should know and can mend; it is said without a stack. */
export class CliProblem extends Error {
  readonly remedy: string;
  /** 1: refused; 2: the command was not understood; 3: the base cannot be reached or does not let us in. */
  readonly exitCode: 1 | 2 | 3;
  constructor(exitCode: 1 | 2 | 3, problem: string, remedy: string) {
    super(problem);
    this.exitCode = exitCode;
    this.remedy = remedy;
  }
}

/** The base of `RELANCE_URL` and `RELANCE_TOKEN`; without them the local one, whose token stands in its data folder. */
export function openBase(environment: Readonly<Record<string, string | undefined>>): Base {
  const url = (environment["RELANCE_URL"] ?? `http://127.0.0.1:${environment["PORT"] ?? "3000"}`).replace(/\/+$/, "");
  const token = environment["RELANCE_TOKEN"] ?? localToken(environment);
  return {
    url,
    request: async (path, init = {}) => {
      const answer = await send(`${url}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
      if (answer.status !== 401 && answer.status !== 403) return answer;
      throw new CliProblem(3, await detailOf(answer), "Set RELANCE_TOKEN to a key with the scope for it: console, Settings, API keys.");
    },
  };
}

/** What a problem document says. */
export async function detailOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => undefined);
  const said = typeof body === "object" && body !== null ? body : {};
  const parts = ["field" in said ? `${String(said.field)}:` : "", "detail" in said ? String(said.detail) : `HTTP ${answer.status}`];
  return [...parts, "remedy" in said ? String(said.remedy) : ""].filter((part) => part !== "").join(" ");
}

/** The answer's JSON; a refusal ends the command with its reason. */
export async function jsonOf(answer: Response): Promise<unknown> {
  if (answer.ok) return answer.json();
  throw new CliProblem(1, await detailOf(answer), "");
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (fault) {
    const why = fault instanceof Error && fault.cause instanceof Error ? fault.cause.message : String(fault);
    throw new CliProblem(3, `${new URL(url).origin} does not answer: ${why}`, "Start it with npm start, or set RELANCE_URL.");
  }
}

function localToken(environment: Readonly<Record<string, string | undefined>>): string {
  const folder = resolve(environment["RELANCE_DATA"] ?? ".relance");
  try {
    return readFileSync(join(folder, "token"), "utf8").trim();
  } catch {
    throw new CliProblem(3, `There is no local Relance in ${folder}.`, "Start it with npm start, or set RELANCE_URL and RELANCE_TOKEN.");
  }
}
