import type { TimelineItem } from "#core/ports/timeline-store.ts";
import type { Entry } from "./entry.ts";

/** What merely follows from something else, or was noted by Relance itself. */
const consequences: ReadonlySet<Entry["type"]> = new Set([
  "note",
  "consent.given",
  "consent.asked",
  "consent.lapsed",
  "consent.not-given",
  "consent.merged",
  "consent.unmerged",
  "message.held",
  "attributes.changed",
  "stage.changed",
  "lifecycle.changed",
  "sequence.ended",
  "sequence.entered",
  "sequence.not-entered",
  "stage.taken-back",
  "sequence.resumed",
  "sequence.not-resumed",
  "message.skipped",
  "person.edited",
]);

/**
 * Of the latest items of a timeline, newest first, the one to tell whoever is about to call: what the person or one of us did
 * last, rather than what followed from it. A mail we sent to ourselves, a scanner's click and what was taken back tell nothing.
 */
export function tellsMost(items: readonly TimelineItem[]): TimelineItem | undefined {
  return items.find(isTelling) ?? items[0];
}

function isTelling(item: TimelineItem): boolean {
  if (item.kind === "message") return item.message.purpose !== "notice";
  const { type, data } = item.entry;
  return !consequences.has(type) && data["takenBackBy"] === undefined && data["by"] !== "machine";
}
