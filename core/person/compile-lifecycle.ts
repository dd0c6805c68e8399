import { readYaml } from "#core/definition/read-yaml.ts";
import { type Compiled, conditionProblems } from "#core/score/compile-scoring.ts";
import type { AttributeDeclaration } from "./attribute.ts";
import { type LifecycleRules, lifecycleRulesSchema } from "./lifecycle-rules.ts";

/** Reads and checks `lifecycle.yaml`. */
export function compileLifecycle(
  file: string,
  text: string,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
): Compiled<LifecycleRules> {
  const read = readYaml(file, text, lifecycleRulesSchema);
  if (read.kind === "problems") return read;
  const { value, place } = read;
  const problems = [...conditionProblems(file, value.stages, "stages", "person", declarations, place)];
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
