import type { FlowStep, SequenceFlow } from "#contract/sequence-flow.ts";

/** One place on the way down a flow. */
export type FlowPart =
  | { readonly kind: "step"; readonly step: Exclude<FlowStep, { kind: "branch" }> }
  | { readonly kind: "branch"; readonly step: BranchStep; readonly yes: readonly FlowPart[]; readonly no: readonly FlowPart[] }
  | { readonly kind: "end" }
  /** Leads to a step that stands elsewhere: a graph that no nesting can tell. */
  | { readonly kind: "goes-to"; readonly step: string };

export type BranchStep = Extract<FlowStep, { kind: "branch" }>;

/** Where a run is over: what `next: null` leads to. */
const end = null;
type Place = string | typeof end;

/**
 * A flow as it is read: one way down, on which a branch opens into two arms that close again where they meet. Each step stands
 * in it once. Where one arm ends the run for good, the other is the way on.
 */
export function flowParts({ first, steps }: Pick<SequenceFlow, "first" | "steps">): readonly FlowPart[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const order: readonly Place[] = [...steps.map((step) => step.id), end];
  const shown = new Set<string>();

  const reached = (from: Place, seen = new Set<Place>()): ReadonlySet<Place> => {
    if (seen.has(from)) return seen;
    seen.add(from);
    for (const follower of followersOf(from)) reached(follower, seen);
    return seen;
  };
  const followersOf = (place: Place): readonly Place[] => {
    const step = place === end ? undefined : byId.get(place);
    if (step === undefined || step.kind === "exit") return [];
    return step.kind === "branch" ? [step.yes, step.no] : [step.next];
  };
  /** Where both arms meet; where they do not, the way on is the arm that does not end the run. */
  const meetingOf = ({ yes, no }: BranchStep): Place | undefined => {
    const [byYes, byNo] = [reached(yes), reached(no)];
    const meeting = order.find((place) => byYes.has(place) && byNo.has(place));
    if (meeting !== undefined) return meeting;
    if (byYes.has(end)) return yes;
    return byNo.has(end) ? no : undefined;
  };
  const walk = (from: Place, until: Place | undefined): readonly FlowPart[] => {
    const parts: FlowPart[] = [];
    let at: Place | undefined = from;
    while (at !== until && at !== undefined) {
      const step = at === end ? undefined : byId.get(at);
      if (at === end || step === undefined) return [...parts, { kind: "end" }];
      if (shown.has(step.id)) return [...parts, { kind: "goes-to", step: step.id }];
      shown.add(step.id);
      if (step.kind === "branch") {
        const meeting = meetingOf(step);
        parts.push({ kind: "branch", step, yes: walk(step.yes, meeting), no: walk(step.no, meeting) });
        at = meeting;
      } else {
        parts.push({ kind: "step", step });
        at = step.kind === "exit" ? undefined : step.next;
      }
    }
    return parts;
  };
  return walk(first, undefined);
}
