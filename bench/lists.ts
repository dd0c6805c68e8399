import * as z from "zod";
import type { Benchmark, Figure } from "./bench.ts";
import { fillCrowd } from "./crowd.ts";
import { type ServedApi, serveApi } from "./served-api.ts";

/** `LISTS_PEOPLE` sets another size, to see that it does not matter. */
const size = Number(process.env["LISTS_PEOPLE"] ?? 100_000);
const deepPage = 10;
const most = 20;

/** Every list of the console, as the console asks for it. */
const listsOfConsole: readonly (readonly [name: string, path: string])[] = [
  ["people by score", "/api/people?sort=score"],
  ["people by name", "/api/people?sort=name"],
  ["people of one stage", "/api/people?stage=proposal&sort=stage"],
  ["people of all stages", "/api/people?sort=stage"],
  ["people by words", "/api/people?q=entreprise+1"],
  ["people by a tag", "/api/people?q=%23salon"],
  ["people to call", "/api/calls"],
  ["people to call, one's own", "/api/calls?mine=true"],
  ["people who come back later", "/api/calls/later?limit=12"],
  ["people who come back later, one's own", "/api/calls/later?limit=12&mine=true"],
  ["what is due", "/api/due"],
  ["what is parked", "/api/parked"],
  ["what arrived", "/api/submissions?source=form:demo"],
  ["what is in quarantine", "/api/submissions?source=form:demo&status=quarantined"],
  ["the log of changes", "/api/audit"],
  ["the log of changes, of one kind", "/api/audit?kind=person"],
];

/** What a page asks for that is no list, whatever the size of the base. */
const summaries: readonly (readonly [name: string, path: string])[] = [
  ["the pipeline's sums", "/api/pipeline"],
  ["news since yesterday", "/api/calls/news"],
  ["sources with their pulse", "/api/sources"],
  ["imports", "/api/imports"],
];

/** Read units of a page of each list over a crowd, by DynamoDB Local's count; the tenth page too, where cursors have their price. */
export const lists: Benchmark = {
  name: "lists",
  run: async () => {
    const api = await serveApi();
    const talker = await fillCrowd(api, size);
    const pages = [...listsOfConsole, ["a long history", `/api/people/${talker}/timeline`] as const];
    // What a function reads once and keeps (who asks, the definitions) is no list's.
    for (const [, path] of [...pages, ...summaries]) await api.ask(path);
    const figures: Figure[] = [];
    for (const [name, path] of pages) figures.push(...(await unitsOf(api, name, path)));
    for (const [name, path] of summaries) figures.push(figure(name, (await api.ask(path)).units));
    api.close();
    return figures;
  },
};

const pageSchema = z.looseObject({ items: z.array(z.unknown()), next: z.string().nullable() });

async function unitsOf(api: ServedApi, name: string, path: string): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  let at = path;
  for (let page = 1; page <= deepPage; page++) {
    const { body, units } = await api.ask(at);
    const { items, next } = pageSchema.parse(body);
    if (page === 1 || page === deepPage) figures.push(figure(`${name}, page ${page} (${items.length} rows)`, units));
    if (next === null) break;
    at = `${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(next)}`;
  }
  return figures;
}

function figure(name: string, value: number): Figure {
  return { name, value, unit: "RU", target: { atMost: most } };
}
