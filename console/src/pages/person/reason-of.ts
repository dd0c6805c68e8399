import type { TimelineItemView } from "#contract/api.ts";

interface Texts {
  readonly en: string;
  readonly fr: string;
}

/** Why something happened, as an entry of the timeline tells it: a reason with its code, a rule's own sentence, or words of a hand. */
export function reasonOf(data: TimelineItemView["data"]): Texts | undefined {
  return textsOf(data["reason"] ?? data["text"]);
}

function textsOf(value: unknown): Texts | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("text" in value) return textsOf(value.text);
  return "en" in value && "fr" in value ? { en: String(value.en), fr: String(value.fr) } : undefined;
}
