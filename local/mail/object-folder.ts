import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Instant } from "#core/time/instant.ts";
import { type AwsAnswer, awsError } from "#local/aws/aws-answer.ts";
import type { Bus } from "#local/bus/bus.ts";
import { busEvent } from "#local/bus/event.ts";
import type { HandedOver } from "#local/bus/invocations.ts";
import { writeWhole } from "#local/journal.ts";

/** S3 with one bucket over a folder: puts are told to the default bus, as a bucket with EventBridge notifications does. */
export interface ObjectFolder {
  put(key: string, bytes: Uint8Array, at: Instant): Promise<HandedOver>;
  answer(method: string, path: string, body: Buffer, at: Instant): Promise<AwsAnswer>;
}

export function createObjectFolder(folder: string, bucket: string, bus: Bus): ObjectFolder {
  /** A key may hold anything; its file is named by its hash, so that no key leads out of the folder. */
  const pathOf = (key: string): string => join(folder, createHash("sha256").update(key).digest("hex"));
  const etagOf = (bytes: Uint8Array): string => createHash("md5").update(bytes).digest("hex");
  const put: ObjectFolder["put"] = async (key, bytes, at) => {
    await mkdir(folder, { recursive: true });
    await writeWhole(pathOf(key), bytes);
    const detail = {
      version: "0",
      bucket: { name: bucket },
      object: { key, size: bytes.length, etag: etagOf(bytes), sequencer: at.toString(16).toUpperCase().padStart(18, "0") },
      "request-id": "LOCAL",
      requester: "ses.amazonaws.com",
      "source-ip-address": "127.0.0.1",
      reason: "PutObject",
    };
    return bus.put([
      { bus: "default", event: busEvent({ type: "Object Created", source: "aws.s3", at, resources: [`arn:aws:s3:::${bucket}`], detail }) },
    ]);
  };
  return {
    put,
    answer: async (method, path, body, at) => {
      const [name, ...rest] = path.replace(/^\//, "").split("/").map(decodeURIComponent);
      const key = rest.join("/");
      if (name !== bucket || key === "") return s3Error(404, "NoSuchBucket", "The specified bucket does not exist");
      if (method === "PUT") {
        await put(key, body, at);
        return { status: 200, headers: { etag: `"${etagOf(body)}"` }, body: Buffer.alloc(0) };
      }
      if (method !== "GET") return awsError(405, "MethodNotAllowed", "Only GetObject and PutObject are emulated.");
      const bytes = await readFile(pathOf(key)).catch(() => undefined);
      if (bytes === undefined) return s3Error(404, "NoSuchKey", "The specified key does not exist.");
      return { status: 200, headers: { "content-type": "application/octet-stream", etag: `"${etagOf(bytes)}"` }, body: bytes };
    },
  };
}

function s3Error(status: number, code: string, message: string): AwsAnswer {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { "content-type": "application/xml" }, body: Buffer.from(xml) };
}
