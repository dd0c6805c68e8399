import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Engine, initSync } from "mrml/web/mrml_wasm.js";
import type { CompileMjml } from "#core/email/compile-email.ts";
import { TransientFault } from "#functions/runtime/faults.ts";

const wasmFile = "mrml_wasm_bg.wasm";

/**
 * MJML to HTML by mrml's WebAssembly, loaded when first needed. Its own font list is left out: a mail of ours fetches
 * nothing from anyone. A trap (too deep a nesting, which `compileEmail` refuses first) leaves the instance unusable, and its
 * glue holds only one per process: from then on it is a fault, not a problem of the next file.
 */
export function createMjmlCompiler(): CompileMjml {
  return (mjml) => {
    if (trapped)
      throw new TransientFault("mjml-compiler-lost", "The MJML compiler broke down on an earlier file. Start this process anew.");
    engine ??= load();
    try {
      const result = engine.toHtml(mjml);
      return result.type === "success"
        ? { kind: "html", html: result.content }
        : { kind: "problem", problem: `the MJML cannot be read: ${result.message}` };
    } catch (thrown) {
      trapped = thrown instanceof Error && thrown.name === "RuntimeError";
      return { kind: "problem", problem: `the MJML cannot be compiled: ${thrown instanceof Error ? thrown.message : String(thrown)}` };
    }
  };
}

// Of the process, as the glue's instance is. Held for good: the glue frees an engine that is let go of, and after a trap
// that is an exception nobody can catch.
let engine: Engine | undefined;
let trapped = false;

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
