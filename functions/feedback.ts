import type { EventBridgeEvent } from "aws-lambda";
import { sesEventSchema } from "#core/feedback/ses-event.ts";
import { baseConfig } from "#functions/runtime/config.ts";
import { defineFunction } from "#functions/runtime/define-function.ts";
import { jsonLogger } from "#functions/runtime/logger.ts";
import { applySesEvent } from "#functions/work/apply-ses-event.ts";
import { makeWorkshop } from "#functions/work/make-workshop.ts";

/** What SES says became of a mail. An event that cannot be read is a fault: it goes to the dead-letter queue, not away. */
export const feedback = defineFunction({
  name: "feedback",
  config: baseConfig,
  build: (config, runtime) => {
    const workshop = makeWorkshop(config, runtime);
    const log = jsonLogger("feedback");
    return async (event: EventBridgeEvent<string, unknown>): Promise<void> => {
      await applySesEvent(workshop, sesEventSchema.parse(event), log);
    };
  },
});

export const handler = feedback.handler;
