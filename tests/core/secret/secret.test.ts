import { createHash, hkdfSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64, toBase64Url } from "#core/secret/base64.ts";
import { deriveKey } from "#core/secret/derive-key.ts";
import { sameBytes, sameText } from "#core/secret/same-bytes.ts";

const bytes = fc.uint8Array({ maxLength: 100 });

describe("secrets", () => {
  it("are derived as RFC 5869 says, which OpenSSL confirms", () => {
    const rootKey = createHash("sha256").update("root").digest();
    const confirmed = hkdfSync("sha256", rootKey, Buffer.alloc(32), "relance/console/1", 32);
    expect(Buffer.from(deriveKey(rootKey, "console"))).toEqual(Buffer.from(confirmed));
  });

  it("are equal only if every byte is", () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        expect(sameBytes(one, other)).toBe(Buffer.compare(one, other) === 0);
      }),
    );
    fc.assert(
      fc.property(bytes, (one) => {
        expect(sameBytes(one, Uint8Array.from(one))).toBe(true);
      }),
    );
    expect(sameText("clé", "clé")).toBe(true);
    expect(sameText("clé", "cle")).toBe(false);
  });
});

describe("base64", () => {
  it("is written as Node writes it", () => {
    fc.assert(
      fc.property(bytes, (one) => {
        expect(toBase64(one)).toBe(Buffer.from(one).toString("base64"));
        expect(toBase64Url(one)).toBe(Buffer.from(one).toString("base64url"));
      }),
    );
  });

  it("is read back", () => {
    fc.assert(
      fc.property(bytes, (one) => {
        expect(fromBase64(toBase64(one))).toEqual(one);
      }),
    );
  });

  it("has no foreign characters", () => {
    expect(fromBase64("é")).toBeUndefined();
    expect(fromBase64("a b")).toBeUndefined();
  });
});
