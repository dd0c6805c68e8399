import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importViewSchema } from "#contract/imports.ts";
import { startDynamo } from "#local/dynamo/start-dynamo.ts";
import { names } from "#local/names.ts";
import { clientOf, type Client } from "./client.ts";
import { startCommand } from "./start-command.ts";

/** `RELANCE_IMPORT_ROWS=100000` makes it the list that Relance is built for; it takes a quarter of an hour then. */
const rows = Number(process.env["RELANCE_IMPORT_ROWS"] ?? 3_000);
const kills = 3;
/** Real milliseconds: while a visit goes on the clock stands, and whoever asks too often in one of its minutes is told to wait. */
const lookEvery = 250;

describe("a list of people whose import is killed again and again", () => {
  let folders: readonly string[] = [];
  beforeAll(() => {
    folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), "relance-import-")));
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it("gives exactly the base that an undisturbed one gives", { timeout: 3_600_000 }, async () => {
    const [calm = "", killed = ""] = folders;
    const undisturbed = await bringIn(calm, 0);
    const disturbed = await bringIn(killed, kills);

    expect(disturbed.amidst).toBeGreaterThan(0);
    expect(undisturbed.tally).toEqual({ created: rows - rows / 10, refused: rows / 20 });
    expect(disturbed.tally).toEqual(undisturbed.tally);
    expect(disturbed.people).toEqual(undisturbed.people);
    expect(await itemsOf(killed)).toEqual(await itemsOf(calm));
  });
});

/** Brings the list in by the real command, which dies without a word so many times on the way; answers what stands in the base. */
async function bringIn(folder: string, deaths: number) {
  let amidst = 0;
  let relance = await startCommand(folder);
  const id = await send(clientOf(relance));
  for (let death = 0; death < deaths; death++) {
    const client = clientOf(relance);
    const from = (await read(client, id)).rows;
    await goOnUntil(client, id, ({ rows: done, state }) => done > from || state !== "running");
    if ((await read(client, id)).state === "running") amidst += 1;
    await relance.kill();
    relance = await startCommand(folder);
  }
  const client = clientOf(relance);
  await goOnUntil(client, id, ({ state }) => state !== "running");
  const { created, refused } = await read(client, id);
  const people = await everybody(client);
  expect(await relance.stop()).toBe(0);
  return { tally: { created, refused }, people, amidst };
}

/** A tenth of the rows are of people who stand in it already, in other words; a twentieth cannot be taken. */
async function send(client: Client): Promise<string> {
  const lines = Array.from({ length: rows }, (_, row) => {
    if (row % 20 === 19) return `Sans;Adresse ${row};;Personne`;
    const person = row % 20 === 9 ? row - 1 : row;
    return `Prénom${person};Nom${person};${row % 20 === 9 ? "PERSONNE" : "personne"}-${person}@example.com;Entreprise ${row % 400}`;
  });
  const form = new FormData();
  form.set("file", new Blob([["Prénom;Nom;Courriel;Société", ...lines].join("\n")], { type: "text/csv" }), "salon.csv");
  for (const [name, value] of Object.entries({ basis: "consent", evidence: "Case cochée au salon", tags: "salon" })) form.set(name, value);
  const answer = await client.request("/api/imports", { method: "POST", body: form });
  const text = await answer.text();
  expect(answer.status, text).toBe(202);
  return importViewSchema.parse(JSON.parse(text)).id;
}

async function read(client: Client, id: string) {
  const answer = await client.request(`/api/imports/${id}`);
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return importViewSchema.parse(JSON.parse(text));
}

/** Lets the clock go on, past the leases of whoever died, until the list has come so far. */
async function goOnUntil(client: Client, id: string, hasCome: (list: Awaited<ReturnType<typeof read>>) => boolean): Promise<void> {
  let isThere = false;
  const watching = (async () => {
    while (!(isThere = hasCome(await read(client, id)))) await new Promise((resolve) => setTimeout(resolve, lookEvery));
  })();
  const advancing = (async () => {
    while (!isThere) await client.advance("PT2M").catch(() => undefined);
  })();
  await watching;
  // What is on its way need not be waited for: the next thing may be to die in the middle of it.
  void advancing;
}

/** Everybody as the export shows them, but for what differs from base to base: ids and instants. */
async function everybody(client: Client): Promise<readonly string[]> {
  const lines: string[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = (await (await client.request(`/api/people/export?limit=500${query}`)).json()) as { csv: string; next: string | null };
    lines.push(...page.csv.split("\r\n").filter((line) => line !== ""));
    cursor = page.next;
  } while (cursor !== null);
  return lines.map(anonymous).toSorted();
}

function anonymous(text: string): string {
  return text.replaceAll(/[a-z]{2,3}_[0-9A-HJKMNP-TV-Z]{26}/g, "ID").replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "AT");
}

/** How many items of each kind the table holds: people, addresses, words, timeline, counts. */
async function itemsOf(folder: string): Promise<Readonly<Record<string, number>>> {
  const engine = await startDynamo({ folder: join(folder, "dynamo"), table: names.TABLE });
  const client = new DynamoDBClient({
    region: "eu-west-3",
    endpoint: engine.endpoint,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const counts: Record<string, number> = {};
  for await (const page of paginateScan({ client }, { TableName: names.TABLE, ProjectionExpression: "pk, sk" }))
    for (const item of page.Items ?? []) {
      const { pk, sk } = unmarshall(item);
      const kind = `${familyOf(String(pk))} ${familyOf(String(sk))}`;
      if (!passing.some((prefix) => kind.startsWith(prefix))) counts[kind] = (counts[kind] ?? 0) + 1;
    }
  client.destroy();
  await engine.close();
  return counts;
}

/** What comes and goes with time, not with the list. */
const passing = ["lease", "rate", "idem", "watermark", "count_usage"];

function familyOf(key: string): string {
  return key.replace(/[_#: ].*$/s, "");
}
