import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import * as z from "zod";
import { type Base, jsonOf } from "./base.ts";
import type { CliTerminal } from "./terminal.ts";

const pageSchema = z.object({ csv: z.string(), people: z.number(), next: z.string().nullable() });

/** `relance export --out FILE.csv`: everybody, page by page onto the disk; the file is there whole or not at all. */
export async function runExport(
  base: Base,
  terminal: CliTerminal,
  options: { readonly out: string; readonly json: boolean },
): Promise<number> {
  const unfinished = `${options.out}.part`;
  const file = createWriteStream(unfinished, { encoding: "utf8" });
  let people = 0;
  try {
    let cursor: string | null = "";
    while (cursor !== null) {
      const query = new URLSearchParams({ limit: "500", ...(cursor === "" ? {} : { cursor }) });
      const page = pageSchema.parse(await jsonOf(await base.request(`/api/people/export?${query.toString()}`)));
      if (!file.write(page.csv)) await new Promise<void>((drained) => file.once("drain", () => drained()));
      people += page.people;
      terminal.progress(`${people} people …`);
      cursor = page.next;
    }
    await new Promise<void>((ended, failed) => file.once("error", failed).end(ended));
    await rename(unfinished, options.out);
  } catch (fault) {
    file.destroy();
    await rm(unfinished, { force: true });
    throw fault;
  }
  if (options.json) terminal.out(JSON.stringify({ people, file: options.out }));
  else terminal.say(`${people} people in ${options.out}`);
  return 0;
}
