import { writeFile } from "node:fs/promises";
import * as z from "zod";
import { type Base, CliProblem, detailOf, jsonOf } from "./base.ts";
import type { CliTerminal } from "./terminal.ts";

const foundSchema = z.object({ items: z.array(z.object({ id: z.string() })) });

/** `relance proof EMAIL --out FILE`: the proof of consent as a page to print, or as JSON where the file's name ends so. */
export async function runProof(
  base: Base,
  terminal: CliTerminal,
  { email, out, json }: { readonly email: string; readonly out: string; readonly json: boolean },
): Promise<number> {
  const { items } = foundSchema.parse(await jsonOf(await base.request(`/api/people?email=${encodeURIComponent(email)}`)));
  const [person] = items;
  if (person === undefined) throw new CliProblem(1, `Nobody in the base has the address ${email}.`, "");
  const accept = out.endsWith(".json") ? "application/json" : "text/html";
  const answer = await base.request(`/api/people/${person.id}/consent-proof`, { headers: { accept } });
  if (!answer.ok) throw new CliProblem(1, await detailOf(answer), "");
  await writeFile(out, await answer.text());
  if (json) terminal.out(JSON.stringify({ person: person.id, file: out }));
  else terminal.say(`The proof of ${email} is in ${out}`);
  return 0;
}
