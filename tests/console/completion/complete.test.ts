import { describe, expect, it } from "vitest";
import { complete } from "#console/src/pages/definitions/completion/complete.ts";
import type { Knowledge } from "#console/src/pages/definitions/completion/knowledge.ts";
import type { DefinitionKind } from "#core/definition/definition.ts";

const knowledge: Knowledge = {
  declarations: {
    need: { type: "choice", label: { en: "Need" }, choices: [{ value: "workshop", label: { en: "A workshop" } }] },
    firstName: { type: "text", label: { en: "First name" } },
  },
  languages: ["fr", "en"],
  emails: ["welcome", "offer"],
  forms: ["demo"],
};

/** What is offered where the `^` stands, by label. */
function offered(kind: DefinitionKind, marked: string): readonly string[] {
  const position = marked.indexOf("^");
  return complete(kind, marked.replace("^", ""), position, knowledge)?.options.map(({ label }) => label) ?? [];
}

describe("what is offered to whoever writes", () => {
  it("in a sequence is what its schema knows: keys, acts of a step and values", () => {
    expect(offered("sequence", "^")).toEqual(expect.arrayContaining(["sequence", "trigger", "audience", "steps"]));
    expect(offered("sequence", "steps:\n  - ^")).toEqual(expect.arrayContaining(["send", "wait", "branch", "notify", "exit"]));
    expect(offered("sequence", "trigger:\n  on: ^")).toContain("submission.received");
    expect(offered("sequence", "reentry: ^")).toEqual(["never", "always"]);
    expect(offered("sequence", "steps:\n  - branch:\n      then:\n        - notify:\n            ^")).toEqual(["to", "text"]);
  });

  it("is the names of what there is: e-mails, forms, attributes and languages", () => {
    expect(offered("sequence", "steps:\n  - send: { email: ^")).toEqual(["welcome", "offer"]);
    expect(offered("sequence", "trigger:\n  source: ^")).toEqual(["form:demo"]);
    expect(offered("form", "fields:\n  - attribute: ^")).toEqual(["need", "firstName"]);
    expect(offered("sequence", "name:\n  ^")).toEqual(["fr", "en"]);
  });

  it("in a condition is its variables, their fields, and the values of what is compared", () => {
    expect(offered("scoring", "fit:\n  - when: ^")).toEqual(expect.arrayContaining(["person", "score", "stage", "bought"]));
    expect(offered("scoring", "fit:\n  - when: person.^")).toEqual(expect.arrayContaining(["need", "firstName", "email"]));
    expect(offered("scoring", 'fit:\n  - when: person.need == "^')).toEqual(["workshop"]);
    expect(offered("scoring", 'fit:\n  - when: person.need in ["^')).toEqual(["workshop"]);
    expect(offered("lifecycle", 'stages:\n  - when: qualification.budget == "^')).toEqual(["unknown", "weak", "fair", "strong"]);
  });

  it("in a condition is what may be said there: the run in a branch, the event under engagement", () => {
    expect(offered("sequence", "steps:\n  - branch:\n      when: ^")).toContain("run");
    expect(offered("sequence", "audience: ^")).not.toContain("run");
    expect(offered("scoring", "engagement:\n  - when: ^")).toContain("event");
    expect(offered("scoring", "fit:\n  - when: ^")).not.toContain("event");
  });

  it("is never a regular expression: conditions know none", () => {
    const methods = offered("scoring", "fit:\n  - when: person.firstName.^");

    expect(methods).toContain("startsWith");
    expect(methods).not.toContain("matches");
  });

  it("in an e-mail is the head's fields, the elements of MJML and their attributes", () => {
    expect(offered("email", "---\n^\n---\n")).toEqual(expect.arrayContaining(["subject", "preheader", "purpose"]));
    expect(offered("email", "---\npurpose: ^\n---\n")).toEqual(["marketing", "notice", "confirmation"]);
    expect(offered("email", "---\nsubject: a\n---\n<mj-^")).toContain("mj-button");
    expect(offered("email", '---\nsubject: a\n---\n<mj-button color="#fff" ^')).toContain("href");
    expect(offered("email", "---\nsubject: a\n---\n<mjml><mj-body><mj-section></^")).toEqual(["mj-section"]);
  });

  it("in Liquid is the tags, filters and variables that an e-mail may use, and no other", () => {
    expect(offered("email", "---\nsubject: a\n---\n{{ person.^")).toEqual(expect.arrayContaining(["firstName", "stage"]));
    expect(offered("email", "---\nsubject: a\n---\n{{ ^")).toEqual(expect.arrayContaining(["person", "sender", "unsubscribe_url"]));
    expect(offered("email", "---\nsubject: a\n---\n{{ person.firstName | ^")).toEqual(expect.arrayContaining(["default", "money"]));
    expect(offered("email", "---\nsubject: a\n---\n{% ^")).not.toContain("include");
    expect(offered("email", '---\nsubject: a\n---\n{% if person.need == "^')).toEqual(["workshop"]);
    expect(offered("email", "---\nsubject: a\npurpose: notice\n---\n{{ ^")).not.toContain("unsubscribe_url");
  });
});
