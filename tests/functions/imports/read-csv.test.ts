import fc from "fast-check";
import { stringify } from "csv-stringify/sync";
import { describe, expect, it } from "vitest";
import { CsvProblem, readCsv } from "#functions/imports/read-csv.ts";

async function read(bytes: Uint8Array) {
  const { encoding, delimiter, headers, rows } = await readCsv(bytes);
  const cells: string[][] = [];
  for await (const row of rows) cells.push([...row.cells]);
  return { encoding, delimiter, headers, cells };
}

const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const text = 'Prénom;E-mail;Remarque\r\nZoé;zoe@example.com;"cœur; deux\r\nlignes"\r\n';

describe("a CSV", () => {
  it.each([
    ["UTF-8", Buffer.from(text), "utf-8"],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${text}`), "utf-8"],
    ["UTF-16", utf16(text), "utf-16le"],
    ["UTF-16 without a mark", Buffer.from(text, "utf16le"), "utf-16le"],
    ["Windows-1252", Buffer.from(text.replace("œ", "\u009c"), "latin1"), "windows-1252"],
  ])("is read in %s", async (_, bytes, encoding) => {
    expect(await read(bytes)).toEqual({
      encoding,
      delimiter: ";",
      headers: ["Prénom", "E-mail", "Remarque"],
      cells: [["Zoé", "zoe@example.com", "cœur; deux\r\nlignes"]],
    });
  });

  it.each([
    ["a,b\n1,2", ","],
    ["a;b\n1;2,5", ";"],
    ["a\tb\n1\t2", "\t"],
    ['"a,1"|b\nx|y', "|"],
    ["sep=;\r\na;b\r\n1;2", ";"],
    ["email\na@example.com", ","],
  ])("tells its separator: %j", async (csv, delimiter) => {
    expect(await read(Buffer.from(csv))).toMatchObject({
      delimiter,
      headers: expect.not.arrayContaining([expect.stringContaining("sep=")]),
    });
  });

  it("gives back what a spreadsheet wrote, whatever is in its cells", async () => {
    const cell = fc.string({ unit: "binary", maxLength: 12 }).map((value) => value.replaceAll("\0", "").replaceAll("\uFEFF", ""));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        const csv = stringify([["email", "b"], ...rows], { quoted: true });

        expect((await read(Buffer.from(csv))).cells).toEqual(rows.map((row) => [...row]));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["nothing but blanks", "\n\n"],
    ["a quotation that is never closed", `email,b\n"${"x".repeat(200_000)}`],
    ["more columns than any list has", `${"c,".repeat(400)}\n`],
  ])("is refused with a remedy: %s", async (_, csv) => {
    await expect(read(Buffer.from(csv))).rejects.toThrow(CsvProblem);
  });

  it("never fails otherwise, whatever bytes it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await read(bytes).catch((fault: unknown) => expect(fault).toBeInstanceOf(CsvProblem));
      }),
      { numRuns: 200 },
    );
  });
});
