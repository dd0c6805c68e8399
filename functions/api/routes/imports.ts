import { stringify } from "csv-stringify/sync";
import { z } from "@hono/zod-openapi";
import { pageOf } from "#contract/api.ts";
import {
  importMappingSchema,
  importReadingSchema,
  importRequestSchema,
  type ImportView,
  importViewSchema,
  refusedRowViewSchema,
} from "#contract/imports.ts";
import type { FileRow, Import } from "#core/import/import.ts";
import { tellRefusal } from "#core/import/refusal.ts";
import { ownTargets } from "#core/import/target.ts";
import { isId } from "#core/id/id.ts";
import { readTag } from "#core/person/tags.ts";
import { toIso } from "#core/time/instant.ts";
import { performImport } from "#functions/work/imports/perform-import.ts";
import { passOnJob } from "#functions/work/pass-on-job.ts";
import { type ImportProblem, readList, startImport } from "#functions/work/imports/start-import.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit, changesNothing } from "../audit.ts";
import { answerProblem } from "../problems.ts";
import { type ApiRequest, json, pageQuery, pageRequest, problem, route } from "../route.ts";
import { isoOrNull } from "../views/instants.ts";
import { faultText } from "../views/texts.ts";

const fileSchema = z.object({
  file: z.instanceof(File, { error: "send the CSV as the part `file`" }).openapi({ type: "string", format: "binary" }),
});
const form = <T extends z.ZodType>(schema: T) => ({ content: { "multipart/form-data": { schema } }, required: true as const });
const named = z.object({ id: z.string().max(60) });
const unknownImport = problem("No list has this id.");
/** How many rows are shown before anything is done. */
const sampled = 5;

const create = route({
  method: "post",
  path: "/api/imports",
  summary: "Bring in a list of people: a CSV (or .csv.gz) in any usual encoding and with any usual separator",
  allow: "people:import",
  request: { body: form(fileSchema.extend(importRequestSchema.shape)) },
  responses: {
    202: json(importViewSchema, "The list is stored and goes on by itself."),
    400: problem("The file or what was said of it is not valid."),
  },
});
const read = route({
  method: "post",
  path: "/api/imports/read",
  summary: "What a CSV holds: its columns, what they seem to be, its first rows. Nothing is stored",
  allow: "people:import",
  request: { body: form(fileSchema) },
  responses: { 200: json(importReadingSchema, "The reading."), 400: problem("The file cannot be read.") },
});
const list = route({
  method: "get",
  path: "/api/imports",
  summary: "The lists that were brought in, newest first",
  allow: "people:import",
  request: { query: pageQuery },
  responses: { 200: json(pageOf(importViewSchema), "A page of lists.") },
});
const one = route({
  method: "get",
  path: "/api/imports/{id}",
  summary: "How far a list has come",
  allow: "people:import",
  request: { params: named },
  responses: { 200: json(importViewSchema, "The list."), 404: unknownImport },
});
const refused = route({
  method: "get",
  path: "/api/imports/{id}/refused",
  summary: "The rows that were refused, with why and what would mend each",
  allow: "people:import",
  request: {
    params: named,
    query: z.object({
      cursor: z.string().max(500).optional(),
      lang: z.enum(["en", "fr"]).default("en").describe("of what is said of each row"),
    }),
  },
  responses: {
    200: json(
      pageOf(refusedRowViewSchema).extend({
        csv: z.string().describe("the same rows as lines of CSV, to be mended and sent again; the first page begins with the heading"),
      }),
      "A page of rows.",
    ),
    404: unknownImport,
  },
});

