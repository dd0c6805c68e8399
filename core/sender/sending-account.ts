/** The account by which mail leaves, as SES tells of it (SES API v2, GetAccount). */
export interface SendingAccount {
  /** Outside the sandbox: in it SES takes mail for verified addresses only. */
  readonly isProduction: boolean;
  readonly isSending: boolean;
  /** `HEALTHY`, `PROBATION` or `SHUTDOWN`: SES's own judgement of how we send. */
  readonly standing: string;
  readonly perSecond: number;
  readonly perDay: number;
  readonly sentLastDay: number;
  /** For what an address gets onto the account's own suppression list: `BOUNCE`, `COMPLAINT`. */
  readonly suppressedFor: readonly string[];
}

/** How far a check of SES's has come. `other` is a word SES has learned since. */
export const checkStates = ["success", "pending", "failed", "temporary-failure", "not-started", "other"] as const;
export type CheckState = (typeof checkStates)[number];

/** A domain that SES may send from (SES API v2, GetEmailIdentity). */
export interface SendingIdentity {
  /** The domain verified: the sender's own, or one above it. */
  readonly name: string;
  readonly maySend: boolean;
  readonly verification: CheckState;
  readonly dkim: {
    readonly state: CheckState;
    readonly isSigning: boolean;
    /** Of Easy DKIM: the names of the records to set. Empty where keys of one's own are used. */
    readonly tokens: readonly string[];
    /** What the records point into. */
    readonly zone: string;
  };
  readonly mailFrom: { readonly domain: string; readonly state: CheckState } | undefined;
}
