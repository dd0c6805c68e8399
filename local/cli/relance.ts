import { parseArgs } from "node:util";
import { CliProblem, openBase } from "./base.ts";
import { runExport } from "./export-command.ts";
import { runProof } from "./proof-command.ts";
import { runImport } from "./import-command.ts";
import { runSources } from "./sources-command.ts";
import type { CliTerminal } from "./terminal.ts";

export const usage = `relance import FILE.csv --basis consent|legitimate-interest|none [--evidence TEXT] [--mapping JSON]
               [--tags a,b] [--overwrite] [--dry-run] [--json]
relance export --out FILE.csv [--json]
relance proof EMAIL --out FILE.html|FILE.json [--json]
relance sources [list | kinds] [--json]
relance sources add --kind KIND --name NAME [--secret SECRET] [--json]
relance sources show|disable|enable|remove|replay ID [--json]
relance sources rotate ID [--secret SECRET] [--keep-days N] [--json]
relance sources submissions ID [--status processed|quarantined|…] [--json]

The base is RELANCE_URL with RELANCE_TOKEN; without them, the one npm start runs on this machine.
Exit codes: 0 done, 1 refused (or rows were), 2 the command was not understood, 3 no base, or it does not let us in.`;

/** Runs one command line; answers the exit code. */
export async function relance(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  terminal: CliTerminal,
): Promise<number> {
  try {
    return await run(words, environment, terminal);
  } catch (fault) {
    if (!(fault instanceof CliProblem)) throw fault;
    terminal.say(fault.remedy === "" ? fault.message : `${fault.message}\n${fault.remedy}`);
    return fault.exitCode;
  }
}

async function run(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  terminal: CliTerminal,
): Promise<number> {
  const { values, positionals } = read(words);
  const json = values.json === true;
  const [command, second, ...rest] = positionals;
  if (values.help === true || command === undefined) {
    terminal.out(usage);
    return command === undefined && values.help !== true ? 2 : 0;
  }
  if (command === "import" && second !== undefined && rest.length === 0) {
    const basis = values.basis ?? missing("--basis consent, legitimate-interest or none");
    return runImport(openBase(environment), terminal, {
      file: second,
      basis,
      evidence: values.evidence,
      mapping: values.mapping,
      tags: values.tags,
      dryRun: values["dry-run"] === true,
      overwrite: values.overwrite === true,
      json,
    });
  }
  if (command === "export" && second === undefined)
    return runExport(openBase(environment), terminal, { out: values.out ?? missing("--out FILE.csv"), json });
  if (command === "proof" && second !== undefined && rest.length === 0)
    return runProof(openBase(environment), terminal, { email: second, out: values.out ?? missing("--out FILE.html"), json });
  if (command === "sources") {
    const { kind, name, secret, status, "keep-days": keepDays } = values;
    return runSources(openBase(environment), terminal, positionals.slice(1), { kind, name, secret, keepDays, status, json });
  }
  throw new CliProblem(2, `There is no command “${positionals.join(" ")}”.`, usage);
}

function read(words: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        basis: text,
        evidence: text,
        mapping: text,
        tags: text,
        out: text,
        kind: text,
        name: text,
        secret: text,
        status: text,
        "keep-days": text,
        overwrite: flag,
        "dry-run": flag,
        json: flag,
        help: flag,
      },
    });
  } catch (fault) {
    throw new CliProblem(2, fault instanceof Error ? fault.message : String(fault), usage);
  }
}

function missing(what: string): never {
  throw new CliProblem(2, `Say ${what}.`, usage);
}
