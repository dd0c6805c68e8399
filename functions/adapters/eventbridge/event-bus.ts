import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from "@aws-sdk/client-eventbridge";
import { type DomainEvent, eventSource } from "#core/event/catalogue.ts";
import type { EventBus } from "#core/ports/outside.ts";
import { toIso } from "#core/time/instant.ts";
import { TransientFault } from "#functions/runtime/faults.ts";

/** The most entries one PutEvents call takes. */
const mostEntries = 10;
const tries = 4;

interface Waiting {
  readonly entry: PutEventsRequestEntry;
  readonly done: () => void;
  readonly failed: (fault: unknown) => void;
}

/**
 * The EventBridge bus. Calls made in the same turn share a request, ten events at most in each; entries the service
 * refuses for now are tried again, and a publish that cannot be done throws.
 */
export function eventBridgeBus(client: EventBridgeClient, busName: string): EventBus {
  let waiting: Waiting[] = [];
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    for (let start = 0; start < batch.length; start += mostEntries) void deliver(client, batch.slice(start, start + mostEntries));
  };
  const enqueue = (event: DomainEvent): Promise<void> =>
    new Promise((done, failed) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ entry: entryOf(event, busName), done, failed });
    });
  return { publish: async (events) => void (await Promise.all(events.map(enqueue))) };
}

function entryOf(event: DomainEvent, busName: string): PutEventsRequestEntry {
  return {
    EventBusName: busName,
    Source: eventSource,
    DetailType: event.type,
    Time: new Date(event.at),
    Detail: JSON.stringify({ id: event.id, version: event.version, at: toIso(event.at), data: event.data }),
  };
}

async function deliver(client: EventBridgeClient, batch: readonly Waiting[]): Promise<void> {
  let rest = batch;
  try {
    for (let attempt = 1; rest.length > 0; attempt++) {
      const answer = await client.send(new PutEventsCommand({ Entries: rest.map((waiting) => waiting.entry) }));
      const refused: Waiting[] = [];
      rest.forEach((waiting, index) => {
        if (answer.Entries?.[index]?.EventId === undefined) refused.push(waiting);
        else waiting.done();
      });
      if (refused.length > 0 && attempt === tries) {
        const code = answer.Entries?.find((entry) => entry.ErrorCode !== undefined)?.ErrorCode ?? "unknown";
        throw new TransientFault("bus-refused", `EventBridge refused ${refused.length} events: ${code}`);
      }
      rest = refused;
      if (rest.length > 0) await pause(50 * 2 ** attempt);
    }
  } catch (thrown) {
    for (const waiting of rest) waiting.failed(thrown);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
