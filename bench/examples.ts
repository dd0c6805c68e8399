import { type CompiledDefinition, compileTemplates } from "#core/definition/compile-templates.ts";
import { createMjmlCompiler } from "#functions/publish/mjml.ts";
import { readTemplates } from "#functions/publish/read-templates.ts";

/** The example company's definitions, compiled. */
export async function exampleDefinitions(): Promise<readonly CompiledDefinition[]> {
  const compiled = compileTemplates(await readTemplates("templates"), { mjml: createMjmlCompiler() });
  if (compiled.kind === "problems") throw new Error(`templates/ has ${compiled.problems.length} problems; npm start tells them`);
  return compiled.definitions;
}

/** One artefact of the example's. What it is was checked by the compiler of its kind. */
export async function exampleArtefact<T>(kind: CompiledDefinition["kind"], name = "default"): Promise<T> {
  const found = (await exampleDefinitions()).find((definition) => definition.kind === kind && definition.name === name);
  if (found === undefined) throw new Error(`templates/ has no ${kind} ${name}`);
  return found.artefact as T;
}
