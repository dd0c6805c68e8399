/** One text in both languages. */
export interface Texts {
  readonly en: string;
  readonly fr: string;
}
