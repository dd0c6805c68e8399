import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { plant, run } from "./planted.ts";

const compilerOptions = JSON.stringify({
  extends: resolve("tsconfig.base.json"),
  compilerOptions: { lib: ["es2024"], types: [], composite: false, emitDeclarationOnly: false, noEmit: true },
  include: ["**/*.ts"],
});

describe("the compiler", () => {
  const impure = [
    "process.exit()",
    'console.log("x")',
    'fetch("x")',
    "setTimeout(() => {}, 1)",
    "new URL(location.href)",
    "crypto.randomUUID()",
  ];
  const files = impure.map((code, index): [string, string] => [`core/impure-${index}.ts`, `export const x = (): unknown => ${code};\n`]);
  const { folder, remove } = plant({ "tsconfig.json": compilerOptions, ...Object.fromEntries(files) });
  afterAll(remove);
  const { said } = run("tsc", ["-p", "tsconfig.json"], folder);

  it.each(impure)("does not know %s in the core", (code) => {
    expect(said).toContain(`core/impure-${impure.indexOf(code)}.ts`);
  });

  it("is given these options by the core's own configuration", () => {
    expect(readFileSync("core/tsconfig.json", "utf8")).toMatch(/"lib": \["es2024"\],\s+"types": \[\]/);
  });
});

describe("the linter", () => {
  const { folder, remove } = plant({
    "tsconfig.json": compilerOptions,
    ".oxlintrc.json": readFileSync(".oxlintrc.json", "utf8"),
    "core/forgets.ts": "const later = async (): Promise<void> => {};\nexport const forget = (): void => {\n  later();\n};\n",
    "core/misses.ts":
      'type Kind = "a" | "b";\nexport function name(kind: Kind): string {\n  switch (kind) {\n    case "a":\n      return "A";\n  }\n  return "";\n}\n',
    "core/anything.ts": "export const anything = (x: any): string => x;\n",
    "core/shouts.ts": 'export const shout = (): void => console.log("x");\n',
    "core/insists.ts": "export const first = (list: string[]): string => list[0]!;\n",
    "core/content.ts": "export const content = (list: readonly string[]): string => list.join();\n",
  });
  afterAll(remove);
  const { said } = run("oxlint", ["--type-aware", "--format", "unix", "core"], folder);

  it.each([
    ["core/forgets.ts", "no-floating-promises"],
    ["core/misses.ts", "switch-exhaustiveness-check"],
    ["core/anything.ts", "no-explicit-any"],
    ["core/shouts.ts", "no-console"],
    ["core/insists.ts", "no-non-null-assertion"],
  ])("finds what is wrong in the planted %s (%s)", (file, rule) => {
    expect(said.split("\n").filter((line) => line.includes(file) && line.includes(rule))).toHaveLength(1);
  });

  it("finds nothing wrong where nothing is", () => {
    expect(said).not.toContain("core/content.ts");
  });
});

describe("the search for dead code", () => {
  const { folder, remove } = plant({
    "package.json": JSON.stringify({ name: "planted", type: "module", dependencies: { hono: "*" } }),
    "knip.json": readFileSync("knip.json", "utf8"),
    "functions/tick.ts": 'import { used } from "../core/used.ts";\nexport const tick = used;\n',
    "core/used.ts": "export const used = 1;\nexport const unused = 2;\n",
    "core/forgotten.ts": "export const forgotten = 1;\n",
  });
  afterAll(remove);
  const { ok, said } = run("knip", ["--no-config-hints"], folder);

  it.each(["core/forgotten.ts", "unused", "hono"])("finds the planted %s", (name) => {
    expect(ok).toBe(false);
    expect(said).toContain(name);
  });
});
