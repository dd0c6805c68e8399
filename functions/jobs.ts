import type { EventBridgeEvent } from "aws-lambda";
import * as z from "zod";
import { catalogue } from "#core/event/catalogue.ts";
import { shardOfJob } from "#functions/adapters/dynamo/table.ts";
import { mailConfig } from "#functions/runtime/config.ts";
import { defineFunction } from "#functions/runtime/define-function.ts";
import { jsonLogger } from "#functions/runtime/logger.ts";
import { type Drained, drain, workingTime } from "#functions/work/drain.ts";
import { makeMailWorkshop } from "#functions/work/make-workshop.ts";

const detailSchema = z.object({ data: catalogue["job.begun"].data });

/** Goes on at once with what a request had no time to finish. What it has no time for either, the next tick does. */
export const jobs = defineFunction({
  name: "jobs",
  config: mailConfig,
  build: (config, runtime) => {
    const workshop = makeMailWorkshop(config, runtime);
    const log = jsonLogger("jobs");
    return (event: EventBridgeEvent<string, unknown>): Promise<Drained> => {
      const { kind, jobId } = detailSchema.parse(event.detail).data;
      // The whole shard, for that is what is leased: a tick that comes meanwhile leaves it to this worker.
      return drain(workshop, { timeMs: workingTime, shards: [shardOfJob(kind, jobId)], log });
    };
  },
});

export const handler = jobs.handler;
