import type { SendingIdentity } from "./sending-account.ts";

export const recordPurposes = ["dkim", "mail-from-mx", "mail-from-spf", "dmarc", "replies"] as const;
export type RecordPurpose = (typeof recordPurposes)[number];
export type RecordType = "CNAME" | "MX" | "TXT";

/** A record the domain's owner has to set, or should. */
export interface WantedRecord {
  readonly purpose: RecordPurpose;
  readonly type: RecordType;
  readonly name: string;
  /** As one writes it into a form: an MX with its priority before it. */
  readonly value: string;
  /** Without it no mail leaves or no reply arrives; the others only help mail to be believed. */
  readonly isRequired: boolean;
}

/** What the domain name system says under a name: its values, or nothing known because it could not be asked. */
export type Looked = { readonly kind: "answered"; readonly values: readonly string[] } | { readonly kind: "unanswered" };

export const recordStates = ["found", "missing", "different", "unknown"] as const;
export type RecordState = (typeof recordStates)[number];

/**
 * Every record for a sender's domain: DKIM (RFC 6376, SES's Easy DKIM), MAIL FROM with its MX and SPF (RFC 7208; SES Developer
 * Guide, "Using a custom MAIL FROM domain"), DMARC (RFC 7489) and the MX that brings replies to SES.
 */
export function recordsWanted(of: {
  readonly domain: string;
  readonly replyDomain: string;
  readonly region: string;
  readonly identity: SendingIdentity | undefined;
}): readonly WantedRecord[] {
  const { domain, replyDomain, region, identity } = of;
  const dkim = (identity?.dkim.tokens ?? []).map(
    (token): WantedRecord => ({
      purpose: "dkim",
      type: "CNAME",
      name: `${token}._domainkey.${identity?.name ?? domain}`,
      value: `${token}.${identity?.dkim.zone ?? "dkim.amazonses.com"}`,
      isRequired: true,
    }),
  );
  const from = identity?.mailFrom?.domain;
  const mailFrom: readonly WantedRecord[] =
    from === undefined
      ? []
      : [
          { purpose: "mail-from-mx", type: "MX", name: from, value: `10 feedback-smtp.${region}.amazonses.com`, isRequired: false },
          { purpose: "mail-from-spf", type: "TXT", name: from, value: "v=spf1 include:amazonses.com ~all", isRequired: false },
        ];
  return [
    ...dkim,
    ...mailFrom,
    { purpose: "dmarc", type: "TXT", name: `_dmarc.${domain}`, value: "v=DMARC1; p=none", isRequired: false },
    { purpose: "replies", type: "MX", name: replyDomain, value: `10 inbound-smtp.${region}.amazonaws.com`, isRequired: true },
  ];
}

/**
 * Names under which a record counts: a DMARC policy of a domain above holds for those below it (RFC 7489, section 6.6.3). Only
 * domains of at least two labels are asked.
 */
export function namesToAsk({ purpose, name }: Pick<WantedRecord, "purpose" | "name">): readonly string[] {
  if (purpose !== "dmarc") return [name];
  const labels = name.replace(/^_dmarc\./, "").split(".");
  return labels.slice(0, -1).map((_, index) => `_dmarc.${labels.slice(index).join(".")}`);
}

/** Whether what is found is what is wanted: the same target, an SPF that names SES, any DMARC policy. */
export function judgeRecord(wanted: WantedRecord, looked: Looked): RecordState {
  if (looked.kind === "unanswered") return "unknown";
  const values = looked.values.map(plain);
  if (values.some((value) => satisfies(wanted, value))) return "found";
  const rivals = wanted.type === "TXT" ? values.filter((value) => value.startsWith(kindOfText(wanted))) : values;
  return rivals.length === 0 ? "missing" : "different";
}

function satisfies(wanted: WantedRecord, value: string): boolean {
  switch (wanted.purpose) {
    case "dkim":
      return value === plain(wanted.value);
    case "mail-from-mx":
    case "replies":
      return value.replace(/^\d+ /, "") === plain(wanted.value).replace(/^\d+ /, "");
    case "mail-from-spf":
      return value.startsWith("v=spf1") && value.includes("include:amazonses.com");
    case "dmarc":
      return /^v=dmarc1\s*;/.test(value) && /;\s*p\s*=\s*(none|quarantine|reject)\b/.test(value);
  }
}

/** Other texts under the same name are no rivals: a domain may hold several. */
function kindOfText({ purpose }: WantedRecord): string {
  return purpose === "dmarc" ? "v=dmarc1" : "v=spf1";
}

/** Names are the same whatever their case, and with the root's dot or without (RFC 1035, RFC 4343). */
function plain(value: string): string {
  return value.trim().toLowerCase().replace(/\.$/, "");
}

/** The domain of a sender's address, and those above it that may be verified in its stead. */
export function domainsAbove(domain: string): readonly string[] {
  const labels = domain.split(".");
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join("."));
}
