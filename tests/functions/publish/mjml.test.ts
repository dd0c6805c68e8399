import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMarkup } from "#core/email/check-markup.ts";
import { createMjmlCompiler } from "#functions/publish/mjml.ts";

const page = (inside: string): string => `<mjml><mj-body>${inside}</mj-body></mjml>`;

const { element } = fc.letrec<{ element: string; children: string }>((tie) => ({
  children: fc.array(tie("element"), { maxLength: 3 }).map((parts) => parts.join("")),
  element: fc.oneof(
    { maxDepth: 12, withCrossShrink: true },
    fc.constantFrom("a", "", "é", "<mj-divider />", '<mj-image alt="" />', "<mj-spacer height='1px' />", "<br />"),
    fc
      .tuple(
        fc.constantFrom(
          "mj-section",
          "mj-column",
          "mj-text",
          "mj-wrapper",
          "mj-group",
          "mj-hero",
          "mj-table",
          "mj-social",
          "mj-navbar",
          "mj-accordion",
          "b",
        ),
        tie("children"),
      )
      .map(([name, inside]) => `<${name} width="${name.length}%">${inside}</${name}>`),
  ),
}));

describe("the MJML compiler", () => {
  it("makes a page of MJML, fetching nothing from anyone", () => {
    const result = createMjmlCompiler()(
      page('<mj-section><mj-column><mj-text font-family="Roboto">Hello</mj-text></mj-column></mj-section>'),
    );

    expect(result).toMatchObject({ kind: "html", html: expect.stringContaining("Hello") });
    expect(JSON.stringify(result)).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });

  it.each(["", "<mjml>", "hello", page("<mj-text>"), page('<mj-include path="/etc/passwd" />')])("says what it cannot read: %s", (mjml) => {
    expect(createMjmlCompiler()(mjml)).toMatchObject({ kind: "problem", problem: expect.stringContaining("cannot be read") });
  });

  it("outlives whatever passes the check of the markup", () => {
    const compile = createMjmlCompiler();
    fc.assert(
      fc.property(element, (inside) => {
        const mjml = page(inside);
        fc.pre(checkMarkup(mjml).length === 0);

        expect(JSON.stringify(compile(mjml))).not.toContain("cannot be compiled");
      }),
      { numRuns: 500 },
    );
    expect(compile(page("")).kind).toBe("html");
  });
});
