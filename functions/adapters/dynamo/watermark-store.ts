import type { FeedbackWatermark } from "#core/ports/feedback-watermark.ts";
import { keys } from "./table.ts";
import type { TableAccess } from "./table-access.ts";

export function watermarkStore(table: TableAccess): FeedbackWatermark {
  return {
    read: async () => {
      const at = (await table.get(keys.watermark, { consistent: true }))?.["acceptedAt"];
      return typeof at === "number" ? at : undefined;
    },
    advance: async (to) => {
      await table.put(
        { ...keys.watermark, acceptedAt: to },
        { expression: "attribute_not_exists(pk) OR acceptedAt < :to", values: { ":to": to } },
      );
    },
  };
}
