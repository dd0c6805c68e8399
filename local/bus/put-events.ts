import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Instant } from "#core/time/instant.ts";
import type { AwsAnswer } from "#local/aws/aws-answer.ts";
import { awsError } from "#local/aws/aws-answer.ts";
import type { Bus } from "./bus.ts";
import { type BusEvent, busEvent } from "./event.ts";

const entrySchema = z.looseObject({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().optional(),
  Time: z.number().optional().describe("seconds since 1970"),
  Resources: z.array(z.string()).optional(),
});
type Entry = z.infer<typeof entrySchema>;
const requestSchema = z.looseObject({ Entries: z.array(entrySchema) });

const mostEntries = 10;
const mostBytes = 256 * 1024;

/** PutEvents (docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html): what is wrong with one entry fails that entry alone. */
export async function putEvents(bus: Bus, body: Buffer, now: Instant): Promise<AwsAnswer> {
  const request = requestSchema.safeParse(parseJson(body));
  if (!request.success) return awsError(400, "SerializationException", "The request cannot be read.");
  const { Entries: entries } = request.data;
  if (entries.length < 1 || entries.length > mostEntries) {
    return awsError(
      400,
      "ValidationException",
      `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length less than or equal to ${mostEntries}`,
    );
  }
  if (entries.reduce((sum, entry) => sum + sizeOf(entry), 0) > mostBytes) {
    return awsError(400, "ValidationException", "Total size of the entries in the request is over the limit.");
  }
  const judged = entries.map((entry) => judge(entry, bus.names, now));
  await bus.put(judged.flatMap((verdict) => (verdict.kind === "event" ? [verdict] : [])));
  return {
    status: 200,
    body: {
      FailedEntryCount: judged.filter(({ kind }) => kind === "refused").length,
      Entries: judged.map((verdict) =>
        verdict.kind === "event" ? { EventId: verdict.event.id } : { ErrorCode: verdict.code, ErrorMessage: verdict.message },
      ),
    },
  };
}

type Verdict =
  | { readonly kind: "event"; readonly bus: string; readonly event: BusEvent }
  | { readonly kind: "refused"; readonly code: string; readonly message: string };

function judge(entry: Entry, buses: ReadonlySet<string>, now: Instant): Verdict {
  const { Source: source = "", DetailType: type = "", Detail: text = "" } = entry;
  for (const [name, value] of [
    ["Source", source],
    ["DetailType", type],
    ["Detail", text],
  ] as const) {
    if (value === "")
      return {
        kind: "refused",
        code: "InvalidArgument",
        message: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
      };
  }
  if (source.startsWith("aws.")) {
    return { kind: "refused", code: "NotAuthorizedForSourceException", message: "Not authorized for the source." };
  }
  const detail = parseJson(text);
  if (typeof detail !== "object" || detail === null || Array.isArray(detail)) {
    return { kind: "refused", code: "MalformedDetail", message: "Detail is malformed." };
  }
  const name = (entry.EventBusName ?? "default").replace(/^arn:aws:events:[^:]*:[^:]*:event-bus\//, "");
  if (!buses.has(name)) return { kind: "refused", code: "ResourceNotFoundException", message: `Event bus ${name} does not exist.` };
  const at = entry.Time === undefined ? now : entry.Time * 1000;
  return { kind: "event", bus: name, event: busEvent({ id: randomUUID(), type, source, at, resources: entry.Resources ?? [], detail }) };
}

/** By the service's own rule: 14 bytes for a time, and the UTF-8 of everything else. */
function sizeOf(entry: Entry): number {
  const texts = [entry.Source, entry.DetailType, entry.Detail, ...(entry.Resources ?? [])];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ""), entry.Time === undefined ? 0 : 14);
}

function parseJson(text: Buffer | string): unknown {
  try {
    return JSON.parse(text.toString());
  } catch {
    return undefined;
  }
}
