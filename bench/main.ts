import { writeFileSync } from "node:fs";
import { adapters } from "./adapters.ts";
import { type Benchmark, type Figure, meets } from "./bench.ts";
import { bundles } from "./bundles.ts";
import { capacity } from "./capacity.ts";
import { drains } from "./drains.ts";
import { imports } from "./imports.ts";
import { insights } from "./insights.ts";
import { intake } from "./intake.ts";
import { lists } from "./lists.ts";
import { pages } from "./pages.ts";
import { planner } from "./planner.ts";
import { renders } from "./renders.ts";
import { scoring } from "./scoring.ts";
import { tickCost } from "./tick-cost.ts";

/** `npm run bench [-- NAME …] [--json FILE]`: every figure with the target it is held against. Nothing here decides a build. */
const benchmarks: readonly Benchmark[] = [
  planner,
  scoring,
  renders,
  adapters,
  bundles,
  drains,
  intake,
  capacity,
  imports,
  insights,
  lists,
  pages,
  tickCost,
];

const given = process.argv.slice(2);
const jsonAt = given.indexOf("--json");
const file = jsonAt === -1 ? undefined : given[jsonAt + 1];
const names = given.filter((_, index) => jsonAt === -1 || (index !== jsonAt && index !== jsonAt + 1));
const unknown = names.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(", ")}. There are: ${benchmarks.map(({ name }) => name).join(", ")}.\n`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const benchmark of benchmarks) {
  if (names.length > 0 && !names.includes(benchmark.name)) continue;
  process.stdout.write(`${benchmark.name}\n`);
  for (const figure of await benchmark.run()) {
    figures.push(figure);
    process.stdout.write(`  ${figure.name.padEnd(52)} ${readable(figure.value).padStart(12)} ${figure.unit.padEnd(10)} ${aim(figure)}\n`);
  }
}
if (file !== undefined)
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(figures.map(({ name, value }) => [name, value])), null, 2)}\n`);
process.exit(0);

function readable(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });
}

function aim(figure: Figure): string {
  const { target } = figure;
  if (target === undefined) return "";
  const words = target.atMost === undefined ? `at least ${readable(target.atLeast ?? 0)}` : `at most ${readable(target.atMost)}`;
  return `${words}: ${meets(figure) ? "met" : "MISSED"}`;
}
