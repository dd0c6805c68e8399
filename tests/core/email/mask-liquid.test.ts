import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { liquidPiece, maskLiquid, maskMjml } from "#core/email/mask-liquid.ts";
import { createMjmlCompiler } from "#functions/publish/mjml.ts";

const mjml = createMjmlCompiler();
const page = (inside: string): string => `<mjml><mj-body><mj-section><mj-column>${inside}</mj-column></mj-section></mj-body></mjml>`;

const innards = fc.string({ unit: fc.constantFrom(..."abé<>&\"' |.:,#qldz01\n".split("")), maxLength: 20 });
const piece = fc.oneof(
  innards.map((inside) => `{{ ${inside} }}`),
  innards.map((inside) => `{% ${inside} %}`),
);
const prose = fc.string({ unit: fc.constantFrom(..."abc éqldz0123456789,.".split("")), maxLength: 15 });

describe("masking Liquid", () => {
  it("gives back any text with any Liquid in it, character for character", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, prose, fc.constant("qlqd0zqlqd")), { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        const masked = maskLiquid(text);

        expect(masked.restore(masked.text)).toEqual({ text, lost: 0 });
      }),
    );
  });

  it("leaves no Liquid for the tool to see", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, prose), { maxLength: 12 }), (parts) => {
        expect(maskLiquid(parts.join("")).text).not.toMatch(liquidPiece);
      }),
    );
  });

  it("brings any Liquid through the MJML compiler as it was written, inside a text and between elements", () => {
    fc.assert(
      fc.property(piece, piece, piece, (inText, between, inLink) => {
        const masked = maskMjml(page(`${between}<mj-text>a ${inText} b <a href="https://x.example/${inLink}">c</a></mj-text>`));
        const compiled = mjml(masked.text);
        if (compiled.kind === "problem") throw new Error(compiled.problem);
        const { text, lost } = masked.restore(compiled.html);

        expect(lost).toBe(0);
        expect(text).toContain(`a ${inText} b`);
        expect(text).toContain(`https://x.example/${inLink}`);
        expect(text).toContain(between);
      }),
      { numRuns: 200 },
    );
  });

  it("counts the pieces a tool has dropped", () => {
    const masked = maskLiquid("{{ a }} and {{ b }}");

    expect(masked.restore(masked.text.split(" and ")[0] ?? "")).toEqual({ text: "{{ a }}", lost: 1 });
  });

  it("lets a condition go round whole blocks", () => {
    const masked = maskMjml(page("{% if person.open %}<mj-text>Open</mj-text>{% else %}<mj-divider />{% endif %}"));

    expect(masked.text.match(/<mj-raw>/g)).toHaveLength(3);
    expect(mjml(masked.text).kind).toBe("html");
  });

  it("passes over what is commented out, but not over what only Outlook reads", () => {
    const masked = maskMjml("<mj-raw><!-- {{ gone }} --><!--[if mso]>{{ kept }}<![endif]--></mj-raw>");

    expect(masked.restore(masked.text)).toEqual({ text: "<mj-raw><!--[if mso]>{{ kept }}<![endif]--></mj-raw>", lost: 0 });
  });
});
