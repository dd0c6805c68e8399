import type { Suppression } from "#core/address/suppression.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { Person } from "#core/person/person.ts";
import { messageIdOf } from "#core/message/message-id.ts";
import { advance } from "#core/sequence/advance.ts";
import { plan } from "#core/sequence/plan.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import type { Verdict } from "#core/sequence/verdict.ts";
import { createZones } from "#core/sequence/zones.ts";
import { endEnrollment } from "#core/enrollment/end-enrollment.ts";

export const zones = createZones();

export interface World {
  person: Person;
  suppression: Suppression | undefined;
  enrollment: Enrollment;
  now: number;
}

export interface Sent {
  readonly step: string;
  readonly id: string;
  readonly at: number;
}

/** Plans and stores as the runtime does, one verdict a call; `lost` has everything but the store happen, as when a worker dies. */
export function turn(sequence: Sequence, world: World, sent: Sent[], lost = false): Verdict {
  const planning = {
    sequence,
    enrollment: world.enrollment,
    person: world.person,
    suppression: world.suppression,
    now: world.now,
    timeZone: "Europe/Paris",
    zones,
    holds: () => false,
  };
  const verdict = plan(planning);
  if (verdict.kind === "send") sent.push({ step: verdict.step, id: messageIdOf(world.enrollment, verdict), at: world.now });
  if (lost) return verdict;
  switch (verdict.kind) {
    case "wait":
    case "hold": {
      const { step, visit, slot, until, because } = verdict;
      world.enrollment = { ...world.enrollment, rev: world.enrollment.rev + 1, cursor: { step, visit, slot }, dueAt: until, because };
      break;
    }
    case "exit":
      world.enrollment = endEnrollment(world.enrollment, verdict.ending, verdict.because, world.now);
      break;
    default:
      world.enrollment = advance({ ...planning, verdict });
  }
  return verdict;
}
