import type { Message } from "#core/message/message.ts";
import { second } from "#core/time/instant.ts";

/** A click quicker than this after delivery was made by what scans mail on its way in; nobody reads that fast. */
const quickestReader = 5 * second;

/** This many different links of one mail within this time are a scanner's walk through it. */
const walkLinks = 3;
const walkTime = 10 * second;

/** User agents that say what they are: link scanners of mail gateways, and programs. */
const machines =
  /bot|crawl|spider|scanner|preview|proofpoint|mimecast|barracuda|safelinks|urldefense|trendmicro|symantec|fireeye|sophos|python|curl|wget|java\/|go-http|okhttp|headless|libwww|node-fetch|axios/i;

/**
 * Whether a click looks like a person's. Suspected machines are kept and labelled, but never score, branch or extend
 * retention (DESIGN, decision 10). `message.clicks` holds the earlier ones.
 */
export function judgeClick(
  message: Message,
  click: { readonly at: number; readonly link: string; readonly userAgent: string | undefined },
): "person" | "machine" {
  const arrived = message.deliveredAt ?? message.sentAt ?? message.claimedAt;
  if (click.at - arrived < quickestReader) return "machine";
  if (click.userAgent === undefined || click.userAgent === "" || machines.test(click.userAgent)) return "machine";
  const close = (message.clicks ?? []).filter((other) => Math.abs(other.at - click.at) <= walkTime).map((other) => other.link);
  return new Set([...close, click.link]).size >= walkLinks ? "machine" : "person";
}
