import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { Inbox } from "#core/ports/outside.ts";
import { PermanentFault } from "#functions/runtime/faults.ts";

/** The bucket SES stores received mail in. */
export function s3Inbox(client: S3Client, bucket: string): Inbox {
  return {
    read: async (key) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined) throw new PermanentFault("mail-empty", `The received mail ${key} has no body.`);
      return Body.transformToByteArray();
    },
  };
}
