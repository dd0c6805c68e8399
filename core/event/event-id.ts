import { deterministicId } from "#core/id/id.ts";
import type { Instant } from "#core/time/instant.ts";
import type { DomainEvent, EventType } from "./catalogue.ts";

/** The id that an event has by its cause: told again, it is recognised. */
export function eventIdOf(type: EventType, at: Instant, cause: string): DomainEvent["id"] {
  return deterministicId("event", at, cause, type);
}
