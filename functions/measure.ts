import { answerMeasure } from "./measure/answer-measure.ts";
import { baseConfig } from "./runtime/config.ts";
import { defineFunction } from "./runtime/define-function.ts";
import { jsonLogger } from "./runtime/logger.ts";
import { makeWorkshop } from "./work/make-workshop.ts";

/** The company's own pages tell what people who agreed to it look at. */
export const measure = defineFunction({
  name: "measure",
  config: baseConfig,
  build: (config, runtime) => answerMeasure(makeWorkshop(config, runtime), jsonLogger("measure")),
});

export const handler = measure.handler;
