import type { ConditionScope } from "#core/condition/cel.ts";
import type { SendWindow } from "#core/settings/settings.ts";
import { readDuration } from "#core/time/duration.ts";
import type { Complain, KnownNames } from "./compile-sequence.ts";
import type { Sequence, Step } from "./sequence.ts";
import type { FileStep } from "./sequence-file.ts";

interface Flattening {
  readonly known: KnownNames;
  readonly window: SendWindow;
  readonly complain: Complain;
  readonly check: (path: readonly PropertyKey[], condition: string, scope: ConditionScope) => string;
}

type Path = readonly PropertyKey[];

/** Where the steps before end: whether a mail was the last thing that happened there, so that another needs a wait first. */
interface Before {
  readonly justSent: boolean;
}

/**
 * Nested steps as a flat graph by id. A step without an id is named by where it stands, so that the same file always gives
 * the same names. What follows a branch follows both of its arms.
 */
export function flattenSteps(steps: readonly FileStep[], flattening: Flattening): Pick<Sequence, "first" | "steps"> {
  const flat: Record<string, Step> = {};
  const first = flattenList(steps, ["steps"], undefined, flattening, flat);
  checkMailsApart(steps, ["steps"], { justSent: false }, flattening.complain);
  return { first: first ?? "", steps: flat };
}

/** Adds a list of steps, last first, so that each knows what follows it; answers the id of the first. */
function flattenList(
  steps: readonly FileStep[],
  path: Path,
  after: string | undefined,
  flattening: Flattening,
  flat: Record<string, Step>,
): string | undefined {
  let next = after;
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index];
    if (step === undefined) continue;
    const here = [...path, index];
    if ("exit" in step && index < steps.length - 1) {
      flattening.complain([...path, index + 1], "nothing comes after an exit", "move this step before the exit, or take it out");
    }
    const id = idOf(step, here);
    if (Object.hasOwn(flat, id)) flattening.complain([...here, "id"], `the step ${id} stands twice`, "give each step an id of its own");
    flat[id] = flatten(step, here, next, flattening, flat);
    next = id;
  }
  return next;
}

function idOf(step: FileStep, path: Path): string {
  if (step.id !== undefined) return step.id;
  const place = path.slice(1).filter((key) => key !== "branch");
  return `step-${place.map((key) => (typeof key === "number" ? key + 1 : key)).join("-")}`;
}

function flatten(step: FileStep, path: Path, next: string | undefined, flattening: Flattening, flat: Record<string, Step>): Step {
  const { known, window, complain, check } = flattening;
  const following = next === undefined ? {} : { next };
  if ("send" in step) {
    const { email } = step.send;
    if (!known.emails.has(email))
      complain([...path, "send", "email"], `there is no e-mail ${email}`, `name one of: ${[...known.emails].join(", ")}`);
    return { kind: "send", email, window: step.send["at-any-hour"] ? "any" : window, ...following };
  }
  if ("wait" in step) {
    const length = readDuration(step.wait);
    if (length === undefined)
      complain([...path, "wait"], `${step.wait} is no duration`, "write it as P2D (two days), P1W (a week) or PT4H (four hours)");
    return { kind: "wait", ...(length ?? { milliseconds: 0 }), ...following };
  }
  if ("branch" in step) {
    const { when, label } = step.branch;
    if (step.branch.then.length + step.branch.else.length === 0)
      complain([...path, "branch"], "both arms of this branch are empty", "write steps under then or else");
    const yes = flattenList(step.branch.then, [...path, "branch", "then"], next, flattening, flat);
    const no = flattenList(step.branch.else, [...path, "branch", "else"], next, flattening, flat);
    const arms = { ...(yes === undefined ? {} : { yes }), ...(no === undefined ? {} : { no }) };
    return { kind: "branch", when: check([...path, "branch", "when"], when, "run"), label: label ?? when, ...arms };
  }
  if ("set" in step) {
    for (const name of Object.keys(step.set.attributes)) {
      if (!Object.hasOwn(known.declarations, name))
        complain(
          [...path, "set", "attributes", name],
          `a person has no attribute ${name}`,
          "declare it in person.yaml, or check the spelling",
        );
    }
    return {
      kind: "set",
      attributes: step.set.attributes,
      ...(step.set.stage === undefined ? {} : { stage: step.set.stage }),
      ...following,
    };
  }
  if ("notify" in step) return { kind: "notify", to: step.notify.to, text: step.notify.text, ...following };
  return { kind: "exit", because: step.exit.because };
}

/** Two mails in one go are never meant: they would reach the person in the same minute. */
function checkMailsApart(steps: readonly FileStep[], path: Path, before: Before, complain: Complain): Before {
  let { justSent } = before;
  steps.forEach((step, index) => {
    if ("wait" in step) justSent = false;
    if ("send" in step) {
      if (justSent) complain([...path, index], "this mail would leave together with the one before it", "put a wait between them");
      justSent = true;
    }
    if ("branch" in step) {
      const arms = [step.branch.then, step.branch.else].map((arm, which) =>
        checkMailsApart(arm, [...path, index, "branch", which === 0 ? "then" : "else"], { justSent }, complain),
      );
      justSent = arms.some((arm) => arm.justSent);
    }
  });
  return { justSent };
}
