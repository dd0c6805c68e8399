import type { IdentityFound } from "#core/ports/outside.ts";
import {
  domainsAbove,
  judgeRecord,
  type Looked,
  namesToAsk,
  type RecordState,
  recordsWanted,
  type WantedRecord,
} from "#core/sender/dns-record.ts";
import type { SendingAccount, SendingIdentity } from "#core/sender/sending-account.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import type { ApiWorkshop } from "./workshop.ts";

/** A record with what stands there now. */
export interface CheckedRecord extends WantedRecord {
  readonly state: RecordState;
  readonly found: readonly string[];
}

/** All that is known of a sender: by SES, and by the domain name system. What does not answer leaves the rest standing. */
export interface SenderStatus {
  readonly account: SendingAccount | undefined;
  readonly identity: SendingIdentity | undefined;
  readonly identityProblem: "unknown" | "not-ours" | "unanswered" | undefined;
  /** What SES or the way to it said, where it did not answer. */
  readonly problem: string | undefined;
  readonly records: readonly CheckedRecord[];
}

export async function readSenderStatus(
  workshop: Pick<ApiWorkshop, "sender" | "names">,
  of: { readonly domain: string; readonly replyDomain: string },
): Promise<SenderStatus> {
  const { sender } = workshop;
  const [account, found] = await Promise.allSettled([sender.account(), findIdentity(workshop, of.domain)]);
  const identity = found.status === "fulfilled" && found.value.kind === "found" ? found.value.identity : undefined;
  const failed = [account, found].find((one) => one.status === "rejected");
  const wanted = recordsWanted({ ...of, region: sender.region, identity });
  return {
    account: account.status === "fulfilled" ? account.value : undefined,
    identity,
    identityProblem: found.status === "rejected" ? "unanswered" : found.value.kind === "found" ? undefined : found.value.kind,
    problem: failed?.status === "rejected" ? describeFault(failed.reason) : undefined,
    records: await Promise.all(wanted.map((record) => check(workshop, record))),
  };
}

/** A verified domain covers those below it: the first that SES knows counts, from the sender's own upwards. */
async function findIdentity({ sender }: Pick<ApiWorkshop, "sender">, domain: string): Promise<IdentityFound> {
  let first: IdentityFound | undefined;
  for (const name of domainsAbove(domain)) {
    const found = await sender.identity(name);
    if (found.kind === "found") return found;
    first ??= found;
  }
  return first ?? { kind: "unknown" };
}

async function check({ names }: Pick<ApiWorkshop, "names">, record: WantedRecord): Promise<CheckedRecord> {
  const looked = await Promise.all(namesToAsk(record).map((name) => names.lookUp(name, record.type)));
  const states = looked.map((one) => judgeRecord(record, one));
  const place = Math.max(0, states.indexOf("found"));
  return { ...record, state: states[place] ?? "unknown", found: valuesOf(looked[place]) };
}

function valuesOf(looked: Looked | undefined): readonly string[] {
  return looked?.kind === "answered" ? looked.values : [];
}
