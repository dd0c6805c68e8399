import type { SubmissionId } from "#core/id/id.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Given } from "#core/source/given.ts";
import type { Extracted, Submission } from "./submission.ts";
import { truncateIp } from "./truncate-ip.ts";

/** An arrival as it is first stored: waiting to be worked on. Of the sender's network address only the network is kept. */
export function newSubmission(arrival: {
  readonly id: SubmissionId;
  readonly source: string;
  readonly sourceKind: string;
  readonly basis: Submission["basis"];
  readonly doubleOptIn?: Submission["doubleOptIn"];
  readonly formVersion?: number | undefined;
  readonly given?: Given | undefined;
  readonly extracted: Extracted;
  readonly ip: string | undefined;
  readonly receivedAt: Instant;
}): Submission {
  const { ip, given, doubleOptIn, formVersion, ...known } = arrival;
  const network = ip === undefined ? undefined : truncateIp(ip);
  return {
    ...known,
    ...(doubleOptIn === undefined ? {} : { doubleOptIn }),
    ...(formVersion === undefined ? {} : { formVersion }),
    ...(given === undefined ? {} : { given }),
    ...(network === undefined ? {} : { ip: network }),
    rev: 1,
    status: "pending",
    attempts: 0,
    dueAt: arrival.receivedAt,
  };
}
