import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { functions } from "#functions/list.ts";
import { bundleFile, bundleFunction } from "#stacks/bundling.ts";
import { type Benchmark, type Figure, median } from "./bench.ts";

const processes = 9;

/** Each Lambda as it is deployed: its size, and how long a fresh process takes to import it. */
export const bundles: Benchmark = {
  name: "bundles",
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "relance-bundles-"));
    const figures: Figure[] = [];
    for (const declaration of functions) {
      const own = join(folder, declaration.name);
      // What lies beside the code is not loaded with it, and the console need not have been built.
      bundleFunction({ ...declaration, assets: [] }, own);
      const path = join(own, bundleFile);
      const sends = declaration.name === "tick";
      figures.push({
        name: `${declaration.name}: bundle`,
        value: statSync(path).size / 1024,
        unit: "KB",
        ...(sends ? { target: { atMost: 850 } } : {}),
      });
      figures.push({
        name: `${declaration.name}: import`,
        value: median(Array.from({ length: processes }, () => importMs(path))),
        unit: "ms",
        ...(sends ? { target: { atMost: 90 } } : {}),
      });
    }
    rmSync(folder, { recursive: true, force: true });
    return figures;
  },
};

/** Measured inside a fresh process, so that Node's own start is not in it. */
function importMs(path: string): number {
  const script = `const begun = performance.now(); await import(${JSON.stringify(pathToFileURL(path).href)}); process.stdout.write(String(performance.now() - begun)); process.exit(0);`;
  return Number(
    execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  );
}
