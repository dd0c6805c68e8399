import { answerIntake } from "./intake/answer-intake.ts";
import { countBeats } from "./intake/count-beats.ts";
import { mailConfig } from "./runtime/config.ts";
import { defineFunction } from "./runtime/define-function.ts";
import { jsonLogger } from "./runtime/logger.ts";
import { makeMailWorkshop } from "./work/make-workshop.ts";
import { receive } from "./work/receive.ts";

/** Where people come in: forms, as pages and as posts, and the webhooks of other senders. */
export const intake = defineFunction({
  name: "intake",
  config: mailConfig,
  build: (config, runtime) => {
    const workshop = makeMailWorkshop(config, runtime);
    const log = jsonLogger("intake");
    return answerIntake({
      workshop,
      receive: (submission, delivery) => receive(workshop, submission, log, delivery),
      beats: countBeats(workshop.stores.pulses, log),
    });
  },
});

export const handler = intake.handler;
