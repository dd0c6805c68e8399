/** What may stand before a name and is no part of it, in French and English. */
const courtesy = /^(?:m|mr|mrs|ms|mme|mlle|dr|monsieur|madame|mademoiselle|mister|miss)\.?$/i;

/** More words than this are a sentence or a company, not a person's name. */
const mostWords = 6;

export interface SplitName {
  readonly firstName?: string;
  readonly lastName?: string;
}

/**
 * A whole name in its two parts, where that can be told: `Dupont, Claire` and `DUPONT Claire` begin with the family name, as
 * French forms ask; else the first word is the given name and particles stay with the rest. What is no name gives nothing:
 * better no greeting by name than a wrong one.
 */
export function splitName(fullName: string): SplitName {
  if (/[\d@/]/.test(fullName)) return {};
  const [family, given, ...more] = fullName.split(",").map((part) => part.trim());
  if (given !== undefined && more.length === 0) return named(given, family ?? "");
  const words = fullName.split(/\s+/).filter((word) => word !== "" && !courtesy.test(word));
  if (words.length > mostWords) return {};
  const capitals = words.findIndex((word) => !isCapitals(word));
  if (capitals > 0) return named(words.slice(capitals).join(" "), words.slice(0, capitals).join(" "));
  return named(words[0] ?? "", words.slice(1).join(" "));
}

/** Two capitals at least: an initial alone (`J. Dupont`) is no family name. */
function isCapitals(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) && word === word.toUpperCase();
}

function named(firstName: string, lastName: string): SplitName {
  return { ...(firstName === "" ? {} : { firstName }), ...(lastName === "" ? {} : { lastName }) };
}
