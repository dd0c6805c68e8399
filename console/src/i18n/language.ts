import { setupI18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Catalogue, MessageId } from "./en.ts";

export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

const remembered = "relance.language";

/** The language asked for last, else the browser's first that we speak. */
function preferred(): Language {
  const wanted = [localStorage.getItem(remembered) ?? "", ...navigator.languages].map((tag) => tag.slice(0, 2));
  return languages.find((language) => language === wanted.find((tag) => languages.some((known) => known === tag))) ?? "en";
}

/** Only the language that is read is loaded. */
const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import("./en.ts")).en,
  fr: async () => (await import("./fr.ts")).fr,
};

export const i18n = setupI18n();
i18n.setMessagesCompiler(compileMessage);

/**
 * What the API says in English alone, as the reader reads it. A function of its own for each state: whoever keeps what it said asks
 * again when it is another.
 */
type Say = (sentence: string) => string;
const asItStands: Say = (sentence) => sentence;
let isLearning = false;
/** French is loaded when the first such sentence is met, which stands in English until then. */
let inFrench: Say = (sentence) => {
  if (!isLearning) void learnFrench();
  return sentence;
};

async function learnFrench(): Promise<void> {
  isLearning = true;
  const wording = await import("#core/wording/in-french.ts");
  inFrench = (sentence) => keepPunctuation(wording.inFrench(sentence) ?? sentence);
  i18n.activate(i18n.locale);
}

/** Speaks the language somebody chose, and remembers the choice; what the browser asks for is not a choice. */
export function speak(language: Language): void {
  localStorage.setItem(remembered, language);
  void activate(language);
}

/** Speaks the reader's language. Nothing can be said before. */
export function beginToSpeak(): Promise<void> {
  return activate(preferred());
}

async function activate(language: Language): Promise<void> {
  i18n.loadAndActivate({ locale: language, messages: { ...(await catalogues[language]()) } });
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
    said: language === "fr" ? inFrench : asItStands,
    own: (texts) => (language === "fr" ? keepPunctuation(texts.fr) : texts.en),
    language,
    locale: regionOf(language),
  };
}
