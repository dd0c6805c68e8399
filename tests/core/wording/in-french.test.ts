import { describe, expect, it } from "vitest";
import { inFrench, ownSentences, toolSentences } from "#core/wording/in-french.ts";
import { fill, placesOf } from "#core/wording/template.ts";
import { saidIn } from "./said-sentences.ts";

const all = Object.entries({ ...toolSentences, ...ownSentences });

/** Where the console's people can meet a sentence of ours. Programs alone meet what intake, events and hooks answer. */
const said = saidIn([
  "core/condition",
  "core/definition",
  "core/email",
  "core/form/parse-pattern.ts",
  "core/person",
  "core/score",
  "core/sequence",
  "core/settings",
  "core/insight/span.ts",
  "core/address/normalise-address.ts",
  "core/source/create-source.ts",
  "core/source/read-given.ts",
  "core/source/reading/sheets.ts",
  "functions/access/authenticate.ts",
  "functions/access/verify-id-token.ts",
  "functions/adapters",
  "functions/api",
  "functions/imports",
  "functions/publish",
  "functions/work",
]).filter(({ file }) => !isBilingual(file) && !isForPrograms(file));

function isBilingual(file: string): boolean {
  return file.endsWith("/proof-texts.ts") || file.includes("/starters/");
}

/** What a program alone can cause, and a terminal says. */
function isForPrograms(file: string): boolean {
  return /\/(routes\/events|routes\/definitions|describe-answer|push|take-events?|take-bus-event)\.ts$/.test(file);
}

const shape = (template: string): string => template.replace(/\{[a-z]\w*\}/gi, "{}");
const sample = (name: string): string => (name.startsWith("said") ? "string" : `⟨${name}⟩`);

describe("what is wrong, in French", () => {
  it("is there for every sentence that the code makes", () => {
    const known = new Set(all.map(([english]) => shape(english)));

    expect(said.filter(({ sentence }) => !known.has(shape(sentence)))).toEqual([]);
    expect(said.length).toBeGreaterThan(350);
  });

  it("is there for nothing that no code says any more", () => {
    const made = new Set(said.map(({ sentence }) => shape(sentence)));

    expect(Object.keys(ownSentences).filter((english) => /[\p{L}>] \S/u.test(english) && !made.has(shape(english)))).toEqual([]);
  });

  it.each(all)("has the same places as the English: %s", (english, french) => {
    expect(placesOf(french).toSorted()).toEqual(
      placesOf(english)
        .filter((name) => name !== "unsaid")
        .toSorted(),
    );
  });

  it.each(all)("is found whatever stands in its places: %s", (english, french) => {
    const values = Object.fromEntries(placesOf(english).map((name) => [name, sample(name)]));
    const inside = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inFrench(value) ?? value]));

    expect(inFrench(fill(english, values))).toBe(fill(french, inside));
  });

  it("has the apostrophes and quotation marks of French, but in what is typed into a file", () => {
    expect(all.filter(([, french]) => /\p{L}'\p{L}|[“”]/u.test(french))).toEqual([]);
    expect(all.filter(([, french]) => /\p{L}[;!?»]|«\p{L}/u.test(french))).toEqual([]);
  });

  it("goes into what a sentence quotes, where that has French too", () => {
    expect(inFrench("this pattern cannot be used: a ( is not closed")).toBe("ce motif est inutilisable : une ( n’est pas fermée");
    expect(inFrench("name: Too small: expected string to have >=1 characters.")).toBe(
      "name : c’est trop court : il faut au moins 1 caractère(s).",
    );
    expect(inFrench("SES refused it: MessageRejected: no")).toBe("SES l’a refusé : MessageRejected: no");
  });

  it("leaves what it does not know to the English, also where a stranger made it long", () => {
    expect(inFrench("nothing that Relance would say")).toBeUndefined();
    expect(inFrench("title: a word of somebody’s own.")).toBeUndefined();
    expect(inFrench(`${"there is no ".repeat(100_000)}`)).toBeUndefined();
  });
});
