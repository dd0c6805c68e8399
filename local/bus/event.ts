import { randomUUID } from "node:crypto";
import type { Instant } from "#core/time/instant.ts";

/** An event as EventBridge hands it to a function. */
export interface BusEvent {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

/** The account and region of everything local: the ones AWS's own documentation uses, and Paris. */
export const account = "123456789012";
export const region = "eu-west-3";

export function busEvent(parts: {
  readonly id?: string;
  readonly type: string;
  readonly source: string;
  readonly at: Instant;
  readonly resources?: readonly string[];
  readonly detail: unknown;
}): BusEvent {
  return {
    version: "0",
    id: parts.id ?? randomUUID(),
    "detail-type": parts.type,
    source: parts.source,
    account,
    // EventBridge's time has whole seconds.
    time: `${new Date(parts.at).toISOString().slice(0, 19)}Z`,
    region,
    resources: parts.resources ?? [],
    detail: parts.detail,
  };
}
