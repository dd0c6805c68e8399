import { resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { plant, run } from "./planted.ts";

const reportSchema = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
  summary: z.object({ violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })) }),
});

function cruise(folder: string, rooms: readonly string[]) {
  const { said } = run("depcruise", ["--config", resolve(".dependency-cruiser.cjs"), "--output-type", "json", ...rooms], folder);
  return reportSchema.parse(JSON.parse(said));
}

/** One file that breaks each rule, and the file it must not import. */
const planted = {
  "package.json": JSON.stringify({
    type: "module",
    imports: { "#core/*": "./core/*", "#functions/*": "./functions/*" },
    dependencies: { zod: "*", hono: "*", "@aws-sdk/client-s3": "*" },
    devDependencies: { dynalite: "*" },
  }),
  "core/reaches-out.ts": 'import { tick } from "#functions/tick.ts";\nexport const a = tick;\n',
  "core/asks-node.ts": 'import { readFileSync } from "node:fs";\nexport const b = readFileSync;\n',
  "core/serves.ts": 'import { Hono } from "hono";\nexport const c = Hono;\n',
  "core/settings/settings.ts": "export const settings = 1;\n",
  "core/lost.ts": 'export { d } from "./nowhere.ts";\n',
  "core/round.ts": 'import { square } from "./square.ts";\nexport const round = (): unknown => square;\n',
  "core/square.ts": 'import { round } from "./round.ts";\nexport const square = (): unknown => round;\n',
  "contract/serves.ts": 'import { Hono } from "hono";\nexport const e = Hono;\n',
  "functions/tick.ts": "export const tick = 1;\n",
  "functions/reply.ts": 'import { tick } from "./tick.ts";\nexport const reply = tick;\n',
  "functions/work/buys.ts": 'import { S3Client } from "@aws-sdk/client-s3";\nexport const f = S3Client;\n',
  "functions/work/borrows.ts": 'import dynalite from "dynalite";\nexport const g = dynalite;\n',
  "functions/shows.ts": 'import { h } from "../console/src/page.ts";\nexport const shows = h;\n',
  "stacks/runs.ts": 'import { tick } from "#functions/tick.ts";\nexport const runs = tick;\n',
  "stacks/decides.ts": 'import { round } from "#core/round.ts";\nexport const decides = round;\n',
  "console/src/page.ts": 'import { readFileSync } from "node:fs";\nexport const h = readFileSync;\n',
  "console/src/peeks.ts": 'import { tick } from "#functions/tick.ts";\nexport const peeks = tick;\n',
  "local/deploys.ts": 'import { runs } from "../stacks/runs.ts";\nexport const deploys = runs;\n',
  "tests/builder.ts": "export const builder = 1;\n",
  "bench/tests.ts": 'import { builder } from "../tests/builder.ts";\nexport const benched = builder;\n',
};

describe("the import rules", () => {
  const { folder, remove } = plant(planted);
  afterAll(remove);
  const { violations } = cruise(folder, ["core", "contract", "functions", "stacks", "console", "local", "tests", "bench"]).summary;
  const broken = violations.map(({ from, rule }) => `${from} breaks ${rule.name}`);

  it.each([
    "core/reaches-out.ts breaks core-imports",
    "core/asks-node.ts breaks core-is-pure",
    "core/serves.ts breaks core-is-pure",
    "core/lost.ts breaks not-found",
    "core/round.ts breaks no-circles",
    "contract/serves.ts breaks contract-is-data",
    "functions/reply.ts breaks no-handler-imports-another",
    "functions/work/buys.ts breaks the-sdk-stays-in-adapters",
    "functions/work/borrows.ts breaks deployed-code-needs-no-dev-dependency",
    "functions/shows.ts breaks functions-imports",
    "stacks/runs.ts breaks stacks-read-declarations-only",
    "stacks/decides.ts breaks stacks-read-settings-only",
    "console/src/page.ts breaks console-runs-in-a-browser",
    "console/src/peeks.ts breaks console-imports",
    "local/deploys.ts breaks local-imports",
    "bench/tests.ts breaks bench-imports",
  ])("find that the planted %s", (expected) => {
    expect(broken).toContain(expected);
  });

  it("really read this project's files, and follow its aliases", () => {
    const { modules } = cruise(".", ["core", "functions", "stacks"]);

    const intake = modules.find(({ source }) => source === "functions/work/receive.ts");
    expect(modules.filter(({ source }) => source.startsWith("core/")).length).toBeGreaterThan(80);
    expect(intake?.dependencies.some(({ resolved }) => resolved.startsWith("core/"))).toBe(true);
  });
});
