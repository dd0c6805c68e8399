import type { Looked, RecordType } from "#core/sender/dns-record.ts";
import type { SendingAccount, SendingIdentity } from "#core/sender/sending-account.ts";
import type { DomainEvent } from "#core/event/catalogue.ts";

/** A mail ready to leave. Header values are printable ASCII; tags become SES e-mail tags (letters, digits, `_`, `-`). */
export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** Whether SES may count opens: only for people who agreed to be measured. */
  readonly countOpens: boolean;
}

/**
 * What became of handing over a mail. `slow-down` and `quota` mean SES has not taken it and it may be tried later;
 * `refused` that it never will be; `unknown` that the answer was lost and only SES's own event can tell.
 */
export type Handover =
  | { readonly kind: "accepted"; readonly sesMessageId: string }
  | { readonly kind: "slow-down" }
  | { readonly kind: "quota" }
  | { readonly kind: "refused"; readonly problem: string }
  | { readonly kind: "unknown"; readonly problem: string };

export interface SendQuota {
  readonly perSecond: number;
  readonly perDay: number;
  readonly sentLastDay: number;
}

export interface Mailer {
  send(mail: Mail): Promise<Handover>;
  quota(): Promise<SendQuota>;
}

export interface EventBus {
  /** Puts every event on the bus, or throws: nothing is lost without a word. */
  publish(events: readonly DomainEvent[]): Promise<void>;
}

/** Raw mail as SES stored it. */
export interface Inbox {
  read(key: string): Promise<Uint8Array>;
}

/** What SES knows of us as a sender. */
export interface SenderDesk {
  /** Where SES is, as `eu-west-3`: it is part of the records to set. */
  readonly region: string;
  account(): Promise<SendingAccount>;
  /** What became of asking for a domain: SES may not know it, or we may not ask for it. */
  identity(domain: string): Promise<IdentityFound>;
}
export type IdentityFound =
  | { readonly kind: "found"; readonly identity: SendingIdentity }
  | { readonly kind: "unknown" }
  | { readonly kind: "not-ours" };

/** The domain name system, as the world sees it. */
export interface NameServers {
  lookUp(name: string, type: RecordType): Promise<Looked>;
}
