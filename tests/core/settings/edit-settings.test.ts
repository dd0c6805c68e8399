import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { editSettings } from "#core/settings/edit-settings.ts";
import { settingsSchema, weekdays } from "#core/settings/settings.ts";

const text = readFileSync("templates/settings.yaml", "utf8");

/** The lines that are not the same. */
function changedLines(before: string, after: string): readonly string[] {
  const lines = new Set(before.split("\n"));
  return after.split("\n").filter((line) => !lines.has(line));
}

describe("the settings, changed by a form", () => {
  it("keep every other line as it was, comments and empty lines too", () => {
    const edited = editSettings(text, { window: { days: ["mon", "tue", "sat"], from: "08:30", to: "19:00" } });

    expect(changedLines(text, edited)).toEqual(["  days: [mon, tue, sat]", '  from: "08:30"', '  to: "19:00"']);
    expect(edited.split("\n")).toHaveLength(text.split("\n").length);
  });

  it("are the same text where nothing is different", () => {
    const { company, postalAddress, website, sender, owner, timeZone, window } = settingsSchema.parse(parse(text));

    expect(editSettings(text, { company, postalAddress, website, sender, owner, timeZone, window })).toBe(text);
  });

  it("hold whatever is typed as text: quotes, colons, signs of YAML, several scripts", () => {
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(words, words, (company, name) => {
        const edited = editSettings(text, { company, sender: { name, address: "a@b.example" } });
        const read = parse(edited);

        expect(read).toMatchObject({ company, sender: { name, address: "a@b.example" }, replyDomain: "reponses.atelier-lumen.example" });
      }),
    );
  });

  it("say any days and hours so that they are read back the same", () => {
    const hours = fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 12, max: 23 })).map(([from, to]) => ({
      from: `${String(from).padStart(2, "0")}:00`,
      to: `${to}:30`,
    }));
    fc.assert(
      fc.property(fc.subarray([...weekdays], { minLength: 1 }), hours, (days, { from, to }) => {
        const window = { days, from, to };

        expect(settingsSchema.parse(parse(editSettings(text, { window }))).window).toEqual(window);
      }),
    );
  });

  it("leave a text alone that is no YAML: publishing says what is wrong with it", () => {
    expect(editSettings("company: [", { company: "X" })).toBe("company: [");
  });
});
