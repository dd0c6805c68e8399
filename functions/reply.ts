import type { EventBridgeEvent } from "aws-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { awsClientOptions } from "#functions/adapters/aws-client.ts";
import { s3Inbox } from "#functions/adapters/s3/s3-inbox.ts";
import { mailConfig } from "#functions/runtime/config.ts";
import { defineFunction } from "#functions/runtime/define-function.ts";
import { jsonLogger } from "#functions/runtime/logger.ts";
import { receiveReply } from "#functions/work/receive-reply.ts";
import { makeMailWorkshop } from "#functions/work/make-workshop.ts";

/** S3's "Object Created" event on the default bus, as far as it matters here. */
const createdSchema = z.looseObject({ detail: z.looseObject({ object: z.looseObject({ key: z.string() }) }) });

/** A mail SES received for our reply domain and stored in the bucket. */
export const reply = defineFunction({
  name: "reply",
  config: mailConfig.extend({ INBOX: z.string() }),
  build: (config, runtime) => {
    const workshop = makeMailWorkshop(config, runtime);
    const inbox = s3Inbox(new S3Client({ ...awsClientOptions(config), forcePathStyle: true }), config.INBOX);
    const log = jsonLogger("reply");
    return async (event: EventBridgeEvent<string, unknown>): Promise<void> => {
      // Keys in S3's events are URL-encoded, with + for a space.
      const key = decodeURIComponent(createdSchema.parse(event).detail.object.key.replace(/\+/g, " "));
      await receiveReply(workshop, key, await inbox.read(key), Date.parse(event.time), log);
    };
  },
});

export const handler = reply.handler;
