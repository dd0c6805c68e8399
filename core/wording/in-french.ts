import { sentences as reasons } from "#core/reason/sentences.ts";
import { accessSentences } from "./french/access.ts";
import { actSentences } from "./french/acts.ts";
import { celSentences, conditionSentences } from "./french/conditions.ts";
import { definitionSentences } from "./french/definitions.ts";
import { emailSentences, emailToolSentences } from "./french/emails.ts";
import { faultSentences } from "./french/faults.ts";
import { fileSentences, shapeSentences } from "./french/files.ts";
import { formSentences } from "./french/forms.ts";
import { intakeSentences } from "./french/intake.ts";
import { fill, readTemplate } from "./template.ts";

/**
 * What Relance says of what is wrong, in French, by the English template it is written as where it is found (as gettext does).
 * A place called `{said…}` holds a sentence that has French itself, one called `{heard…}` one that may have; what stands in one
 * called `{unsaid}` is left out in French.
 */
export const ownSentences: Readonly<Record<string, string>> = {
  ...accessSentences,
  ...actSentences,
  ...conditionSentences,
  ...definitionSentences,
  ...emailSentences,
  ...faultSentences,
  ...fileSentences,
  ...formSentences,
  ...intakeSentences,
};

/** What the tools say that read a text for us: their words may change with their version. */
export const toolSentences: Readonly<Record<string, string>> = { ...celSentences, ...emailToolSentences, ...shapeSentences };

const french: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(reasons).map(({ en, fr }) => [en, fr])),
  ...toolSentences,
  ...ownSentences,
};

/** Longer is no sentence of ours: looking for its template could take long. */
const longest = 4_000;

let templates: readonly (readonly [string, ReturnType<typeof readTemplate>])[] | undefined;

/** The French of a sentence; undefined where there is none. */
export function inFrench(sentence: string): string | undefined {
  if (Object.hasOwn(french, sentence)) return french[sentence];
  if (sentence.length > longest) return undefined;
  templates ??= Object.keys(french)
    .map((english) => [english, readTemplate(english)] as const)
    .sort(([, one], [, other]) => other.weight - one.weight);
  for (const [english, template] of templates) {
    const values = template.read(sentence);
    const said = values === undefined ? undefined : valuesInFrench(values);
    if (said !== undefined) return fill(french[english] ?? "", said);
  }
  return undefined;
}

/** What stands in the places of a sentence, for its French; undefined where something has none that must have. */
function valuesInFrench(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined {
  const said: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const french = /^(said|heard)/.test(name) ? inFrench(value) : value;
    if (french === undefined && name.startsWith("said")) return undefined;
    said[name] = french ?? value;
  }
  return said;
}
