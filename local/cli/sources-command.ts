import * as z from "zod";
import { sourceViewSchema } from "#contract/api.ts";
import { type Base, jsonOf } from "./base.ts";
import type { CliTerminal } from "./terminal.ts";

const listSchema = z.object({ items: z.array(sourceViewSchema) });

/** `relance sources`: who sends us people. */
export async function runSources(base: Base, terminal: CliTerminal, options: { readonly json: boolean }): Promise<number> {
  const { items } = listSchema.parse(await jsonOf(await base.request("/api/sources")));
  if (options.json) terminal.out(JSON.stringify(items));
  else for (const { id, kind, name, url } of items) terminal.out([id, kind, name, url].join("\t"));
  if (items.length === 0 && !options.json) terminal.say("No source yet: relance sources add --kind json --name NAME");
  return 0;
}

/** `relance sources add`: a new one, and the address to give it. */
export async function addSource(
  base: Base,
  terminal: CliTerminal,
  options: { readonly kind: string; readonly name: string; readonly secret: string | undefined; readonly json: boolean },
): Promise<number> {
  const { kind, name, secret } = options;
  const body = JSON.stringify({ kind, name, ...(secret === undefined ? {} : { secret }) });
  const answer = await base.request("/api/sources", { method: "POST", body, headers: { "content-type": "application/json" } });
  const source = sourceViewSchema.parse(await jsonOf(answer));
  terminal.out(options.json ? JSON.stringify(source) : source.url);
  return 0;
}
