import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildOptions, Metafile } from "esbuild";
import type { FunctionDeclaration } from "#functions/declaration.ts";

/** What Lambda loads: `index.handler` is this file's `handler`. */
export const bundleFile = "index.mjs";

/**
 * What the SDK imports only when asked for, and a function on Lambda never asks for: ways to credentials other than the
 * environment, and event streams. 126 KB in every function. `esbuildOptions` alone would leave them in.
 */
const neverReached = [
  "@aws-sdk/credential-provider-http",
  "@aws-sdk/credential-provider-ini",
  "@aws-sdk/credential-provider-login",
  "@aws-sdk/credential-provider-process",
  "@aws-sdk/credential-provider-sso",
  "@aws-sdk/credential-provider-web-identity",
  "@smithy/core/event-streams",
  "@smithy/credential-provider-imds",
];

/**
 * How a function becomes one file. ESM first and the SDK inside: the smallest and quickest to import of what was measured
 * (docs/adr/0015-esbuild-and-tsx.md).
 */
export const esbuildOptions = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node24",
  mainFields: ["module", "main"],
  minify: true,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  // Packages written as CommonJS ask for `require`, which an ES module does not have.
  banner: { js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);' },
  logLevel: "warning",
} satisfies BuildOptions;

/** Bundles one declared function into a folder, with what it declares beside it, and answers what went in. */
export function bundleFunction(declaration: Pick<FunctionDeclaration, "name" | "entry" | "assets">, folder: string): Metafile {
  mkdirSync(folder, { recursive: true });
  for (const { from, to, remedy } of declaration.assets ?? []) {
    if (!existsSync(resolve(from))) throw new Error(`The function ${declaration.name} needs ${from}, which is missing. ${remedy}`);
    cpSync(resolve(from), join(folder, to), { recursive: true });
  }
  const outfile = join(folder, bundleFile);
  const build = (external: readonly string[]): Metafile =>
    buildBundle({ ...esbuildOptions, external: [...external], entryPoints: [resolve(declaration.entry)], outfile });
  const metafile = build(neverReached);
  const needed = importedOutright(metafile);
  return needed.size === 0 ? metafile : build(neverReached.filter((name) => !needed.has(name)));
}

const program = fileURLToPath(new URL("./build-bundle.mjs", import.meta.url));
const mostMetafile = 100 * 1024 * 1024;

function buildBundle(options: BuildOptions): Metafile {
  const told = execFileSync(process.execPath, [program], {
    input: JSON.stringify(options),
    encoding: "utf8",
    maxBuffer: mostMetafile,
    stdio: ["pipe", "pipe", "inherit"],
  });
  return JSON.parse(told) as Metafile;
}

/** Of what was left out, what some package imports at the top of a file after all (S3's client does): it must be in. */
function importedOutright({ outputs }: Metafile): ReadonlySet<string> {
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  return new Set(
    imports
      .filter(({ external, kind }) => external === true && kind === "import-statement")
      .map(({ path }) => path)
      .filter(isLeftOut),
  );
}

function isLeftOut(path: string): boolean {
  return neverReached.includes(path);
}
