import { setupI18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { inFrench } from "#core/wording/in-french.ts";
import { en, type MessageId } from "./en.ts";
import { fr } from "./fr.ts";

export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

const remembered = "relance.language";

/** The language asked for last, else the browser's first that we speak. */
function preferred(): Language {
  const wanted = [localStorage.getItem(remembered) ?? "", ...navigator.languages].map((tag) => tag.slice(0, 2));
  return languages.find((language) => language === wanted.find((tag) => languages.some((known) => known === tag))) ?? "en";
}

export const i18n = setupI18n({ messages: { en, fr } });
i18n.setMessagesCompiler(compileMessage);
activate(preferred());

/** Speaks the language somebody chose, and remembers the choice; what the browser asks for is not a choice. */
export function speak(language: Language): void {
  localStorage.setItem(remembered, language);
  activate(language);
}

function activate(language: Language): void {
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** French sets high punctuation apart by a space that must not end a line, however the text was typed. */
export function keepPunctuation(text: string): string {
  return text.replace(/ (?=[;:!?»])/g, "\u00a0").replace(/« /g, "«\u00a0");
}

/** The browser's own region where it speaks the language, else the one we write in. */
function regionOf(language: Language): string {
  return navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? { fr: "fr-FR", en: "en-GB" }[language];
}

type Values = Readonly<Record<string, string | number>>;

/**
 * What a component says: a sentence by its id, a text that the API gives in both languages, one that it gives in English alone
 * (a problem, a remedy), and the language and region themselves.
 */
export function useText(): {
  readonly t: (id: MessageId, values?: Values) => string;
  readonly said: (sentence: string) => string;
  readonly own: (texts: { readonly en: string; readonly fr: string }) => string;
  readonly language: Language;
  /** The language as it is written where the reader lives: their dates, their numbers. */
  readonly locale: string;
} {
  const lingui = useLingui();
  const language: Language = lingui.i18n.locale === "fr" ? "fr" : "en";
  return {
    t: (id, values) => lingui.i18n._(id, values),
    said: (sentence) => (language === "fr" ? keepPunctuation(inFrench(sentence) ?? sentence) : sentence),
    own: (texts) => (language === "fr" ? keepPunctuation(texts.fr) : texts.en),
    language,
    locale: regionOf(language),
  };
}
