import * as z from "zod";
import { PermanentFault } from "#functions/runtime/faults.ts";
import { takeEvent } from "./take-event.ts";
import type { Workshop } from "./workshop.ts";

/** An event as EventBridge hands it over, with what is ours of it. */
export interface BusEvent {
  readonly id: string;
  readonly time: string;
  readonly "detail-type": string;
  readonly detail: unknown;
}

const detailSchema = z.looseObject({ at: z.string().optional() });

/**
 * Takes one event from the bus: its `detail` is what `POST /api/events` takes; a purchase may leave its `type` out, and EventBridge
 * gives the id and the time that are missing. One that cannot be taken is a fault: it goes to the dead-letter queue, not away.
 * Whoever is unknown is passed over, as the API's callers are told.
 */
export async function takeBusEvent(workshop: Workshop, event: BusEvent): Promise<void> {
  const detail = detailSchema.safeParse(event.detail);
  if (!detail.success) throw new PermanentFault("event-invalid", "The event's detail is no object.");
  const isPurchase = event["detail-type"] === "purchase";
  const { result, because } = await takeEvent(workshop, {
    ...(isPurchase ? { type: "purchase" } : { id: event.id }),
    at: new Date(event.time).toISOString(),
    ...detail.data,
  });
  if (because === "invalid") throw new PermanentFault("event-invalid", `${result.field}: ${result.problem} ${result.remedy}`);
}
