import { minute, type Instant } from "#core/time/instant.ts";
import type { Workshop } from "./workshop.ts";

/** The watermark each workshop has written, so that it is written about once a minute and not at every event. */
const written = new WeakMap<Workshop, Instant>();

/** Notes that SES's events reach us: the one for a mail SES took at `acceptedAt` just has. */
export async function proveFeedbackAlive(workshop: Workshop, acceptedAt: Instant): Promise<void> {
  const last = written.get(workshop);
  if (last !== undefined && acceptedAt - last < minute) return;
  written.set(workshop, acceptedAt);
  await workshop.stores.watermark.advance(acceptedAt);
}
