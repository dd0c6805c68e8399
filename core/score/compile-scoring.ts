import { type ConditionScope } from "#core/condition/cel.ts";
import { checkCondition } from "#core/condition/check-condition.ts";
import { speaksOf } from "#core/condition/speaks-of.ts";
import type { DefinitionProblem } from "#core/definition/definition.ts";
import { type PlacedPath, readYaml } from "#core/definition/read-yaml.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import { engagementHalfLife } from "./decay.ts";
import { type Scoring, scoringFileSchema } from "./scoring.ts";

export type Compiled<Artefact> =
  | { readonly kind: "ok"; readonly artefact: Artefact }
  | { readonly kind: "problems"; readonly problems: readonly DefinitionProblem[] };

/** Reads and checks `scoring.yaml`: its shape, that no rule is named twice, and every condition against the person's schema. */
export function compileScoring(
  file: string,
  text: string,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
): Compiled<Scoring> {
  const read = readYaml(file, text, scoringFileSchema);
  if (read.kind === "problems") return read;
  const { value, place } = read;
  const problems = [
    ...conditionProblems(file, value.fit, "fit", "person", declarations, place),
    ...conditionProblems(file, value.engagement, "engagement", "event", declarations, place),
    ...conditionProblems(file, value.qualification, "qualification", "person", declarations, place),
    ...repeatedIds(file, value, place),
    ...scoreReadProblems(file, value.fit, "fit", declarations, place, ["fit", "engagement", "total"], {
      problem: "fit is part of the score, so it cannot depend on it",
      remedy: "judge by what the person told us; give points for what they do under engagement",
    }),
  ];
  return problems.length > 0 ? { kind: "problems", problems } : { kind: "ok", artefact: { halfLife: engagementHalfLife, ...value } };
}

/** The problems of a list of rules' conditions, each where it stands in the file. */
export function conditionProblems(
  file: string,
  rules: readonly { readonly when?: string | undefined }[],
  list: string,
  scope: ConditionScope,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  place: PlacedPath,
): readonly DefinitionProblem[] {
  return rules.flatMap(({ when }, index) => {
    if (when === undefined) return [];
    const checked = checkCondition(when, declarations, scope);
    if (checked.kind === "ok") return [];
    return [{ file, ...place([list, index, "when"]), field: `${list}[${index}].when`, problem: checked.problem, remedy: checked.remedy }];
  });
}

/** A problem with each rule whose condition reads a part of the score that it must not. */
export function scoreReadProblems(
  file: string,
  rules: readonly { readonly when: string }[],
  list: string,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  place: PlacedPath,
  parts: readonly string[],
  words: Pick<DefinitionProblem, "problem" | "remedy">,
): readonly DefinitionProblem[] {
  return rules.flatMap(({ when }, index) => {
    if (checkCondition(when, declarations, "person").kind === "problem") return [];
    if (!speaksOf(when, declarations, "person", "score", parts)) return [];
    return [{ file, ...place([list, index, "when"]), field: `${list}[${index}].when`, ...words }];
  });
}

/** A problem with each rule whose id another of the file has: reasons are kept by id. */
export function repeatedIds(
  file: string,
  lists: Readonly<Record<string, readonly { readonly id: string }[]>>,
  place: PlacedPath,
): readonly DefinitionProblem[] {
  const seen = new Set<string>();
  return Object.entries(lists).flatMap(([list, rules]) =>
    rules.flatMap(({ id }, index) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [
        {
          file,
          ...place([list, index, "id"]),
          field: `${list}[${index}].id`,
          problem: `the rule ${id} stands twice`,
          remedy: "give each rule an id of its own",
        },
      ];
    }),
  );
}
