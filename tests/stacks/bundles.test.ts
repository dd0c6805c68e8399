import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { FunctionDeclaration } from "#functions/declaration.ts";
import { functions } from "#functions/list.ts";
import { bundleFile, bundleFunction } from "#stacks/bundling.ts";

const declared: readonly FunctionDeclaration[] = functions;
const root = mkdtempSync(join(tmpdir(), "relance-bundles-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Whatever stands in node_modules is there before any build; the console's pages are not. */
function withoutBuiltAssets(declaration: FunctionDeclaration): FunctionDeclaration {
  return { ...declaration, assets: (declaration.assets ?? []).filter(({ from }) => from.startsWith("node_modules/")) };
}

describe("a bundle", () => {
  it.each(declared)("of $name is one file that loads in a process with no environment and nothing installed", (declaration) => {
    const folder = join(root, declaration.name);

    const metafile = bundleFunction(withoutBuiltAssets(declaration), folder);

    const file = join(folder, bundleFile);
    const load = `const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)}); process.stdout.write(typeof handler);`;
    expect(execFileSync(process.execPath, ["--input-type=module", "-e", load], { cwd: folder, env: {}, encoding: "utf8" })).toBe(
      "function",
    );
    expect(Object.keys(metafile.inputs).filter((input) => /^(stacks|local|tests|console|bench)\//.test(input))).toEqual([]);
  });

  it("of the sending function has at most 850 KB", () => {
    expect(statSync(join(root, "tick", bundleFile)).size).toBeLessThanOrEqual(850_000);
  });

  it("of publish has the MJML compiler's WebAssembly beside it", () => {
    expect(existsSync(join(root, "publish", "mrml_wasm_bg.wasm"))).toBe(true);
  });

  it("keeps no other function's code", () => {
    const bundles = declared.map(({ name }) => readFileSync(join(root, name, bundleFile), "utf8"));

    expect(new Set(bundles).size).toBe(declared.length);
  });

  it("is refused, with the remedy, where something that must stand beside it is missing", () => {
    const lacking = { ...withoutBuiltAssets(functions[0]), assets: [{ from: "nowhere/dist", to: "x", remedy: "Build it first." }] };

    expect(() => bundleFunction(lacking, join(root, "lacking"))).toThrow(/nowhere\/dist.*Build it first/);
  });
});
