import { answerConfirm } from "./confirm/answer-confirm.ts";
import { mailConfig } from "./runtime/config.ts";
import { defineFunction } from "./runtime/define-function.ts";
import { jsonLogger } from "./runtime/logger.ts";
import { makeMailWorkshop } from "./work/make-workshop.ts";
import { askNow } from "./work/receive.ts";

/** The link by which people confirm that they agree to be written to. */
export const confirm = defineFunction({
  name: "confirm",
  config: mailConfig,
  build: (config, runtime) => {
    const workshop = makeMailWorkshop(config, runtime);
    const log = jsonLogger("confirm");
    return answerConfirm({ workshop, perform: (personId) => askNow(workshop, personId, log), log });
  },
});

export const handler = confirm.handler;
