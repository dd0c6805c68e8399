import { describe, expect, it } from "vitest";
import { checkMarkup } from "#core/email/check-markup.ts";

const inText = (html: string): string =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${html}</mj-text></mj-column></mj-section></mj-body></mjml>`;
const problems = (html: string): readonly string[] => checkMarkup(inText(html)).map(({ problem }) => problem);

describe("the markup of an e-mail", () => {
  it.each([
    '<a href="https://x.example/a">a</a>',
    '<a href="https://x.example/a?b={{ person.company | url_encode }}">a</a>',
    '<a href="{{ unsubscribe_url }}">a</a>',
    '<a href="{{- unsubscribe_url -}}">a</a>',
    "<a href='{{ unsubscribe_url }}'>a</a>",
    '<a href="{{ sender.website }}/contact">a</a>',
    '<a href="{{ sender.website }}/?q={{ person.company | url_encode }}">a</a>',
    '<a href="{{ person.website | safe_url }}">a</a>',
    '<a href="{% if person.open %}https://x.example/a{% else %}https://x.example/b{% endif %}">a</a>',
    '<a href="mailto:{{ person.email }}">a</a>',
    '<a href="tel:+33478000000">a</a>',
    '<a href="#">a</a>',
    '<img src="https://x.example/a.png" alt="" />',
    "a <br /> b <strong>c</strong>",
    "<!-- <br> and <b> in a comment -->",
    '<span style="{% if person.open %}color:red{% endif %}">a</span>',
    "{% if person.rooms < 3 and person.rooms > 1 %}a{% endif %}",
  ])("may have %s", (html) => {
    expect(problems(html)).toEqual([]);
  });

  it.each([
    ['<a href="{{ person.website }}">a</a>', "a link begins with a value somebody else wrote"],
    ["<a href='{{ person.website }}'>a</a>", "a link begins with a value somebody else wrote"],
    ['<a HREF="{{ person.website }}">a</a>', "a link begins with a value somebody else wrote"],
    ['<a href="https://{{ person.company }}">a</a>', "a link begins with a value somebody else wrote"],
    ['<a href="https://x.example{{ person.company }}">a</a>', "a link begins with a value somebody else wrote"],
    ['<a href="{{ sender.website }}{{ person.company }}">a</a>', "a link begins with a value somebody else wrote"],
    ['<a href="{% if person.open %}{{ person.website }}{% endif %}">a</a>', "a link begins with a value somebody else wrote"],
    ["<a href=\"{{ person.website | safe_url | append: 'x' }}\">a</a>", "a link begins with a value somebody else wrote"],
    ['<a href="javascript:alert(1)">a</a>', "javascript:alert(1) is no web or mail address"],
    ['<a href="/contact">a</a>', "/contact is no web or mail address"],
    ['<img src="cid:1" alt="a" />', "cid:1 is no web or mail address"],
    ['<img src="https://x.example/a.png" />', "the picture has no words for those who do not see it"],
    ['<b onclick="x">a</b>', "a mail may run nothing"],
    ["<script>x</script>", "a mail may have no <script>"],
    ['<iframe src="https://x.example/"></iframe>', "a mail may have no <iframe>"],
    ["<a {{ person.company }}>a</a>", "Liquid stands among the attributes"],
    ['<span style="color:{{ person.company }}">a</span>', "a style is filled in with a value somebody else wrote"],
    ["a <br> b", "<br> is not closed, as MJML asks"],
    ["<b>a</i></b>", "</i> stands where </b> should"],
    ["<mj-tetx>a</mj-tetx>", "MJML has no <mj-tetx>"],
  ])("may not have %s", (html, problem) => {
    expect(problems(html)).toContain(problem);
  });

  it("may not be filled in inside its styles", () => {
    expect(checkMarkup("<mjml><mj-head><mj-style>a{color:{{ person.company }}}</mj-style></mj-head></mjml>")).toMatchObject([
      { field: "style" },
    ]);
  });

  it("may not fetch files", () => {
    expect(checkMarkup('<mjml><mj-include path="/etc/passwd" /></mjml>')).toMatchObject([{ field: "mj-include" }]);
  });

  it("must be closed as it was opened", () => {
    expect(checkMarkup("<mjml><mj-body>")).toMatchObject([{ field: "mj-body", problem: "<mj-body> is never closed", index: 6 }]);
    expect(checkMarkup("<mjml></mjml></b>")).toMatchObject([{ field: "b", problem: "</b> closes nothing", index: 13 }]);
  });

  it("may nest thirty elements and no more", () => {
    const nested = (depth: number): string => `${"<div>".repeat(depth)}${"</div>".repeat(depth)}`;

    expect(checkMarkup(nested(30))).toEqual([]);
    expect(checkMarkup(nested(31))).toMatchObject([{ problem: "elements are nested more than 30 deep" }]);
  });

  it("may have as many elements side by side as it likes", () => {
    expect(problems("<b>a</b><br />".repeat(500))).toEqual([]);
  });
});
