import type { Because } from "./because.ts";

/**
 * Every reason Relance can give, in each language it speaks. `{name}` takes `because.data.name`. A code missing here does
 * not type-check where `because()` makes it.
 */
export const sentences = {
  "step-due": { en: "The step came up and nothing stood against it.", fr: "L’étape est arrivée à échéance et rien ne s’y opposait." },
  "asked-for": {
    en: "The person has just asked for it: it leaves at any hour.",
    fr: "La personne vient de le demander : l’e-mail part à toute heure.",
  },
} as const satisfies Record<string, { readonly en: string; readonly fr: string }>;

export type ReasonCode = keyof typeof sentences;

export function because(code: ReasonCode, data?: NonNullable<Because["data"]>): Because {
  return data === undefined ? { code } : { code, data };
}

/** The sentence of a reason. A code from another version of Relance is shown as it is. */
export function sentence(reason: Because, language: string): string {
  const known: Readonly<Record<string, { readonly en: string; readonly fr: string } | undefined>> = sentences;
  const texts = known[reason.code];
  if (texts === undefined) return reason.code;
  const text = language.startsWith("fr") ? texts.fr : texts.en;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(reason.data?.[name] ?? whole));
}
