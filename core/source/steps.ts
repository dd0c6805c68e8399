import type { Texts } from "./kind.ts";

/** The step every tool has in common. */
export const pasteAddress: Texts = { en: "Paste this address: {url}", fr: "Collez cette adresse : {url}" };

export const sendTest: Texts = {
  en: "Send a test, or fill in the form once: it appears here.",
  fr: "Envoyez un test, ou remplissez le formulaire une fois : il apparaît ici.",
};

/** Where an address is pasted, then that it is, then a test. */
export function pasteAt(en: string, fr: string, ...more: readonly Texts[]): readonly Texts[] {
  return [{ en, fr }, pasteAddress, ...more, sendTest];
}
