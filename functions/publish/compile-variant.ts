import type { CompileVariant } from "#core/definition/compile-emails.ts";
import { type CompiledVariant, compileEmail } from "#core/email/compile-email.ts";
import { createMjmlCompiler } from "./mjml.ts";

/** How many compiled languages of e-mails are kept before starting over: those of a large base, and some drafts of one. */
const mostKept = 400;

/**
 * Compiles e-mails and remembers what came of the same text for the same schema of a person: who edits one file waits for
 * that one, not for all the others it is checked with.
 */
export function createVariantCompiler(): CompileVariant {
  const mjml = createMjmlCompiler();
  const kept = new Map<string, CompiledVariant>();
  return (file, text, language, declarations) => {
    const key = JSON.stringify([file, language, text, declarations]);
    let compiled = kept.get(key);
    if (compiled === undefined) {
      if (kept.size >= mostKept) kept.clear();
      kept.set(key, (compiled = compileEmail(file, text, language, declarations, mjml)));
    }
    return compiled;
  };
}
