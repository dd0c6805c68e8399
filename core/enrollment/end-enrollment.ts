import type { Stage } from "#core/person/stage.ts";
import type { Because } from "#core/reason/because.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Ending, Enrollment } from "./enrollment.ts";

/** Something that happened to the person and may end their runs. */
export type EndingFact =
  | { readonly kind: "purchase" }
  | { readonly kind: "reply" }
  | { readonly kind: "unsubscribe" }
  | { readonly kind: "suppression" }
  /** Nobody waits any more for the yes that runs were held for. */
  | { readonly kind: "unconfirmed" }
  | { readonly kind: "stage"; readonly to: Stage }
  /** A hand stopped this one sequence, or all of them. */
  | { readonly kind: "stopped"; readonly sequence: string | undefined };

/** The run, over: nothing of it is due any more. */
export function endEnrollment(enrollment: Enrollment, ending: Ending, because: Because, now: Instant): Enrollment {
  const { dueAt: _, problem: __, stood: ___, ...rest } = enrollment;
  const ended: Enrollment = { ...rest, rev: enrollment.rev + 1, status: "ended", ending, endedAt: now, because, attempts: 0 };
  // A move to another stage can be taken back; nothing else that ends a run can.
  return ending === "stage-left" ? { ...ended, ...standing(enrollment) } : ended;
}

function standing({ status, dueAt, because, problem }: Enrollment): Pick<Enrollment, "stood"> {
  if (status === "ended") return {};
  return { stood: { status, ...(dueAt === undefined ? {} : { dueAt }), because, ...(problem === undefined ? {} : { problem }) } };
}

/** How a fact ends a run, if it does. An opt-out and a suppression end every run, whatever the file says. */
export function endedByFact(enrollment: Enrollment, sequence: Sequence, fact: EndingFact): Ending | undefined {
  if (enrollment.status === "ended") return undefined;
  switch (fact.kind) {
    case "unsubscribe":
      return "unsubscribed";
    case "suppression":
      return "suppressed";
    case "unconfirmed":
      return enrollment.because.code === "awaiting-confirmation" ? "unconfirmed" : undefined;
    case "stopped":
      return fact.sequence === undefined || fact.sequence === enrollment.sequence ? "stopped" : undefined;
    case "purchase":
      return sequence.exits.some((exit) => exit.on === "bought") ? "bought" : undefined;
    case "reply":
      return sequence.exits.some((exit) => exit.on === "replied") ? "replied" : undefined;
    case "stage":
      return sequence.exits.some((exit) => exit.on === "stage-left" && !exit.stages.includes(fact.to)) ? "stage-left" : undefined;
  }
}
