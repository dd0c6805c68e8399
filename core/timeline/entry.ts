import * as z from "zod";
import type { PersonId, TimelineId } from "#core/id/id.ts";

/** What can stand in a person's timeline beside the messages themselves. */
export const entryTypes = [
  "submission.received",
  "attributes.changed",
  "consent.given",
  "lifecycle.changed",
  "stage.changed",
  "sequence.entered",
  "sequence.ended",
  "message.skipped",
  "link.clicked",
  "message.opened",
  "message.bounced",
  "message.complained",
  "person.replied",
  "reply.automatic",
  "person.unsubscribed",
  "purchase",
  "note",
] as const;

/** One thing that happened with one person. `data` is shown, never decided upon. */
export const entrySchema = z.object({
  id: z.custom<TimelineId>((value) => typeof value === "string" && value.startsWith("tl_")),
  personId: z.custom<PersonId>((value) => typeof value === "string" && value.startsWith("per_")),
  at: z.number(),
  type: z.enum(entryTypes),
  data: z.record(z.string(), z.json()),
});
export type Entry = z.infer<typeof entrySchema>;
export type EntryType = Entry["type"];
