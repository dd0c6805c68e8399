/** One language of a published e-mail: Liquid only, nothing left to compile but the parse. */
export interface EmailVariant {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  /** Paths of the variables it uses, as `person.firstName`. */
  readonly variables: readonly string[];
}

/** `marketing` goes to people and owes them a way out, `notice` to us, `confirmation` asks a person to confirm that they agree. */
export const emailPurposes = ["marketing", "notice", "confirmation"] as const;
export type EmailPurpose = (typeof emailPurposes)[number];

/** A published e-mail: its variants by language, as `fr` and `en`. */
export interface Email {
  readonly email: string;
  readonly purpose: EmailPurpose;
  readonly variants: Readonly<Record<string, EmailVariant>>;
}
