import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { performImport } from "#functions/work/imports/perform-import.ts";
import { startImport } from "#functions/work/imports/start-import.ts";
import type { Workshop } from "#functions/work/workshop.ts";
import type { Benchmark } from "./bench.ts";
import { openBenchBase } from "./bench-base.ts";
import { serveApi } from "./served-api.ts";

/** `IMPORT_ROWS` sets another size of the long list. */
const long = Number(process.env["IMPORT_ROWS"] ?? 20_000);
const short = Math.floor(long / 2);
const metered = 1_000;

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** Bringing a list of people in: how fast on the embedded engine, with how much memory for a file twice as long, and for how many units a row. */
export const imports: Benchmark = {
  name: "imports",
  run: async () => {
    const base = await openBenchBase();
    await bringIn(base.workshop, "warm-up", 400);
    const large = await bringIn(base.workshop, "long", long);
    const again = await bringIn(base.workshop, "long", long);
    // To look at memory is to tidy it up first, which takes time of its own.
    const [little, much] = [
      await bringIn(base.workshop, "little", short, "watched"),
      await bringIn(base.workshop, "much", long, "watched"),
    ];
    await base.close();

    const api = await serveApi();
    // The bus costs no units.
    const workshop = { ...api.workshop, bus: { publish: async () => undefined } };
    await bringIn(workshop, "warm-up", 200);
    api.meter.take();
    await bringIn(workshop, "metered", metered);
    const { write, read } = api.meter.take();
    api.close();
    return [
      { name: `rows brought in a second, of ${long}`, value: (long / large.milliseconds) * 1000, unit: "rows/s", target: { atLeast: 300 } },
      { name: "rows known already, a second", value: (long / again.milliseconds) * 1000, unit: "rows/s" },
      { name: "the most memory of a list, above the base's own", value: much.peak / 1e6, unit: "MB" },
      { name: "the same against a list half as long", value: much.peak / little.peak, unit: "times", target: { atMost: 1.5 } },
      { name: "write units a new person", value: write / metered, unit: "WU" },
      { name: "read units a new person", value: read / metered, unit: "RU" },
    ];
  },
};

/** Brings people of a name in, from the bytes of their file to the last row; the peak is of the heap and of buffers, after the file was made. */
async function bringIn(
  workshop: Workshop,
  name: string,
  rows: number,
  how: "timed" | "watched" = "timed",
): Promise<{ readonly milliseconds: number; readonly peak: number }> {
  const file = csvOf(name, rows);
  const before = how === "watched" ? await atRest() : 0;
  let peak = 0;
  const look = how === "watched" ? setInterval(() => (peak = Math.max(peak, used() - before)), 500) : undefined;
  const begun = performance.now();
  const started = await startImport(workshop, {
    name: `${name}.csv`,
    file,
    by: "bench",
    basis: "consent",
    evidence: "Box ticked at the fair",
    dryRun: false,
    overwrite: false,
    tags: ["fair"],
  });
  if (started.kind === "problem") throw new Error(started.problem);
  while ((await workshop.stores.imports.find(started.import.id))?.state === "running") {
    // The clock of a benchmark stands: what is put off for later would never be tried again.
    if (!(await performImport(workshop, started.import.id))) break;
  }
  clearInterval(look);
  const done = await workshop.stores.imports.find(started.import.id);
  if (done?.tally.rows !== rows || done.tally.refused > 0)
    throw new Error(`of ${rows} rows came in: ${JSON.stringify(done?.tally)} ${done?.problem ?? ""}`);
  return { milliseconds: performance.now() - begun, peak };
}

/** Bytes that are really in use: without what nobody has tidied away yet. */
function used(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The same when nothing of what went before is on its way out any more: buffers are let go of after the collection that finds them. */
async function atRest(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return used();
}

/** A fair's list as a spreadsheet saves it: nobody of it is in another. */
function csvOf(name: string, rows: number): Uint8Array {
  const lines = Array.from(
    { length: rows },
    (_, row) => `Prénom${row};${name} ${row};${name}-${row}@example.com;Entreprise ${row % 4_000};${phoneOf(name, row)};Lyon`,
  );
  return new TextEncoder().encode(["Prénom;Nom;Courriel;Société;Téléphone;Ville", ...lines].join("\r\n"));
}

function phoneOf(name: string, row: number): string {
  return `0${6 + (name.length % 2)} ${String(name.charCodeAt(0) % 100).padStart(2, "0")} ${String(row).padStart(6, "0")}`;
}
