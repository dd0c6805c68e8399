import type { SubmissionView } from "#contract/sources.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";

const path = (id: string) => ({ params: { path: { id } } });

/** What the pages of sources ask the API. */
export const ask = {
  sources: () => answered(client.GET("/api/sources")),
  kinds: () => answered(client.GET("/api/source-kinds")),
  source: (id: string) => answered(client.GET("/api/sources/{id}", path(id))),
  setup: (id: string) => answered(client.GET("/api/sources/{id}/setup", path(id))),
  arrivals: (id: string) => answered(client.GET("/api/sources/{id}/arrivals", path(id))),
  submission: (id: string) => answered(client.GET("/api/submissions/{id}", path(id))),
  submissions: (source: string, status: Status | undefined, cursor: string | undefined) =>
    answered(
      client.GET("/api/submissions", {
        params: { query: { source, limit: 20, ...(status === undefined ? {} : { status }), ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  tryMapping: (id: string, submission: string, mapping: Readonly<Record<string, string>> | null) =>
    answered(
      client.POST("/api/sources/{id}/try", { ...path(id), body: { submission, mapping: mapping === null ? null : { ...mapping } } }),
    ),
  replay: (id: string) => answered(client.POST("/api/submissions/{id}/replay", path(id))),
  discard: (id: string) => answered(client.POST("/api/submissions/{id}/discard", path(id))),
  replayAll: (id: string) => answered(client.POST("/api/sources/{id}/replay", { ...path(id), body: {} })),
};

export type Source = Awaited<ReturnType<typeof ask.source>>;
export type ListedSource = Awaited<ReturnType<typeof ask.sources>>["items"][number];
export type Kind = Awaited<ReturnType<typeof ask.kinds>>["items"][number];
export type Submission = Awaited<ReturnType<typeof ask.submissions>>["items"][number];
export type Status = SubmissionView["status"];
export const statuses = ["processed", "quarantined", "duplicate", "pending", "parked", "discarded"] as const satisfies readonly Status[];
