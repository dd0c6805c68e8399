import * as z from "zod";
import { jobViewSchema } from "#contract/people.ts";
import { sourceViewSchema, type SourceView } from "#contract/api.ts";
import { submissionViewSchema } from "#contract/sources.ts";
import { type Base, CliProblem, jsonOf } from "./base.ts";
import type { CliTerminal } from "./terminal.ts";

/** What is said of a source on the command line. */
export interface SourceOptions {
  readonly kind: string | undefined;
  readonly name: string | undefined;
  readonly secret: string | undefined;
  readonly keepDays: string | undefined;
  readonly status: string | undefined;
  readonly json: boolean;
}

interface Command {
  readonly base: Base;
  readonly terminal: CliTerminal;
  readonly options: SourceOptions;
}

const listSchema = z.object({ items: z.array(sourceViewSchema) });
const kindsSchema = z.object({ items: z.array(z.looseObject({ kind: z.string(), name: z.string() })) });
const arrivalsSchema = z.object({ items: z.array(submissionViewSchema) });
const rotatedSchema = sourceViewSchema.extend({ secret: z.string().nullable() });

/** What can be done with sources: with all of them, and with one by its id. Each answers the exit code. */
const withAll = { list, kinds, add } as const;
const withOne = { show, submissions, rotate, disable, enable, remove, replay } as const;

/** `relance sources …`: who sends us people, and what came of it. */
export async function runSources(base: Base, terminal: CliTerminal, words: readonly string[], options: SourceOptions): Promise<number> {
  const [verb = "list", id, ...more] = words;
  const command = { base, terminal, options };
  if (more.length === 0 && id === undefined && isOf(withAll, verb)) return withAll[verb](command);
  if (more.length === 0 && id !== undefined && isOf(withOne, verb)) return withOne[verb](command, id);
  if (isOf(withOne, verb)) throw new CliProblem(2, `Say which source: relance sources ${verb} ID.`, "relance sources lists them.");
  throw new CliProblem(
    2,
    `There is no command “sources ${words.join(" ")}”.`,
    `There are: ${[...Object.keys(withAll), ...Object.keys(withOne).map((name) => `${name} ID`)].join(", ")}.`,
  );
}

function isOf<Table extends object>(table: Table, verb: string): verb is Extract<keyof Table, string> {
  return Object.hasOwn(table, verb);
}

async function list({ base, terminal, options }: Command): Promise<number> {
  const { items } = listSchema.parse(await jsonOf(await base.request("/api/sources")));
  if (options.json) terminal.out(JSON.stringify(items));
  else for (const source of items) terminal.out(lineOf(source));
  if (items.length === 0 && !options.json) terminal.say("No source yet: relance sources add --kind json --name NAME");
  return 0;
}

async function kinds({ base, terminal, options }: Command): Promise<number> {
  const { items } = kindsSchema.parse(await jsonOf(await base.request("/api/source-kinds")));
  if (options.json) terminal.out(JSON.stringify(items));
  else for (const { kind, name } of items) terminal.out(`${kind}\t${name}`);
  return 0;
}

/** A new source, and the address to give it. */
async function add({ base, terminal, options }: Command): Promise<number> {
  const { kind, name, secret } = options;
  if (kind === undefined) throw new CliProblem(2, "Say --kind, as json.", "relance sources kinds lists them.");
  if (name === undefined) throw new CliProblem(2, "Say --name.", "As it is called in the console.");
  const made = await send(base, "POST", "/api/sources", { kind, name, ...(secret === undefined ? {} : { secret }) });
  const source = sourceViewSchema.parse(made);
  terminal.out(options.json ? JSON.stringify(source) : source.url);
  return 0;
}

async function show({ base, terminal, options }: Command, id: string): Promise<number> {
  tell(terminal, options, sourceViewSchema.parse(await jsonOf(await base.request(pathOf(id)))));
  return 0;
}

/** What arrived through it lately, newest first. */
async function submissions({ base, terminal, options }: Command, id: string): Promise<number> {
  const query = new URLSearchParams({ source: id, ...(options.status === undefined ? {} : { status: options.status }) });
  const { items } = arrivalsSchema.parse(await jsonOf(await base.request(`/api/submissions?${query.toString()}`)));
  if (options.json) terminal.out(JSON.stringify(items));
  else for (const one of items) terminal.out([one.id, one.receivedAt, one.status, one.extracted.email ?? "", one.reason ?? ""].join("\t"));
  return 0;
}

/** A new secret where deliveries are signed, else a new address; what stood stays valid for a while. */
async function rotate({ base, terminal, options }: Command, id: string): Promise<number> {
  const { keepDays: text, secret } = options;
  const keepDays = text === undefined ? {} : { keepDays: Number(text) };
  const { signed } = sourceViewSchema.parse(await jsonOf(await base.request(pathOf(id))));
  if (signed) {
    const given = { ...(secret === undefined ? {} : { secret }), ...keepDays };
    const source = rotatedSchema.parse(await send(base, "POST", `${pathOf(id)}/secrets`, given));
    if (options.json) terminal.out(JSON.stringify(source));
    else terminal.out(source.secret ?? "The secret you gave is the one deliveries are signed with now.");
  } else {
    const source = sourceViewSchema.parse(await send(base, "POST", `${pathOf(id)}/address`, keepDays));
    terminal.out(options.json ? JSON.stringify(source) : source.url);
  }
  return 0;
}

function disable(command: Command, id: string): Promise<number> {
  return turn(command, id, false);
}

function enable(command: Command, id: string): Promise<number> {
  return turn(command, id, true);
}

async function turn({ base, terminal, options }: Command, id: string, enabled: boolean): Promise<number> {
  tell(terminal, options, sourceViewSchema.parse(await send(base, "PATCH", pathOf(id), { enabled })));
  return 0;
}

async function remove({ base, terminal }: Command, id: string): Promise<number> {
  const answer = await base.request(pathOf(id), { method: "DELETE" });
  if (!answer.ok) await jsonOf(answer);
  terminal.say("Its address takes nothing more. Who came through it stays.");
  return 0;
}

/** Reads everything in its quarantine once more; 1 if something is still unreadable. */
async function replay({ base, terminal, options }: Command, id: string): Promise<number> {
  const job = jobViewSchema.parse(await send(base, "POST", `${pathOf(id)}/replay`, {}));
  terminal.out(options.json ? JSON.stringify(job) : `${job.done} taken in, ${job.refused} still unreadable`);
  return job.refused > 0 ? 1 : 0;
}

function pathOf(id: string): string {
  return `/api/sources/${encodeURIComponent(id)}`;
}

async function send(base: Base, method: string, path: string, body: unknown): Promise<unknown> {
  return jsonOf(await base.request(path, { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } }));
}

function tell(terminal: CliTerminal, { json }: SourceOptions, source: SourceView): void {
  terminal.out(json ? JSON.stringify(source) : lineOf(source));
}

function lineOf({ id, kind, name, url, enabled }: SourceView): string {
  return [id, kind, name, url, ...(enabled ? [] : ["disabled"])].join("\t");
}
