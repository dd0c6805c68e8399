import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";

/** Capacity units as DynamoDB itself counts them, indexes included. */
export interface Units {
  readonly read: number;
  readonly write: number;
}

export interface CapacityMeter {
  /** What has been consumed since the last time it was asked. */
  take(): Units;
}

const consumedSchema = z.object({ CapacityUnits: z.number().default(0) });
const reads = new Set(["GetItemCommand", "BatchGetItemCommand", "QueryCommand"]);

/** Has every request of a client report what it consumed, and sums it up. */
export function meterCapacity(client: DynamoDBClient): CapacityMeter {
  let read = 0;
  let write = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "INDEXES" } });
      const output: unknown = result.output;
      const consumed = typeof output === "object" && output !== null && "ConsumedCapacity" in output ? output.ConsumedCapacity : undefined;
      const units = (Array.isArray(consumed) ? consumed : [consumed])
        .map((one) => consumedSchema.safeParse(one))
        .reduce((sum, one) => sum + (one.success ? one.data.CapacityUnits : 0), 0);
      if (reads.has(context.commandName ?? "")) read += units;
      else write += units;
      return result;
    },
    { step: "initialize" },
  );
  return {
    take: () => {
      const units = { read, write };
      read = 0;
      write = 0;
      return units;
    },
  };
}
