import { describe, expect, it } from "vitest";
import { bodyLine, compiled, emailFile, variantOf } from "./an-email.ts";

function problemsOf(file: string) {
  const result = compiled(file);
  return result.kind === "problems" ? result.problems : [];
}

describe("compiling an e-mail", () => {
  it("makes of it what needs only Liquid to be sent", () => {
    const variant = variantOf(
      emailFile({ front: 'subject: "Hello {{ person.firstName }}"\npreheader: Look', body: "<mj-text>For {{ person.company }}</mj-text>" }),
    );

    expect(variant.subject).toBe("Hello {{ person.firstName }}");
    expect(variant.preheader).toBe("Look");
    expect(variant.html).toContain("For {{ person.company }}");
    expect(variant.html).not.toMatch(/<\/?mj/);
    expect(variant.text).toContain("For {{ person.company }}");
    expect(variant.variables).toEqual(["person.company", "person.firstName", "sender.postalAddress", "unsubscribe_url"]);
  });

  it("keeps the way out from being rewritten by SES, however it is written", () => {
    for (const link of ['<a href="{{ unsubscribe_url }}">out</a>', "<a class=\"x\" href='{{unsubscribe_url}}'>out</a>"]) {
      const variant = variantOf(emailFile({ footer: `<mj-text>{{ sender.postalAddress }} ${link}</mj-text>` }));

      expect(variant.html).toMatch(/<a ses:no-track [^>]*href="\{\{ ?unsubscribe_url ?\}\}"/);
    }
    const button = variantOf(
      emailFile({ footer: '<mj-text>{{ sender.postalAddress }}</mj-text><mj-button href="{{ unsubscribe_url }}">out</mj-button>' }),
    );

    expect(button.html).toMatch(/<a ses:no-track [^>]*href="\{\{ unsubscribe_url \}\}"/);
  });

  it("reads a file from an editor that writes a byte order mark and CRLF", () => {
    expect(variantOf(`\ufeff${emailFile().replaceAll("\n", "\r\n")}`).subject).toBe("Hello");
  });

  it("takes the text part of the front matter where there is one", () => {
    const front = 'subject: Hello\ntext: "Words. {{ sender.postalAddress }} {{ unsubscribe_url }}"';

    expect(variantOf(emailFile({ front })).text).toBe("Words. {{ sender.postalAddress }} {{ unsubscribe_url }}");
  });

  it("makes a text part of paragraphs, rows and links, without what is not seen", () => {
    const body =
      '<mj-text>One</mj-text><mj-table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></mj-table><mj-image alt="x" src="{{ sender.website }}/a.png" />' +
      '<mj-button href="https://x.example/a">Go</mj-button>';
    const text = variantOf(
      emailFile({
        front: "subject: Hello\npreheader: Unseen",
        head: "<mj-title>T</mj-title><mj-preview>{{ preheader }}</mj-preview>",
        body,
      }),
    ).text;

    expect(text).toBe("One\n\na\u2003b\nc\u2003d\n\nGo <https://x.example/a>\n\n{{ sender.postalAddress }} out <{{ unsubscribe_url }}>");
  });
});

