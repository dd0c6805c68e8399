import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import * as z from "zod";
import { type ImportView, importViewSchema } from "#contract/imports.ts";
import { type Base, CliProblem, jsonOf } from "./base.ts";
import type { CliTerminal } from "./terminal.ts";

export interface ImportOptions {
  readonly file: string;
  readonly basis: string;
  readonly evidence: string | undefined;
  readonly mapping: string | undefined;
  readonly tags: string | undefined;
  readonly dryRun: boolean;
  readonly overwrite: boolean;
  readonly json: boolean;
}

const pause = 500;

/** `relance import FILE.csv`: sends the list, follows it to its end, and says what became of each kind of row. Answers the exit code. */
export async function runImport(base: Base, terminal: CliTerminal, options: ImportOptions): Promise<number> {
  const sent = await readFile(options.file).catch(() => undefined);
  if (sent === undefined) throw new CliProblem(2, `There is no file ${options.file}.`, "Give the path of a CSV.");
  const isPacked = sent[0] === 0x1f && sent[1] === 0x8b;
  const form = new FormData();
  form.set("file", new Blob([isPacked ? sent : gzipSync(sent)]), basename(options.file));
  form.set("basis", options.basis);
  form.set("dryRun", String(options.dryRun));
  form.set("overwrite", String(options.overwrite));
  for (const name of ["evidence", "mapping", "tags"] as const) {
    const value = options[name];
    if (value !== undefined) form.set(name, value);
  }
  let job = importViewSchema.parse(await jsonOf(await base.request("/api/imports", { method: "POST", body: form })));
  while (job.state === "running") {
    terminal.progress(`${job.rows} of ${job.of} rows …`);
    await new Promise((resolve) => setTimeout(resolve, pause));
    job = importViewSchema.parse(await jsonOf(await base.request(`/api/imports/${job.id}`)));
  }
  if (options.json) terminal.out(JSON.stringify(job));
  else tell(job, terminal);
  if (!options.json) await tellRefused(base, job, terminal);
  return job.state === "stopped" || job.refused > 0 ? 1 : 0;
}

function tell(job: ImportView, terminal: CliTerminal): void {
  const would = job.dryRun ? "would be " : "";
  terminal.say(`${job.name}: ${job.rows} of ${job.of} rows, ${job.encoding}, parted by ${JSON.stringify(job.delimiter)}`);
  for (const { header, target } of job.columns) terminal.say(`  ${header} → ${target ?? "(not taken)"}`);
  if (job.withoutBasis > 0) terminal.out(`${job.withoutBasis} with a private address: no basis, nothing is sent to them`);
  for (const what of ["created", "updated", "unchanged", "refused"] as const) terminal.out(`${job[what]} ${would}${what}`);
  if (job.problem !== null) terminal.say(`Stopped: ${job.problem}`);
}

const refusedSchema = z.object({
  items: z.array(z.object({ line: z.number(), field: z.string(), problem: z.string(), remedy: z.string() })),
});

/** The first refused rows; all of them are at the API, as a file to mend. */
async function tellRefused(base: Base, job: ImportView, terminal: CliTerminal): Promise<void> {
  if (job.refused === 0) return;
  const { items } = refusedSchema.parse(await jsonOf(await base.request(`/api/imports/${job.id}/refused`)));
  for (const { line, field, problem, remedy } of items.slice(0, 10)) {
    terminal.say(`  line ${line}${field === "" ? "" : `, ${field}`}: ${problem} ${remedy}`);
  }
  if (job.refused > 10) terminal.say(`  … and ${job.refused - 10} more: GET /api/imports/${job.id}/refused`);
}
