import { SESv2ServiceException } from "@aws-sdk/client-sesv2";
import type { Handover } from "#core/ports/outside.ts";

/** SES's errors in our words. What is not an answer of SES's leaves open whether it has the mail. */
export function handoverOfError(thrown: unknown): Handover {
  if (isNotConnected(thrown)) return { kind: "slow-down" };
  if (!(thrown instanceof SESv2ServiceException)) return { kind: "unknown", problem: nameOf(thrown) };
  if (isDailyQuota(thrown)) return { kind: "quota" };
  if (isThrottled(thrown)) return { kind: "slow-down" };
  // The account or the identity is held: a person must act, and then the mail may leave.
  if (thrown.name === "SendingPausedException" || thrown.name === "AccountSuspendedException") return { kind: "quota" };
  if (thrown.$fault === "client") return { kind: "refused", problem: `${thrown.name}: ${thrown.message}` };
  return { kind: "unknown", problem: `${thrown.name}: ${thrown.message}` };
}

/** "Maximum sending rate exceeded." under either name (docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html). */
function isThrottled(error: SESv2ServiceException): boolean {
  return error.name === "TooManyRequestsException" || error.name === "ThrottlingException" || error.name === "Throttling";
}

function isDailyQuota(error: SESv2ServiceException): boolean {
  return error.name === "LimitExceededException" || (isThrottled(error) && /daily message quota/i.test(error.message));
}

/** No connection was made, so nothing was handed over. */
function isNotConnected(thrown: unknown): boolean {
  if (!(thrown instanceof Error) || !("code" in thrown)) return false;
  return ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"].includes(String(thrown.code));
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
}