describe("an e-mail that cannot be published", () => {
  it("has no front matter", () => {
    expect(problemsOf("<mjml></mjml>")).toMatchObject([{ line: 1, column: 1, field: "subject", problem: "the file has no front matter" }]);
  });

  it("has a field nobody knows, and is told on which line of the file", () => {
    expect(problemsOf(emailFile({ front: "subject: Hello\npreheadr: x" }))).toMatchObject([
      {
        file: "emails/trial.fr.mjml",
        line: 3,
        column: 1,
        problem: "nothing is called preheadr here",
        remedy: "check the spelling, or take it out",
      },
    ]);
  });

  it("says something of a person that is not declared, and is told where", () => {
    expect(problemsOf(emailFile({ body: "<mj-text>\n  Hello {{ person.firstname }}</mj-text>" }))).toMatchObject([
      { line: bodyLine + 1, column: 12, field: "person.firstname", problem: "person has no firstname" },
    ]);
  });

  it.each([
    ["{{ process.env }}", "there is no process.env"],
    ["{{ notice.task }}", "there is no notice.task"],
    ["{{ sender.password }}", "sender has no password"],
    ["{{ person }}", "person has no "],
    ["{% for p in person %}{{ p }}{% endfor %}", "person has no "],
    ["{{ person[person.firstName] }}", "there is no person[person"],
  ])("names what there is not: %s", (liquid, problem) => {
    expect(problemsOf(emailFile({ body: `<mj-text>${liquid}</mj-text>` })).map((found) => found.problem)).toContainEqual(
      expect.stringContaining(problem),
    );
  });

  it("has Liquid that does not parse, and is told where and what there is", () => {
    const [problem] = problemsOf(emailFile({ body: "<mj-text>\n {{ person.firstName | raw }}</mj-text>" }));

    expect(problem).toMatchObject({ line: bodyLine + 1, column: 2, field: "mjml", problem: "undefined filter: raw" });
    expect(problem?.remedy).toContain("safe_url");
  });

  it("has such Liquid in its subject", () => {
    expect(problemsOf(emailFile({ front: 'subject: "{{ person.firstName"' }))).toMatchObject([{ field: "subject" }]);
  });

  it("has markup that is wrong, and is told the place", () => {
    expect(problemsOf(emailFile({ body: "<mj-text>a<br></mj-text>" }))).toMatchObject([
      { line: bodyLine, column: 11, field: "br", remedy: "write <br />" },
    ]);
  });

  it("has MJML where MJML allows none", () => {
    expect(
      problemsOf(emailFile({ head: '<mj-attributes>{% if person.open %}<mj-all color="red" />{% endif %}</mj-attributes>' })),
    ).toMatchObject([{ line: 4, field: "mjml" }]);
  });

  it("has Liquid that the compiler would drop without a word", () => {
    expect(
      problemsOf(emailFile({ head: '<mj-attributes><mj-class name="unused" color="{{ sender.name }}" /></mj-attributes>' })),
    ).toMatchObject([
      { line: 4, column: 1, problem: "some Liquid would be lost in compiling", remedy: "move it inside mj-text, or around whole elements" },
    ]);
  });

  it("does not name its sender, or has no way out, in every case", () => {
    const out = '<a href="{{ unsubscribe_url }}">out</a>';
    const fields = (footer: string): readonly string[] =>
      problemsOf(emailFile({ footer: `<mj-text>${footer}</mj-text>` })).map(({ field }) => field);

    expect(fields("{{ sender.postalAddress }}")).toEqual(["unsubscribe_url", "text"]);
    expect(fields(out)).toEqual(["sender.postalAddress"]);
    expect(fields(`{{ sender.postalAddress }} {% if person.firstName %}${out}{% endif %}`)).toEqual(["unsubscribe_url", "text"]);
    expect(fields(`{{ sender.postalAddress }} {% unless person.need == 'office' %}${out}{% endunless %}`)).toEqual([
      "unsubscribe_url",
      "text",
    ]);
    expect(fields(`{{ sender.postalAddress }} {{ unsubscribe_url }}`)).toEqual(["unsubscribe_url"]);
  });

  it("has a text of its own without a way out", () => {
    expect(problemsOf(emailFile({ front: "subject: Hello\ntext: Words" })).map(({ field }) => field)).toEqual([
      "text",
      "sender.postalAddress",
    ]);
  });

  it("cannot be filled in for some of the people it may go to", () => {
    const [problem] = problemsOf(
      emailFile({ body: "<mj-text>{% if person.need == 'office' %}{% for i in (1..999999999) %}x{% endfor %}{% endif %}</mj-text>" }),
    );

    expect(problem?.problem).toBe("it cannot be filled in: memory alloc limit exceeded");
  });

  it("has no subject for those of whom nothing is known", () => {
    expect(problemsOf(emailFile({ front: 'subject: "{{ person.firstName }}"' }))).toMatchObject([{ field: "subject" }]);
  });

  it("is longer than Gmail shows, in bytes", () => {
    expect(problemsOf(emailFile({ body: `<mj-text>${"é".repeat(51_000)}</mj-text>` }))).toMatchObject([
      { problem: expect.stringMatching(/^the mail has 1\d{5} bytes; Gmail hides what is beyond 102000$/) },
    ]);
  });

  it("is a notice with the person's way out, which one of us could use by mistake", () => {
    expect(problemsOf(emailFile({ front: "subject: Hello\npurpose: notice" }))).toMatchObject([{ field: "unsubscribe_url" }]);
  });

  it("owes its reader no way out if it is a notice to one of us", () => {
    expect(compiled(emailFile({ front: "subject: Hello\npurpose: notice", footer: "<mj-text>{{ notice.task }}</mj-text>" }))).toMatchObject(
      {
        kind: "ok",
        purpose: "notice",
      },
    );
  });
});
