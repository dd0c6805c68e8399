import { readdirSync, readFileSync } from "node:fs";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, it } from "vitest";
import { en } from "#console/src/i18n/en.ts";
import { fr } from "#console/src/i18n/fr.ts";

const catalogues = { en, fr } as const;
const ids = Object.keys(en);

/** The variables a sentence takes, by name. */
function variablesOf(message: string): readonly string[] {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === "string" && part.length <= 3) names.add(part[0]);
    if (typeof part[2] === "object" && part[2] !== null)
      Object.values(part[2]).forEach((branch) => Array.isArray(branch) && branch.forEach(visit));
  };
  const compiled = compileMessage(message);
  if (Array.isArray(compiled)) compiled.forEach(visit);
  return [...names].sort();
}

const sources = readdirSync("console/src", { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/i18n\/messages\//.test(path))
  .map((path) => readFileSync(`console/src/${path}`, "utf8"))
  .join("\n");

describe("the console's sentences", () => {
  it("are the same in French and in English, none empty", () => {
    expect(Object.keys(fr).sort()).toEqual([...ids].sort());
    expect(ids.length).toBeGreaterThan(80);
    for (const catalogue of Object.values(catalogues))
      expect(Object.entries(catalogue).filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it.each(ids)("takes the same variables in both languages: %s", (id) => {
    const [english, french] = [Reflect.get(en, id), Reflect.get(fr, id)];

    expect(variablesOf(String(french))).toEqual(variablesOf(String(english)));
  });

  it("reads variables where there are some", () => {
    expect(variablesOf("{count, plural, one {# try by {who}} other {# tries}}")).toEqual(["count", "who"]);
  });

  it("has no sentence that nobody says, and none said that is not there", () => {
    const said = [...sources.matchAll(/["`]([a-z]+(?:\.[\w-]+|\.\$\{[^}]+\})+)["`]/gi)].map(([, id = ""]) => id);
    // A permission is `people:read`, an action of the log `stage.set`: both stand for one word.
    const patterns = said.map((id) => new RegExp(`^${id.replaceAll(".", "\\.").replace(/\$\{[^}]+\}/g, "[\\w:.-]+")}$`));

    expect(ids.filter((id) => !patterns.some((pattern) => pattern.test(id)))).toEqual([]);
  });
});

describe("French typography", () => {
  const texts = Object.entries(fr);

  it("has no straight apostrophe or quotation mark", () => {
    expect(texts.filter(([, text]) => /['"]/.test(text))).toEqual([]);
  });

  it("keeps high punctuation on the line of its word", () => {
    expect(texts.filter(([, text]) => / [:;!?»]|« |[\p{L}][;!?»]/u.test(text))).toEqual([]);
  });
});
