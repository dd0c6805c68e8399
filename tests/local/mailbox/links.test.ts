import { describe, expect, it } from "vitest";
import { encodeHeaderWord } from "#functions/adapters/ses/encode-header-word.ts";
import { decodeWords } from "#local/mailbox/encoded-words.ts";
import { linksOf } from "#local/mailbox/links.ts";

describe("the links of a mail", () => {
  it.each([
    ["in double quotes", '<a href="https://a.example/">A</a>', [{ url: "https://a.example/", text: "A" }]],
    ["in single quotes", "<a class=x href='https://a.example/'>A</a>", [{ url: "https://a.example/", text: "A" }]],
    [
      "escaped as HTML asks",
      '<a href="https://a.example/?a=1&amp;b=&#x27;">A &amp; B</a>',
      [{ url: "https://a.example/?a=1&b='", text: "A & B" }],
    ],
    [
      "around a picture and over lines",
      '<A\n HREF="https://a.example/"><img alt="x">\n A </A>',
      [{ url: "https://a.example/", text: "A" }],
    ],
    [
      "once, if it is there twice",
      '<a href="https://a.example/">A</a><a href="https://a.example/">B</a>',
      [{ url: "https://a.example/", text: "A" }],
    ],
    ["not, if it leads to no site", '<a href="mailto:a@b.fr">A</a><a href="javascript:alert(1)">B</a><a name="x">C</a>', []],
  ])("are found %s", (_title, html, links) => {
    expect(linksOf(html)).toEqual(links);
  });
});

describe("encoded words", () => {
  it.each(["Éloïse Dupré", "名前".repeat(20), "Plain, Name", "ß".repeat(90)])("are read back as they were written: %s", (name) => {
    expect(decodeWords(encodeHeaderWord(name)).replace(/^"|"$/g, "")).toBe(name);
  });
});
