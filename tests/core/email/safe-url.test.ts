import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeUrl } from "#core/email/safe-url.ts";

describe("a value in a link", () => {
  it.each([
    "https://dupont.example/a?b=c#d",
    "http://dupont.example",
    "mailto:zoe@dupont.example",
    "tel:+33478000000",
    " https://dupont.example ",
  ])("may be %s", (url) => {
    expect(safeUrl(url)).toBe(url.trim());
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\u0000javascript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "//dupont.example",
    "dupont.example",
    'https://dupont.example/" onclick="x',
    "https://dupont.example/<b>",
    "",
    null,
    42,
  ])("leads nowhere if it is %j", (value) => {
    expect(safeUrl(value)).toBe("#");
  });

  it("is always one of three harmless kinds, or nowhere", () => {
    const typed = fc.tuple(fc.constantFrom("", "https://", "mailto:", "tel:", "javascript:"), fc.string()).map((parts) => parts.join(""));
    fc.assert(
      fc.property(typed, (value) => {
        expect(safeUrl(value)).toMatch(/^(https?:\/\/|mailto:|tel:)[^\s"'<>]+$|^#$/i);
      }),
    );
  });
});
