import { inFrench } from "./in-french.ts";
import { outsideFailures } from "./outside-failures.ts";
import type { Texts } from "./texts.ts";

/** Our faults are kept as `code: sentence`; their codes are words joined by hyphens. */
const ownFault = /^([a-z]+(?:-[a-z0-9]+)+): ([\s\S]+)$/;

/** What others threw is kept as `Name: message`. */
const namedError = /^([A-Z]\w*): ?([\s\S]*)$/;

/** Names that say nothing of what went wrong. */
const plainError = /^(?:Range|Type|Reference|Syntax)?Error$/;

/**
 * What the stored text of a failure says to whoever reads it in the console, in both languages: a sentence of ours by its French,
 * a usual failure of AWS or Node.js in plain words, and anything else as it is, with a word on whom it is for.
 */
export function explainFault(stored: string): Texts {
  const [, code, told = ""] = ownFault.exec(stored) ?? [];
  const own = code === undefined ? undefined : inBoth(told);
  if (own !== undefined) return { en: `${own.en} (${code})`, fr: `${own.fr} (${code})` };
  const [, name = "Error", message = stored] = namedError.exec(stored) ?? [];
  const sentence = inBoth(stored) ?? (plainError.test(name) ? inBoth(message) : undefined);
  return sentence ?? outside(name, message, stored) ?? technical(stored, unexpected);
}

/** Whether a text is what a failure said of itself; else it is a sentence for people. */
export function isThrown(text: string): boolean {
  return ownFault.test(text) || /^[A-Z]\w*(?:Error|Exception|Fault): /.test(text);
}

function inBoth(sentence: string): Texts | undefined {
  const fr = inFrench(sentence);
  return fr === undefined ? undefined : { en: sentence, fr };
}

const unexpected: Texts = { en: "An unexpected failure.", fr: "Échec inattendu." };

/** A failure that goes by itself is told with its name alone; one that somebody has to mend, with all that is known of it. */
function outside(name: string, message: string, stored: string): Texts | undefined {
  for (const { names, says, texts, passes } of outsideFailures) {
    const called = names.find((one) => one === name || (plainError.test(name) && hasWord(message, one)));
    if (called === undefined || says?.test(message) === false) continue;
    return passes ? { en: `${texts.en} (${called})`, fr: `${texts.fr} (${called})` } : technical(stored, texts);
  }
  return undefined;
}

/** Node.js writes its codes into messages: `connect ECONNREFUSED 127.0.0.1:8000`. */
function hasWord(message: string, word: string): boolean {
  return ` ${message.replace(/[,;:()]/g, " ")} `.includes(` ${word} `);
}

function technical(stored: string, means: Texts): Texts {
  return {
    en: `${means.en} Technical text, for whoever runs Relance: ${stored}`,
    fr: `${means.fr} Texte technique, pour la personne qui exploite Relance : ${stored}`,
  };
}
