import type { z } from "zod";
import type { reasonSchema } from "#contract/api.ts";
import type { Because } from "#core/reason/because.ts";
import { explainFault } from "#core/wording/explain-fault.ts";
import { explainReason } from "#core/wording/explain-reason.ts";
import type { Texts } from "#core/wording/texts.ts";

/** A text in each language the console speaks; one that lacks a language lends the other's. */
export function bilingual(texts: Readonly<Record<string, string>> | undefined, fallback: string): { en: string; fr: string } {
  const any = texts?.["en"] ?? texts?.["fr"] ?? fallback;
  return { en: texts?.["en"] ?? any, fr: texts?.["fr"] ?? any };
}

/** A reason with its sentences. */
export function reasonView(reason: Because): z.infer<typeof reasonSchema> {
  return { code: reason.code, text: explainReason(reason) };
}

/** What a failure means to whoever reads of it; null where nothing failed. */
export function faultText(problem: string | undefined): Texts | null {
  return problem === undefined ? null : explainFault(problem);
}
