import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { TimelineItemView } from "#contract/api.ts";
import { api } from "../../api/client.ts";

/** What a timeline can be narrowed down to. */
export const filters = ["all", "mails", "theirs", "ours", "unsent"] as const;
export type Filter = (typeof filters)[number];

/** So much is read on until something is found, before one is asked to go on by hand. */
const enough = 5;
const mostPages = 6;

const mailTypes = ["person.replied", "reply.automatic", "link.clicked", "message.opened", "message.bounced", "message.complained"];
const theirs = [
  "submission.received",
  "link.clicked",
  "person.replied",
  "purchase",
  "person.unsubscribed",
  "consent.given",
  "message.opened",
];
const ours = ["note.written", "call.made", "call.snoozed", "person.edited", "person.paused", "person.resumed", "note", "stage.taken-back"];

/** One person's history, newest first. Every part of the page that shows some of it reads the same pages once. */
export function useTimeline(personId: string, filter: Filter) {
  const query = useInfiniteQuery({
    queryKey: ["timeline", personId],
    queryFn: ({ pageParam }) => api.timeline(personId, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  const items = data?.pages.flatMap((page) => page.items).filter((item) => isShown(item, filter)) ?? [];
  const readsOn = filter !== "all" && hasNextPage && items.length < enough && (data?.pages.length ?? 0) < mostPages;
  useEffect(() => {
    if (readsOn && !isFetching) void fetchNextPage();
  }, [readsOn, isFetching, fetchNextPage]);
  return { query, items, isReadingOn: readsOn };
}

function isShown(item: TimelineItemView, filter: Filter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "mails":
      return item.message !== null || mailTypes.includes(item.type);
    case "theirs":
      return theirs.includes(item.type) && item.data["by"] !== "machine";
    case "ours":
      return ours.includes(item.type) || (item.type === "stage.changed" && isByHand(item));
    case "unsent":
      return isUnsent(item);
  }
}

/** A rule's name is a word of the files; a hand's is the name of somebody. */
function isByHand({ data }: TimelineItemView): boolean {
  const { rule } = data;
  return typeof rule === "string" && /[\sA-Z@]/.test(rule);
}

const unsentTypes: readonly string[] = [
  "message.skipped",
  "message.held",
  "sequence.not-entered",
  "sequence.not-resumed",
  "consent.not-given",
];

/** A mail that did not leave, or a sequence that did not begin, or a basis that was not given: each says why. */
export function isUnsent(item: TimelineItemView): boolean {
  if (item.message !== null) return ["refused", "uncertain", "unsent"].includes(item.message.state);
  return unsentTypes.includes(item.type);
}
