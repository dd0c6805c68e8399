import type { Because } from "#core/reason/because.ts";
import { sentence } from "#core/reason/sentences.ts";
import { explainFault } from "./explain-fault.ts";
import type { Texts } from "./texts.ts";

/** A reason's sentence in both languages; the failure that it quotes, in the words of `explainFault`. */
export function explainReason({ code, data }: Because): Texts {
  if (data === undefined) return { en: sentence({ code }, "en"), fr: sentence({ code }, "fr") };
  const { problem } = data;
  const told = typeof problem === "string" ? explainFault(problem) : undefined;
  const say = (language: keyof Texts): string =>
    sentence({ code, data: told === undefined ? data : { ...data, problem: told[language] } }, language);
  return { en: say("en"), fr: say("fr") };
}
