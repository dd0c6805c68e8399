import type { Settings } from "#core/settings/settings.ts";

/** What a new text may build upon: what is in force already. */
export interface Ground {
  readonly settings: Settings;
  readonly forms: readonly string[];
  /** E-mails that a sequence may send: no notices. */
  readonly emails: readonly string[];
}
