import type { EventBridgeEvent } from "aws-lambda";
import { purchaseSchema } from "#core/event/catalogue.ts";
import { baseConfig } from "#functions/runtime/config.ts";
import { defineFunction } from "#functions/runtime/define-function.ts";
import { applyPurchase } from "#functions/work/apply-purchase.ts";
import { makeWorkshop } from "#functions/work/make-workshop.ts";

/** A purchase a shop put on the bus. One that cannot be read is a fault: it goes to the dead-letter queue, not away. */
export const purchase = defineFunction({
  name: "purchase",
  config: baseConfig,
  build: (config, runtime) => {
    const workshop = makeWorkshop(config, runtime);
    return async (event: EventBridgeEvent<"purchase", unknown>): Promise<void> => {
      await applyPurchase(workshop, purchaseSchema.parse(event.detail), Date.parse(event.time));
    };
  },
});

export const handler = purchase.handler;
