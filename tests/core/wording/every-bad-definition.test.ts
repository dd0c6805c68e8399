import { describe, expect, it } from "vitest";
import { conditionSentences } from "#core/wording/french/conditions.ts";
import { definitionSentences } from "#core/wording/french/definitions.ts";
import { emailSentences } from "#core/wording/french/emails.ts";
import { fileSentences } from "#core/wording/french/files.ts";
import { formSentences } from "#core/wording/french/forms.ts";
import { inFrench } from "#core/wording/in-french.ts";
import { readTemplate } from "#core/wording/template.ts";
import { everythingToldOf } from "./bad-definitions.ts";

const told = [...new Set(everythingToldOf().flatMap(({ problem, remedy }) => [problem, remedy]))];

const ours = Object.keys({ ...conditionSentences, ...definitionSentences, ...emailSentences, ...fileSentences, ...formSentences })
  .map((english) => ({ english, template: readTemplate(english) }))
  .sort((one, other) => other.template.weight - one.template.weight);

/** The template a sentence was made by. */
function templateOf(sentence: string): string | undefined {
  return ours.find(({ template }) => template.read(sentence) !== undefined)?.english;
}

/** Said by the publishing API and the preview, whose own tests reach them; and what no text can make the tools answer. */
const elsewhere = [
  "this file is no part of {kind} {name}",
  "publish each definition with its own files; POST /api/publish takes all of them together",
  "this is not called {name} any more",
  "write {kind}: {name} again; for another name, make a new one and retire this",
  "it cannot be filled in for this person: {heard}",
  "the MJML cannot be compiled: {heard}",
  "some Liquid would be lost in compiling",
  "move it inside mj-text, or around whole elements",
  "the condition cannot be read",
  "this line cannot be read",
  "a key is a word",
];

describe("everything that a bad definition can be told", () => {
  it("has its French", () => {
    expect(told.filter((sentence) => inFrench(sentence) === undefined)).toEqual([]);
    expect(told.length).toBeGreaterThan(200);
  });

  it("is reached by one of these definitions", () => {
    const reached = new Set(told.map(templateOf));

    expect(ours.map(({ english }) => english).filter((english) => !reached.has(english) && !elsewhere.includes(english))).toEqual([]);
  });
});
