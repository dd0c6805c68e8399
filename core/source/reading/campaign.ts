import type { Extracted } from "#core/submission/submission.ts";
import { utmOfLabel } from "../labels.ts";
import { utmNames } from "../mapped-fields.ts";
import type { Question, Sheet } from "../sheet.ts";

/** Longest address that is searched for campaigns, in characters. */
const longestAddress = 4_000;

/**
 * The UTM parameters of an arrival: as the sender tells them, from hidden fields and questions so called, from the page's
 * address. `used`: the questions that are parameters, and so no answers.
 */
export function campaignOf(
  sheet: Sheet,
  questions: readonly Question[],
): { readonly utm: Extracted["utm"]; readonly used: readonly Question[] } {
  const used = questions.filter(({ key, title }) => isCampaign(key) || isCampaign(title));
  const asked = used.flatMap(({ key, title, value }) =>
    typeof value === "string" ? [[isCampaign(key) ? key : title, value] as const] : [],
  );
  const fromFields = namedUtm([...Object.entries(sheet.hidden ?? {}), ...asked]);
  return { utm: { ...utmOfAddress(sheet.page ?? ""), ...fromFields, ...namedUtm(Object.entries(sheet.utm ?? {})) }, used };
}

/** Whether a question or hidden field is a UTM parameter, and so is no answer. */
export function isCampaign(name: string): boolean {
  return utmOfLabel(name) !== undefined;
}

function namedUtm(entries: readonly (readonly [string, string])[]): Extracted["utm"] {
  const utm: Extracted["utm"] = {};
  for (const [label, value] of entries) {
    const name = utmOfLabel(label);
    if (name !== undefined && value.trim() !== "") utm[name] ??= value;
  }
  return utm;
}

/** The parameters in an address's query; none if it has none. */
function utmOfAddress(address: string): Extracted["utm"] {
  const query = address.slice(0, longestAddress).split("#", 1)[0]?.split("?", 2)[1] ?? "";
  const utm: Extracted["utm"] = {};
  if (query === "") return utm;
  for (const pair of query.split("&")) {
    const [name = "", value = ""] = pair.split("=", 2);
    const known = utmNames.find((utmName) => name === `utm_${utmName}`);
    if (known !== undefined && value !== "") utm[known] ??= decode(value);
  }
  return utm;
}

function decode(text: string): string {
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
