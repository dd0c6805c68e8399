import { readYaml } from "#core/definition/read-yaml.ts";
import { type Compiled, conditionProblems, repeatedIds, scoreReadProblems } from "#core/score/compile-scoring.ts";
import type { AttributeDeclaration } from "./attribute.ts";
import { type LifecycleRules, lifecycleRulesSchema, type StageRule } from "./lifecycle-rules.ts";

/** Reads and checks `lifecycle.yaml`. */
export function compileLifecycle(
  file: string,
  text: string,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
): Compiled<LifecycleRules> {
  const read = readYaml(file, text, lifecycleRulesSchema);
  if (read.kind === "problems") return read;
  const { value, place } = read;
  const problems = [
    ...conditionProblems(file, value.stages, "stages", "person", declarations, place),
    // Time alone changes engagement. A threshold that stands apart has a crossing that `nextReview` foresees.
    ...scoreReadProblems(file, value.stages, "stages", declarations, place, ["engagement", "total"], {
      problem: "nobody can foresee when a condition on engagement ceases to hold",
      remedy: "state it beside the condition, as engagementAtLeast: 25 or engagementBelow: 5",
    }),
    ...repeatedIds(file, { stages: value.stages }, place),
    ...value.stages.flatMap((rule, index) => {
      const wrong = wrongWith(rule);
      return wrong === undefined
        ? []
        : [{ file, ...place(["stages", index, wrong.field]), ...wrong, field: `stages[${index}].${wrong.field}` }];
    }),
  ];
  if (value.interest.high <= value.interest.real) {
    problems.push({
      file,
      ...place(["interest", "high"]),
      field: "interest.high",
      problem: `high interest (${value.interest.high} points) is not more than real interest (${value.interest.real})`,
      remedy: "give high more points than real",
    });
  }
  return problems.length > 0 ? { kind: "problems", problems } : { kind: "ok", artefact: value };
}

/** Nobody is won but by a purchase, nor lost but by hand; and a rule must be able to hold. */
function wrongWith(rule: StageRule): { readonly field: keyof StageRule; readonly problem: string; readonly remedy: string } | undefined {
  if (rule.to === "won")
    return { field: "to", problem: "only a purchase wins somebody", remedy: "leave it out: a purchase does it by itself" };
  if (rule.to === "lost") return { field: "to", problem: "only people call somebody lost", remedy: "lead back to awareness instead" };
  const { engagementAtLeast: least = 0, engagementBelow: below = Number.POSITIVE_INFINITY } = rule;
  return least < below
    ? undefined
    : { field: "engagementBelow", problem: `no engagement is ${least} or more and below ${below}`, remedy: "let the range not be empty" };
}
