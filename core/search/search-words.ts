import type { Person } from "#core/person/person.ts";
import { fold } from "./fold.ts";

/** Most words a person is found by, and the longest: each is one small item of the index. */
const mostWords = 12;
const longestWord = 40;
const mostAliases = 10;
/** The shortest beginning of a word that can be searched: it names the part of the index to read. */
export const shortestSearch = 2;

type Searched = Pick<Person, "email" | "attributes" | "tags" | "owner" | "aliases">;

/** The words a person is found by: of their name, their company, both halves of their address; each tag as `#tag`, their owner as `@address`. */
export function searchWords(person: Searched): readonly string[] {
  const address = person.email.toLowerCase();
  const words = [...namesOf(person), ...wordsOf(address), address].map((word) => word.slice(0, longestWord));
  // Whoever looks for an address they no longer use finds them too.
  const aliases = (person.aliases ?? []).slice(0, mostAliases).map(({ email }) => email.toLowerCase().slice(0, longestWord));
  const tags = [...aliases, ...(person.tags ?? []).map(tagWord), ...(person.owner === undefined ? [] : [ownerWord(person.owner)])];
  return [...new Set([...tags, ...words.filter((word) => word.length >= shortestSearch)])].slice(0, mostWords + tags.length);
}

/** Endings of addresses that half of everybody has. */
const commonEndings: ReadonlySet<string> = new Set(["com", "fr", "net", "org"]);

/** Those of the words that the index holds: a common ending is asked only of whoever another word has found. */
export function indexedWords(person: Searched): readonly string[] {
  const ending = wordsOf(person.email).at(-1);
  const names = namesOf(person);
  return searchWords(person).filter((word) => word !== ending || !commonEndings.has(word) || names.includes(word));
}

/** How few a term is likely to find: a longer one fewer; a tag or an owner is borne by many, however long it is. */
export function sharpness(term: string): number {
  if (commonEndings.has(term)) return 0;
  return /^[#@]/.test(term) ? 1 : term.length;
}

/** What somebody typed into the search, as words to look up; a whole address is one. */
export function searchTerms(text: string): readonly string[] {
  const typed = text.trim().toLowerCase();
  const whole = typed.includes("@") ? [typed.slice(0, longestWord)] : wordsOf(typed);
  return [...new Set(whole)].filter((word) => word.length >= shortestSearch).slice(0, 5);
}

export function tagWord(tag: string): string {
  return `#${tag}`;
}

export function ownerWord(owner: string): string {
  return `@${owner.toLowerCase()}`;
}

/** Whether somebody is found by all of these: each begins one of their words; a tag and an owner are told in full. */
export function isFoundBy(words: readonly string[], terms: readonly string[]): boolean {
  return terms.every((term) => words.some((word) => (/^[#@]/.test(term) ? word === term : word.startsWith(term))));
}

/** What people are sorted by as a list of names: the last name first, then what else there is. */
export function sortName(person: Pick<Person, "email" | "attributes">): string {
  const text = (name: string): string => {
    const value = person.attributes[name]?.value;
    return typeof value === "string" ? value : "";
  };
  const name = [text("lastName"), text("firstName")].filter((part) => part !== "").join(" ");
  return fold(name === "" ? text("fullName") || person.email : name).slice(0, 60);
}

function namesOf({ attributes }: Pick<Person, "attributes">): readonly string[] {
  return ["firstName", "lastName", "fullName", "company"].flatMap((name) => {
    const value = attributes[name]?.value;
    return typeof value === "string" ? wordsOf(value) : [];
  });
}

function wordsOf(text: string): readonly string[] {
  return fold(text).split(" ").filter(Boolean);
}