export function importRoutes(app: ApiApp, context: ApiContext): void {
  const { workshop } = context;
  const { stores, definitions } = workshop;

  app.openapi(create, async (c) => {
    const sent = c.req.valid("form");
    const mapping = readMapping(sent.mapping);
    if (mapping === "wrong")
      return refuse(c, {
        field: "mapping",
        problem: "The mapping is no JSON of headings and what they are.",
        remedy: 'Write it as {"Courriel": "email"}.',
      }) as never;
    const words = (sent.tags ?? "").split(",").filter((word) => word.trim() !== "");
    const tags = words.flatMap((word) => readTag(word) ?? []);
    if (tags.length < words.length)
      return refuse(c, { field: "tags", problem: "A tag is too long.", remedy: "Keep each under 40 characters." }) as never;
    const started = await startImport(workshop, {
      name: sent.file.name === "" ? "list.csv" : sent.file.name,
      file: new Uint8Array(await sent.file.arrayBuffer()),
      ...(mapping === undefined ? {} : { mapping }),
      by: c.get("caller").name,
      basis: sent.basis,
      ...(sent.evidence === undefined || sent.evidence === "" ? {} : { evidence: sent.evidence }),
      dryRun: sent.dryRun,
      overwrite: sent.overwrite,
      tags,
    });
    if (started.kind === "problem") return refuse(c, started) as never;
    const job = started.import;
    await audit(c, context, {
      action: job.dryRun ? "import.tried" : "import.started",
      subject: { kind: "import", id: job.id },
      to: { name: job.name, rows: job.rows, basis: job.basis },
      ...(job.evidence === undefined ? {} : { reason: job.evidence }),
    });
    await performImport(workshop, job.id, inlineTime);
    const begun = (await stores.imports.find(job.id)) ?? job;
    await passOnJob(workshop, "import", begun);
    return c.json(importView(begun), 202);
  });

  app.openapi(read, async (c) => {
    const { file } = c.req.valid("form");
    changesNothing(c);
    const { declarations } = await definitions.judging();
    const found = await readList({ file: new Uint8Array(await file.arrayBuffer()) }, declarations);
    if (found.kind === "problem") return refuse(c, found) as never;
    const sample: string[][] = [];
    for await (const row of found.csv.rows) {
      sample.push([...row.cells]);
      if (sample.length >= sampled) break;
    }
    const targets = [...new Set([...ownTargets, ...Object.keys(declarations)])];
    const { encoding, delimiter } = found.csv;
    return c.json({ encoding, delimiter, columns: found.columns.map((column) => ({ ...column })), sample, targets }, 200);
  });

  app.openapi(list, async (c) => {
    const page = await stores.imports.page(pageRequest(c.req.valid("query")));
    return c.json({ items: page.items.map(importView), next: page.next ?? null }, 200);
  });

  app.openapi(one, async (c) => {
    const job = await find(c.req.valid("param").id);
    return job === undefined ? (unknown(c) as never) : c.json(importView(job), 200);
  });

  app.openapi(refused, async (c) => {
    const { cursor, lang } = c.req.valid("query");
    const job = await find(c.req.valid("param").id);
    if (job === undefined) return unknown(c) as never;
    const page = await stores.imports.refused(job.id, cursor);
    const items = page.items.map((row) => ({ ...row, cells: [...row.cells], ...tellRefusal(row, lang) }));
    const heading = [...job.columns.map(({ header }) => header), ...notes[lang]];
    const rows = items.map(({ line, cells, field, problem: what, remedy }) => [
      ...paddedTo(job.columns.length, cells),
      String(line),
      field === "" ? what : lang === "fr" ? `${field} : ${what}` : `${field}: ${what}`,
      remedy,
    ]);
    const csv = stringify(cursor === undefined ? [heading, ...rows] : rows, {
      escape_formulas: true,
      record_delimiter: "\r\n",
      delimiter: job.delimiter,
    });
    return c.json({ items, next: page.next ?? null, csv }, 200);
  });

  const find = async (id: string): Promise<Import | undefined> => (isId("import", id) ? stores.imports.find(id) : undefined);
}

/** Longest that a list is worked on before its sender is answered, in milliseconds: a short one is done by then. */
const inlineTime = 2_000;

/** Headings of what is said of a row, beside the file's own. */
const notes = { en: ["Line", "Problem", "Remedy"], fr: ["Ligne", "Problème", "Remède"] } as const;

function paddedTo(length: number, cells: FileRow["cells"]): readonly string[] {
  return Array.from({ length }, (_, place) => cells[place] ?? "");
}

function readMapping(text: string | undefined): Readonly<Record<string, string | null>> | undefined | "wrong" {
  if (text === undefined || text === "") return undefined;
  try {
    return importMappingSchema.parse(JSON.parse(text));
  } catch {
    return "wrong";
  }
}

function refuse(c: ApiRequest, { field, problem: detail, remedy }: Omit<ImportProblem, "kind">): Response {
  return answerProblem(c, 400, "invalid-request", { detail, field, remedy });
}

function unknown(c: ApiRequest): Response {
  return answerProblem(c, 404, "not-found", { detail: "No list has this id.", field: "id", remedy: "See GET /api/imports." });
}

function importView(job: Import): ImportView {
  const { id, name, state, dryRun, basis, overwrite, tags, columns, encoding, delimiter, rows, tally, by } = job;
  return {
    id,
    name,
    state,
    dryRun,
    basis,
    evidence: job.evidence ?? null,
    overwrite,
    tags,
    columns,
    encoding,
    delimiter,
    of: rows,
    ...tally,
    problem: job.problem ?? null,
    problemText: faultText(job.problem),
    by,
    createdAt: toIso(job.createdAt),
    endedAt: isoOrNull(job.endedAt),
  };
}
