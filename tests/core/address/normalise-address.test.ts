import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashAddress } from "#core/address/hash-address.ts";
import { maskAddress } from "#core/address/mask-address.ts";
import { readAddress } from "#core/address/normalise-address.ts";

function addressOf(text: string): string | undefined {
  const read = readAddress(text);
  return read.kind === "address" ? read.address : undefined;
}

function codeOf(text: string): string | undefined {
  const read = readAddress(text);
  return read.kind === "impossible" ? read.code : undefined;
}

describe("recognising a person by their address", () => {
  it.each([
    ["case", "Claire.Dupont@Example.COM", "claire.dupont@example.com"],
    ["blanks around it", "  claire@example.com\t\n", "claire@example.com"],
    ["what copying leaves around it", "\u200bclaire@example.com\ufeff", "claire@example.com"],
    ["composed and decomposed accents", "he\u0301le\u0300ne@example.com", "h\u00e9l\u00e8ne@example.com"],
    ["full-width letters and @", "ｃｌａｉｒｅ＠example.com", "claire@example.com"],
    ["an internationalised domain in Unicode and in ASCII", "info@bücher.example", "info@xn--bcher-kva.example"],
    ["the case of an internationalised domain", "info@BÜCHER.example", "info@bücher.example"],
    ["the case of its ASCII form", "info@XN--BCHER-KVA.example", "info@bücher.example"],
    ["a domain's decomposed accents", "info@bu\u0308cher.example", "info@bücher.example"],
    ["the full stops of East Asian keyboards", "info@例え。テスト", "info@例え.テスト"],
    ["the final sigma", "ΟΔΥΣΣΕΥΣ@example.com", "οδυσσευς@example.com"],
  ])("sees one person whatever %s", (_, one, other) => {
    expect(addressOf(one)).toBeDefined();
    expect(addressOf(one)).toBe(addressOf(other));
  });

  it.each([
    ["a +tag", "claire+devis@example.com", "claire@example.com"],
    ["dots before the @", "claire.dupont@example.com", "clairedupont@example.com"],
    ["ß and ss in a domain, which IDNA2008 keeps apart", "a@straße.example", "a@strasse.example"],
    ["ß and ss before the @", "weiß@example.com", "weiss@example.com"],
    ["an accent", "hélène@example.com", "helene@example.com"],
    ["a subdomain", "a@mail.example.com", "a@example.com"],
  ])("keeps two people apart by %s", (_, one, other) => {
    expect(addressOf(one)).toBeDefined();
    expect(addressOf(other)).toBeDefined();
    expect(addressOf(one)).not.toBe(addressOf(other));
  });

  it("writes to the address as it was typed, its domain in the ASCII that SES asks for", () => {
    expect(readAddress(" Claire+Devis@Example.com ")).toMatchObject({ email: "Claire+Devis@Example.com" });
    expect(readAddress("Hélène@bücher.example")).toMatchObject({ email: "Hélène@xn--bcher-kva.example" });
  });

  it.each([
    ["", "address-missing"],
    ["   ", "address-missing"],
    ["claire", "address-without-at"],
    ["claire.example.com", "address-without-at"],
    ["@example.com", "address-without-name"],
    ["claire dupont@example.com", "address-name"],
    ["claire@home@example.com", "address-name"],
    [".claire@example.com", "address-name"],
    ["claire.@example.com", "address-name"],
    ["claire..d@example.com", "address-name"],
    ["claire(devis)@example.com", "address-name"],
    ['"claire"@example.com', "address-name"],
    ["<claire@example.com>", "address-name"],
    ["Claire <claire@example.com>", "address-name"],
    ["a@b.com,c@d.com", "address-name"],
    ["claire\r\nBcc: all@example.com", "address-name"],
    ["cl\u0000aire@example.com", "address-name"],
    ["cl\u200baire@example.com", "address-name"],
    ["claire@", "address-domain"],
    ["claire@localhost", "address-domain"],
    ["claire@example", "address-domain"],
    ["claire@.example.com", "address-domain"],
    ["claire@example..com", "address-domain"],
    ["claire@example.com.", "address-domain"],
    ["claire@-example.com", "address-domain"],
    ["claire@example-.com", "address-domain"],
    ["claire@exam_ple.com", "address-domain"],
    ["claire@exa mple.com", "address-domain"],
    ["claire@example.com\r\nBcc: all@example.com", "address-name"],
    ["claire@example.com\r\nBcc: all", "address-domain"],
    ["claire@192.0.2.1", "address-domain"],
    ["claire@[192.0.2.1]", "address-domain"],
    ["claire@example.c", "address-domain"],
    ["claire@exa\u200bmple.com", "address-domain"],
    ["claire@xn--example-2z6c.com", "address-domain"],
    ["claire@xn--99zzz99.com", "address-domain"],
    [`claire@${"a".repeat(64)}.com`, "address-domain"],
    [`claire@${"a.".repeat(126)}com`, "address-domain"],
    [`${"a".repeat(65)}@example.com`, "address-too-long"],
    [`${"é".repeat(33)}@example.com`, "address-too-long"],
    [`${"a".repeat(64)}@${`${"b".repeat(60)}.`.repeat(3)}example`, "address-too-long"],
  ])("finds %j impossible: %s", (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it("takes the longest part before the @ that a server must take", () => {
    expect(addressOf(`${"a".repeat(64)}@example.com`)).toBeDefined();
  });

  it("says what is wrong and what would mend it, in sentences", () => {
    expect(readAddress("claire@example")).toEqual({
      kind: "impossible",
      code: "address-domain",
      problem: "What stands after the @ is not the name of a mail domain.",
      remedy: "Check the part after the @: it reads like example.com.",
    });
  });
});

const letters = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789éèàüñøåłžαβγδжщя中文あ");
const word = fc.array(letters, { minLength: 2, maxLength: 10 }).map((characters) => characters.join(""));
const typed = fc
  .tuple(
    fc.array(word, { minLength: 1, maxLength: 3 }),
    fc.array(word, { minLength: 1, maxLength: 3 }),
    fc.constantFrom("com", "fr", "example", "рф"),
  )
  .map(([local, domain, top]) => `${local.join(".")}@${domain.join(".")}.${top}`);

describe("properties of the normalised address", () => {
  it("is its own normalisation", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          typed,
          fc.string({ unit: "grapheme" }).map((text) => `${text}@bücher.example`),
        ),
        (text) => {
          const address = addressOf(text);
          if (address !== undefined) expect(addressOf(address)).toBe(address);
        },
      ),
    );
  });

  it("does not depend on case", () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(addressOf(text.toUpperCase())).toBe(addressOf(text));
      }),
    );
  });

  it("does not depend on how Unicode is composed", () => {
    fc.assert(
      fc.property(typed, fc.constantFrom("NFC", "NFD", "NFKC", "NFKD"), (text, form) => {
        expect(addressOf(text.normalize(form))).toBe(addressOf(text));
      }),
    );
  });

  it("finds every address of plain words possible", () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(addressOf(text)).toBeDefined();
      }),
    );
  });

  it("never lets a blank, a control character or a second @ through, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (local, domain) => {
        const read = readAddress(`${local}@${domain}.example`);
        if (read.kind === "impossible") return;
        expect(read.address).toMatch(/^[^\s@\p{Cc}]+@[a-z0-9.-]+$/u);
        expect(read.email).toMatch(/^[^\s@＠\p{Cc}]+@[A-Za-z0-9.-]+$/u);
      }),
    );
  });
});

describe("what is kept or shown of an address", () => {
  it("is its SHA-256 as the key", () => {
    expect(hashAddress("claire@example.com")).toMatch(/^[0-9a-f]{64}$/);
    expect(hashAddress("claire@example.com")).not.toBe(hashAddress("clara@example.com"));
  });

  it("is its first letter and its domain on a page", () => {
    expect(maskAddress("claire@example.com")).toBe("c•••@example.com");
    expect(maskAddress("🦊fox@example.com")).toBe("🦊•••@example.com");
    expect(maskAddress("claire@xn--bcher-kva.example")).toBe("c•••@bücher.example");
    expect(maskAddress("claire@xn--\u00e9.example")).toBe("c•••@xn--\u00e9.example");
    expect(maskAddress("no address")).toBe("•••");
  });
});
