import { readFileSync } from "node:fs";
import { createConditions } from "#core/condition/conditions.ts";
import { readYaml } from "#core/definition/read-yaml.ts";
import { attributeDeclarationSchema } from "#core/person/attribute.ts";
import { compileLifecycle } from "#core/person/compile-lifecycle.ts";
import type { Judging } from "#core/reaction/judging.ts";
import { compileScoring } from "#core/score/compile-scoring.ts";
import { compileSequence } from "#core/sequence/compile-sequence.ts";
import { settingsSchema } from "#core/settings/settings.ts";
import * as z from "zod";

/** The example company's own rules, compiled as they are published. */
const read = (path: string): string => readFileSync(`templates/${path}`, "utf8");

function artefact<T>(
  compiled: { readonly kind: "ok"; readonly artefact: T } | { readonly kind: "problems"; readonly problems: unknown },
): T {
  if (compiled.kind === "problems") throw new Error(JSON.stringify(compiled.problems));
  return compiled.artefact;
}

function yaml<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  const result = readYaml(path, read(path), schema);
  if (result.kind === "problems") throw new Error(JSON.stringify(result.problems));
  return result.value;
}

export const declarations = yaml("person.yaml", z.record(z.string(), attributeDeclarationSchema));
export const settings = yaml("settings.yaml", settingsSchema);
export const scoring = artefact(compileScoring("scoring.yaml", read("scoring.yaml"), declarations));
export const lifecycle = artefact(compileLifecycle("lifecycle.yaml", read("lifecycle.yaml"), declarations));
export const conditions = createConditions(declarations);
export const judging: Judging = { declarations, scoring, scoringVersion: 1, lifecycle, conditions };

export const known = {
  declarations,
  settings,
  forms: new Set(["demo"]),
  emails: new Set(["demo-1-bienvenue", "demo-2-facture", "demo-3-atelier", "demo-4-budget", "demo-5-au-revoir"]),
};
export const demo = artefact(compileSequence("sequences/demo.yaml", read("sequences/demo.yaml"), known));
