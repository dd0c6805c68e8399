import { checkCondition } from "#core/condition/check-condition.ts";
import type { ConditionScope } from "#core/condition/cel.ts";
import type { DefinitionProblem } from "#core/definition/definition.ts";
import { type PlacedPath, readYaml } from "#core/definition/read-yaml.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import type { Compiled } from "#core/score/compile-scoring.ts";
import type { Settings } from "#core/settings/settings.ts";
import { readDuration } from "#core/time/duration.ts";
import { flattenSteps } from "./flatten-steps.ts";
import type { Exit, Reentry, Sequence } from "./sequence.ts";
import { type SequenceFile, sequenceFileSchema } from "./sequence-file.ts";

/** What a sequence may refer to. */
export interface KnownNames {
  readonly declarations: Readonly<Record<string, AttributeDeclaration>>;
  readonly emails: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
  readonly settings: Settings;
}

/** Notes a problem at a path of the file. */
export type Complain = (path: readonly PropertyKey[], problem: string, remedy: string) => void;

/** Reads and checks a sequence's file, and lays its nested steps out flat. Everything wrong is told at once. */
export function compileSequence(file: string, text: string, known: KnownNames): Compiled<Sequence> {
  const read = readYaml(file, text, sequenceFileSchema);
  if (read.kind === "problems") return read;
  const problems: DefinitionProblem[] = [];
  const complain = complainer(file, read.place, problems);
  const check = (path: readonly PropertyKey[], condition: string, scope: ConditionScope): string => {
    const checked = checkCondition(condition, known.declarations, scope);
    if (checked.kind === "problem") complain(path, checked.problem, checked.remedy);
    return condition;
  };
  const source = read.value;
  const window = source.window ?? known.settings.window;
  if (window.from >= window.to)
    complain(["window", "to"], `the window ends at ${window.to}, before it begins at ${window.from}`, "let it end later on the same day");
  checkTrigger(source, known, complain);
  const { first, steps } = flattenSteps(source.steps, { known, window, complain, check });
  const artefact: Sequence = {
    sequence: source.sequence,
    name: source.name,
    trigger: triggerOf(source.trigger),
    audience: check(["audience"], source.audience, "person"),
    reentry: readReentry(source.reentry, complain),
    exits: source.exits.map((exit, index) => readExit(exit, ["exits", index], check)),
    first,
    steps,
  };
  return problems.length > 0 ? { kind: "problems", problems } : { kind: "ok", artefact };
}

function complainer(file: string, place: PlacedPath, problems: DefinitionProblem[]): Complain {
  return (path, problem, remedy) => {
    const field = path
      .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
      .join("")
      .replace(/^\./, "");
    problems.push({ file, ...place(path), field, problem, remedy });
  };
}

function checkTrigger(source: SequenceFile, known: KnownNames, complain: Complain): void {
  const { trigger } = source;
  if (trigger.on !== "submission.received" || !trigger.source?.startsWith("form:")) return;
  const form = trigger.source.slice("form:".length);
  if (!known.forms.has(form)) complain(["trigger", "source"], `there is no form ${form}`, `name one of: ${[...known.forms].join(", ")}`);
}

function triggerOf(trigger: SequenceFile["trigger"]): Sequence["trigger"] {
  if (trigger.on !== "submission.received") return trigger;
  return trigger.source === undefined ? { on: trigger.on } : { on: trigger.on, source: trigger.source };
}

function readReentry(text: string, complain: Complain): Reentry {
  if (text === "never" || text === "always") return { kind: text };
  const length = readDuration(text);
  if (length !== undefined) return { kind: "after", milliseconds: length.milliseconds };
  complain(["reentry"], `${text} is no duration`, "write never, always, or a duration such as P90D");
  return { kind: "never" };
}

function readExit(
  exit: SequenceFile["exits"][number],
  path: readonly PropertyKey[],
  check: (path: readonly PropertyKey[], condition: string, scope: ConditionScope) => string,
): Exit {
  if (typeof exit === "string") return { on: exit };
  if ("stage-left" in exit) return { on: "stage-left", stages: exit["stage-left"] };
  return { on: "condition", when: check([...path, "when"], exit.when, "run"), ending: exit.ending };
}
