import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { bundleFile, bundleFunction } from "#stacks/bundling.ts";
import type { Benchmark } from "./bench.ts";

const measuredSchema = z.object({ deliveries: z.number(), parsing: z.number(), reading: z.number() });

/**
 * Deliveries a second from their bytes to the extracted shape, and how that compares with parsing the JSON alone in the same
 * run. The code is bundled as Lambda gets it and runs in a process of its own: what runs TypeScript here names every inner
 * function anew each time it is made, which takes as long as the reading.
 */
export const adapters: Benchmark = {
  name: "adapters",
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "relance-adapters-"));
    bundleFunction({ name: "adapters", entry: fileURLToPath(new URL("./adapters-program.ts", import.meta.url)) }, folder);
    const told = execFileSync(process.execPath, [join(folder, bundleFile)], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
    rmSync(folder, { recursive: true, force: true });
    const { deliveries, parsing, reading } = measuredSchema.parse(JSON.parse(told));
    return [
      { name: "deliveries read a second", value: (deliveries / reading) * 1000, unit: "/s", target: { atLeast: 20_000 } },
      { name: "of the time JSON.parse takes", value: reading / parsing, unit: "times" },
    ];
  },
};
