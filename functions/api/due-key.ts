import * as z from "zod";
import type { DueItem } from "#core/due/due-item.ts";

const keySchema = z.object({ pk: z.string(), sk: z.string() });

/** The name of a due or parked item in a URL. */
export function writeDueKey({ pk, sk }: Pick<DueItem, "pk" | "sk">): string {
  return Buffer.from(JSON.stringify({ pk, sk }), "utf8").toString("base64url");
}

export function readDueKey(text: string): z.infer<typeof keySchema> | undefined {
  try {
    return keySchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return undefined;
  }
}
