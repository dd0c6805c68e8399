import * as z from "zod";
import type { PersonId, TimelineId } from "#core/id/id.ts";

/**
 * What can stand in a person's timeline beside the messages themselves. Those of the same instant stand in this order:
 * what happened, then what it led to. New types go to the end, for the place is part of stored ids.
 */
export const entryTypes = [
  "submission.received",
  "link.clicked",
  "message.opened",
  "message.bounced",
  "message.complained",
  "person.replied",
  "reply.automatic",
  "person.unsubscribed",
  "purchase",
  "note",
  "consent.given",
  "attributes.changed",
  "stage.changed",
  "lifecycle.changed",
  "sequence.ended",
  "sequence.entered",
  "sequence.not-entered",
  "message.skipped",
  "note.written",
  "call.made",
  "call.snoozed",
  "person.edited",
  "person.paused",
  "person.resumed",
  "activity",
  "person.imported",
  "person.merged",
  "person.unmerged",
  "consent.asked",
  "consent.confirmed",
  "consent.lapsed",
  "consent.withdrawn",
  "consent.not-given",
  "message.held",
  "consent.merged",
  "consent.unmerged",
  "stage.taken-back",
  "sequence.resumed",
  "sequence.not-resumed",
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
