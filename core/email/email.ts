/** One language of a published e-mail: Liquid only, nothing left to compile but the parse. */
export interface EmailVariant {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  /** Paths of the variables it uses, as `person.firstName`. */
  readonly variables: readonly string[];
}

/** A published e-mail: its variants by language, as `fr` and `en`. */
export interface Email {
  readonly email: string;
  readonly purpose: "marketing" | "notice";
  readonly variants: Readonly<Record<string, EmailVariant>>;
}
