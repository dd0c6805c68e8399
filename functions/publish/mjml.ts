import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Engine, initSync } from "mrml/web/mrml_wasm.js";
import type { CompileMjml } from "#core/email/compile-email.ts";

const wasmFile = "mrml_wasm_bg.wasm";

/**
 * MJML to HTML by mrml's WebAssembly, loaded when first needed. Its own font list is left out: a mail of ours fetches
 * nothing from anyone. Too deep a nesting traps the instance for good, which is why `compileEmail` refuses it first.
 */
export function createMjmlCompiler(): CompileMjml {
  let engine: Engine | undefined;
  return (mjml) => {
    engine ??= load();
    try {
      const result = engine.toHtml(mjml);
      return result.type === "success"
        ? { kind: "html", html: result.content }
        : { kind: "problem", problem: `the MJML cannot be read: ${result.message}` };
    } catch (thrown) {
      return { kind: "problem", problem: `the MJML cannot be compiled: ${thrown instanceof Error ? thrown.message : String(thrown)}` };
    }
  };
}

function load(): Engine {
  initSync({ module: readFileSync(wasmPath()) });
  const engine = new Engine();
  engine.setRenderOptions({ disableComments: true, socialIconOrigin: null, fonts: {} });
  return engine;
}

/** Beside the bundle on Lambda; in the package on a laptop. */
function wasmPath(): string {
  const beside = fileURLToPath(new URL(`./${wasmFile}`, import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(`mrml/web/${wasmFile}`);
}
