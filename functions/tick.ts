import type { ScheduledEvent } from "aws-lambda";
import { mailConfig } from "#functions/runtime/config.ts";
import { defineFunction } from "#functions/runtime/define-function.ts";
import { jsonLogger } from "#functions/runtime/logger.ts";
import { type Drained, drain, workingTime } from "#functions/work/drain.ts";
import { makeMailWorkshop } from "#functions/work/make-workshop.ts";

/** Each minute: does all that has fallen due. Two at once are harmless. */
export const tick = defineFunction({
  name: "tick",
  config: mailConfig,
  build: (config, runtime) => {
    const workshop = makeMailWorkshop(config, runtime);
    const log = jsonLogger("tick");
    return async (_event: ScheduledEvent): Promise<Drained> => {
      const drained = await drain(workshop, { timeMs: workingTime, log });
      if (drained.failed > 0) log.warn("some due items failed and were put off or parked", { ...drained });
      return drained;
    };
  },
});

export const handler = tick.handler;
