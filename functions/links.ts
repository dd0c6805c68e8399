import { answerLinks } from "./links/answer-links.ts";
import { baseConfig } from "./runtime/config.ts";
import { defineFunction } from "./runtime/define-function.ts";
import { makeWorkshop } from "./work/make-workshop.ts";
import { unsubscribe } from "./work/unsubscribe.ts";

/** The links of our mails that lead to ourselves. */
export const links = defineFunction({
  name: "links",
  config: baseConfig,
  build: (config, runtime) => {
    const workshop = makeWorkshop(config, runtime);
    return answerLinks({ workshop, unsubscribe: (subject) => unsubscribe(workshop, subject) });
  },
});

export const handler = links.handler;
