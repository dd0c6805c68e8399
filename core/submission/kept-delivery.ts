import * as z from "zod";
import { truncateIp } from "./truncate-ip.ts";

/**
 * What came over the wire for one submission: the very bytes of its body, as long as an item can hold them, and its headers
 * with every secret masked. It is what a replay reads, and it says under which event the submission stands.
 */
export const keptDeliverySchema = z.object({
  id: z.custom<`sub_${string}`>((value) => typeof value === "string" && value.startsWith("sub_")),
  source: z.string(),
  eventId: z.string(),
  repeat: z.boolean().optional().describe("whether the event had come before"),
  receivedAt: z.number(),
  headers: z.record(z.string(), z.string()),
  query: z.record(z.string(), z.string()),
  bytes: z.number().int().describe("of the body as it came"),
  kept: z.enum(["whole", "head", "none"]).describe("`head`: the body was too large for the table, and begins so; `none`: see `of`"),
  body: z.instanceof(Uint8Array).optional().describe("gzip"),
  expiresAt: z.number().optional().describe("of what was kept apart as a machine's: when it is let go"),
  of: z.string().optional().describe("the submission whose delivery this one came in, where several came in one"),
});
export type KeptDelivery = z.infer<typeof keptDeliverySchema>;

export const masked = "•••";

/** Names of headers and parameters that carry what opens something, or proves who sent it. */
const secretName = /auth|cookie|signature|token|secret|hmac|api[-_]?key|password|credential|^key$|^code$|^sig$/i;
/** Names of headers in which proxies tell a network address. */
const addressName = /^(?:x-forwarded-for|forwarded|x-real-ip|true-client-ip|cf-connecting-ip|x-client-ip|fastly-client-ip)$/i;

const mostNames = 60;
const longestValue = 500;

/** Headers, or a query, as they may be kept and shown: secrets masked, network addresses truncated, none of it without bound. */
export function maskValues(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const shown = Object.entries(values)
    .filter(([name]) => name !== "__proto__")
    .slice(0, mostNames)
    .flatMap(([name, value]) => (value === undefined ? [] : [[name.slice(0, 100).toWellFormed(), maskValue(name, value)] as const]));
  return Object.fromEntries(shown);
}

function maskValue(name: string, value: string): string {
  if (secretName.test(name)) return masked;
  if (addressName.test(name))
    return value
      .split(",")
      .map((part) => truncateIp(part.trim()) ?? masked)
      .join(", ")
      .slice(0, longestValue);
  return value.slice(0, longestValue).toWellFormed();
}
