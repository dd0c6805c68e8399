import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { deterministicId, type MessageId } from "#core/id/id.ts";
import type { StepAtHand } from "#core/sequence/verdict.ts";

/**
 * The one message a pass through a step can have: enrollment × version × step × visit. Whoever performs the step, in
 * whatever try, names the same record.
 */
export function messageIdOf(enrollment: Pick<Enrollment, "id" | "version">, at: StepAtHand): MessageId {
  return deterministicId("message", at.slot, enrollment.id, String(enrollment.version), at.step, String(at.visit));
}
