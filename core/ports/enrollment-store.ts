import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Saved } from "./saved.ts";

export interface EnrollmentStore {
  find(personId: PersonId, sequence: string): Promise<Enrollment | undefined>;
  /** Stores a first run, or a new run over an ended one (`run` one more than the stored). `conflict` if one is there already. */
  start(enrollment: Enrollment): Promise<Saved>;
  /** Stores `enrollment` (whose `rev` is already the new one) if the stored revision is `rev - 1`. `signals` set by feedback meanwhile survive. */
  save(enrollment: Enrollment): Promise<Saved>;
  /** Stores a run that comes from another person, unless a run goes on here or this one was placed here before. */
  place(enrollment: Enrollment, from: PersonId): Promise<Saved>;
  /** Forgets a run that is over, if it is this one. */
  remove(personId: PersonId, sequence: string, id: string): Promise<void>;
  /** Notes what the person did, on the run that is active under this id, wherever it has moved; no revision, no conflict; the first instant wins. */
  signal(
    personId: PersonId,
    sequence: string,
    enrollmentId: string,
    signal: "clickedAt" | "openedAt" | "repliedAt",
    at: Instant,
  ): Promise<void>;
}
