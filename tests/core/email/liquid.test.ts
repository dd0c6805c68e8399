import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine, type Flavour } from "#core/email/liquid.ts";

function filled(template: string, scope: Readonly<Record<string, unknown>> = {}, flavour: Flavour = "html", locale = "fr"): string {
  const engine = createEngine(locale, flavour);
  const parsed = engine.parse(template);
  if (parsed.kind === "problem") throw new Error(parsed.problem);
  return engine.render(parsed.template, scope);
}

function refusal(template: string): string {
  const parsed = createEngine("fr", "html").parse(template);
  if (parsed.kind === "ok") throw new Error("it parsed");
  return parsed.problem;
}

describe("filling in a template", () => {
  it("escapes what people typed where it stands in HTML, whatever they typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."<>&\"'a{}% ".split("")) }), (typed) => {
        expect(filled("{{ person.firstName }}", { person: { firstName: typed } })).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|#34;|#39;)/);
      }),
    );
  });

  it("escapes once, also where a marketer asks for it again", () => {
    expect(filled("{{ person.firstName | escape }}", { person: { firstName: "<b>" } })).toBe("&lt;b&gt;");
  });

  it("leaves plain text as it is", () => {
    expect(filled("{{ person.firstName }}", { person: { firstName: "Zoé & Fils" } }, "text")).toBe("Zoé & Fils");
  });

  it("never runs Liquid that somebody typed", () => {
    expect(filled("{{ person.firstName }}", { person: { firstName: "{{ sender.name }}" }, sender: { name: "secret" } })).toBe(
      "{{ sender.name }}",
    );
  });

  it("writes numbers, money and dates as the reader's language does", () => {
    const scope = { n: 1234.5, m: { amount: 9400, currency: "EUR" }, d: "2026-01-31" };

    expect(filled("{{ n | number }} · {{ m | money }} · {{ d | date }}", scope, "text", "fr")).toBe(
      "1\u202f234,5 · 9\u202f400\u00a0€ · 31 janvier 2026",
    );
    expect(filled("{{ n | number }} · {{ m | money }} · {{ d | date }}", scope, "text", "en")).toBe("1,234.5 · €9,400 · January 31, 2026");
  });

  it("shows money and lists as such also without a filter", () => {
    expect(filled("{{ m }} · {{ l }}", { m: { amount: 10.5, currency: "EUR" }, l: ["a", "<b"] })).toBe("10,50\u00a0€ · a, &lt;b");
  });

  it("shows as they are values that are no number, no money, no date, and no currency", () => {
    const scope = { t: "bientôt", o: { amount: "?", currency: "EUR" }, c: { amount: 3, currency: "not one" } };

    expect(filled("{{ t | number }} {{ t | money }} {{ t | date }} [{{ o | money }}] {{ c | money }}", scope, "text")).toBe(
      "bientôt bientôt bientôt [] 3\u00a0€",
    );
  });

  it("takes a declared attribute that is not known for nothing, so that `default` can stand in", () => {
    expect(filled("Bonjour {{ person.firstName | default: 'et bienvenue' }}", { person: { firstName: null } })).toBe(
      "Bonjour et bienvenue",
    );
    expect(filled("[{{ person.firstName }}]", { person: { firstName: null } })).toBe("[]");
  });
});

describe("a hostile template", () => {
  it.each([
    ["a tag that reads files", "{% include 'secrets' %}", "include"],
    ["a tag that renders files", "{% render 'secrets' %}", "render"],
    ["a layout", "{% layout 'x' %}", "layout"],
    ["raw output", "{% raw %}{{ x }}{% endraw %}", "raw"],
    ["capture", "{% capture x %}y{% endcapture %}", "capture"],
    ["the raw filter", "{{ x | raw }}", "raw"],
    ["a filter with an expression of its own", "{{ x | where_exp: 'i', 'i' }}", "where_exp"],
    ["an unknown filter", "{{ x | shout }}", "shout"],
    ["an output left open", "Hello {{ x", "not closed"],
    ["a condition left open", "{% if x %}Hello", "not closed"],
  ])("is refused: %s", (_, template, word) => {
    expect(refusal(template)).toContain(word);
  });

  it("is told where it is wrong", () => {
    expect(createEngine("fr", "html").parse("one\ntwo {{ x | shout }}")).toMatchObject({ kind: "problem", line: 2, column: 5 });
  });

  it.each(["constructor", "__proto__", "toString", "firstName.constructor", "firstName.__proto__"])(
    "cannot reach %s of a value",
    (path) => {
      expect(() => filled(`{{ person.${path} }}`, { person: { firstName: "Zoé" } })).toThrow(/undefined variable/);
    },
  );

  it("cannot reach the world outside", () => {
    for (const name of ["process", "globalThis", "require", "Function"])
      expect(() => filled(`{{ ${name} }}`)).toThrow(/undefined variable/);
  });

  it.each([
    ["a range without end", "{% for i in (1..1000000000) %}x{% endfor %}"],
    ["a range somebody typed the end of", "{% for i in (1..n) %}x{% endfor %}"],
    ["loops in loops", "{% for i in (1..99999) %}{% for j in (1..99999) %}{% for k in (1..99999) %}x{% endfor %}{% endfor %}{% endfor %}"],
    ["a text that doubles", `{% assign a = 'xxxxxxxxxx' %}${"{% assign a = a | append: a %}".repeat(40)}{{ a }}`],
  ])("is stopped: %s", (_, template) => {
    expect(() => filled(template, { n: 1e9 })).toThrow(/limit exceeded/);
  });

  it("cannot be longer than any mail", () => {
    expect(refusal("x".repeat(400_001))).toContain("limit exceeded");
  });

  it("cannot make a mail without end", () => {
    expect(() => filled("{% for i in (1..40) %}{{ long }}{% endfor %}", { long: "x".repeat(30_000) }, "text")).toThrow(/more than 1000000/);
  });
});
