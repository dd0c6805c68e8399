import type { TimelineItemView } from "#contract/api.ts";
import type { Message } from "#core/message/message.ts";
import type { TimelineItem } from "#core/ports/timeline-store.ts";
import { entryTexts, messageTexts } from "#core/timeline/entry-texts.ts";
import type { Entry } from "#core/timeline/entry.ts";
import { toIso } from "#core/time/instant.ts";
import { isoOrNull } from "./instants.ts";
import { reasonView } from "./texts.ts";

export function timelineItem(item: TimelineItem): TimelineItemView {
  return item.kind === "entry" ? entryView(item.entry) : messageView(item.message);
}

function entryView(entry: Entry): TimelineItemView {
  const { because } = entry.data;
  const reason = typeof because === "string" ? { reason: reasonView({ code: because }) } : {};
  return {
    id: entry.id,
    at: toIso(entry.at),
    type: entry.type,
    text: entryTexts(entry),
    data: { ...entry.data, ...reason },
    message: null,
  };
}

function messageView(message: Message): TimelineItemView {
  return {
    id: message.id,
    at: toIso(message.sentAt ?? message.claimedAt),
    type: "message",
    text: messageTexts(message),
    data: {},
    message: {
      id: message.id,
      email: message.email,
      subject: message.subject,
      state: message.state,
      sequence: message.sequence ?? null,
      step: message.step,
      because: reasonView(message.because),
      sentAt: isoOrNull(message.sentAt),
      deliveredAt: isoOrNull(message.deliveredAt),
      openedAt: isoOrNull(message.openedAt),
      bouncedAt: isoOrNull(message.bouncedAt),
      clicks: (message.clicks ?? []).map((click) => ({ at: toIso(click.at), link: click.link, by: click.by })),
    },
  };
}
