import type { EventBridgeEvent } from "aws-lambda";
import { baseConfig } from "#functions/runtime/config.ts";
import { defineFunction } from "#functions/runtime/define-function.ts";
import { makeWorkshop } from "#functions/work/make-workshop.ts";
import { takeBusEvent } from "#functions/work/take-bus-event.ts";

/** A purchase or an activity that somebody's system put on the bus: the same as `POST /api/events` takes. */
export const events = defineFunction({
  name: "events",
  config: baseConfig,
  build: (config, runtime) => {
    const workshop = makeWorkshop(config, runtime);
    return (event: EventBridgeEvent<string, unknown>): Promise<void> => takeBusEvent(workshop, event);
  },
});

export const handler = events.handler;
