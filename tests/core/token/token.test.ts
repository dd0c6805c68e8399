import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#core/id/id.ts";
import { consoleToken, deriveKey } from "#core/secret/derive-key.ts";
import { makeToken } from "#core/token/make-token.ts";
import { readToken } from "#core/token/read-token.ts";
import { readReplyAddress, replyAddress } from "#core/token/reply-address.ts";
import type { TokenPurpose, TokenSubject } from "#core/token/token.ts";

const rootKey = Uint8Array.from({ length: 32 }, (_, index) => index);
const otherKey = Uint8Array.from({ length: 32 }, (_, index) => index + 1);
const personId = newId("person", 1_790_000_000_000, new Uint8Array(10).fill(7));
const messageId = newId("message", 1_790_000_000_001, new Uint8Array(10).fill(9));
const subject: TokenSubject = { personId, messageId };
const invalid = { kind: "invalid" };

const ids = fc.tuple(fc.nat(2_000_000_000_000), fc.uint8Array({ minLength: 10, maxLength: 10 }));
const subjects: fc.Arbitrary<TokenSubject> = fc.tuple(ids, fc.option(ids)).map(([person, message]) => ({
  personId: newId("person", ...person),
  ...(message === null ? {} : { messageId: newId("message", ...message) }),
}));
const purposes = fc.constantFrom<TokenPurpose>("unsubscribe", "reply", "measure", "confirm", "form");

describe("a token", () => {
  it("gives back the person and the message it was made for", () => {
    fc.assert(
      fc.property(subjects, purposes, (one, purpose) => {
        expect(readToken(rootKey, purpose, makeToken(rootKey, purpose, one))).toEqual({ kind: "valid", subject: one });
      }),
    );
  });

  it("is the same each time it is made", () => {
    expect(makeToken(rootKey, "unsubscribe", subject)).toBe(makeToken(rootKey, "unsubscribe", subject));
  });

  it("is worth nothing for another purpose", () => {
    expect(readToken(rootKey, "reply", makeToken(rootKey, "unsubscribe", subject))).toEqual(invalid);
    expect(readToken(rootKey, "unsubscribe", makeToken(rootKey, "reply", subject))).toEqual(invalid);
  });

  it("is worth nothing under another root key", () => {
    expect(readToken(otherKey, "unsubscribe", makeToken(rootKey, "unsubscribe", subject))).toEqual(invalid);
    expect(readToken(otherKey, "reply", makeToken(rootKey, "reply", subject))).toEqual(invalid);
  });

  it("is worth nothing with any one character changed", () => {
    fc.assert(
      fc.property(subjects, purposes, fc.nat(63), fc.constantFrom(..."abcxyzABCXYZ0189-_"), (one, purpose, place, character) => {
        const token = makeToken(rootKey, purpose, one);
        const at = place % token.length;
        const changed = token.slice(0, at) + character + token.slice(at + 1);
        fc.pre(changed !== token);
        expect(readToken(rootKey, purpose, changed)).toEqual(invalid);
      }),
    );
  });

  it("is worth nothing cut short, or made longer", () => {
    fc.assert(
      fc.property(subjects, purposes, fc.nat(62), fc.constantFrom("a", "0", "A", "="), (one, purpose, length, more) => {
        const token = makeToken(rootKey, purpose, one);
        expect(readToken(rootKey, purpose, token.slice(0, Math.min(length, token.length - 1)))).toEqual(invalid);
        expect(readToken(rootKey, purpose, token + more)).toEqual(invalid);
        expect(readToken(rootKey, purpose, more + token)).toEqual(invalid);
      }),
    );
  });

  it("cannot be had by asking with any text at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), purposes, (text, purpose) => {
        expect(readToken(rootKey, purpose, text)).toEqual(invalid);
      }),
    );
  });

  it("for a message is not one for the person alone", () => {
    const withMessage = makeToken(rootKey, "unsubscribe", subject);
    const alone = makeToken(rootKey, "unsubscribe", { personId });
    expect(readToken(rootKey, "unsubscribe", alone)).toEqual({ kind: "valid", subject: { personId } });
    expect(alone).not.toBe(withMessage.slice(0, alone.length));
    expect(alone).not.toBe(withMessage.slice(-alone.length));
  });

  it("to unsubscribe is safe in a URL and has 128 bits of signature", () => {
    fc.assert(
      fc.property(subjects, (one) => {
        expect(makeToken(rootKey, "unsubscribe", one)).toMatch(/^[\w-]{43}(?:[\w-]{20})?$/);
      }),
    );
    expect(64n ** 63n >= 1n << (125n + 125n + 128n)).toBe(true);
  });

  it("to reply fits before an @ and survives a change of case", () => {
    fc.assert(
      fc.property(subjects, (one) => {
        const address = replyAddress(rootKey, one, "reply.example.com");
        expect(address).toMatch(/^[a-z0-9]{40,64}@reply\.example\.com$/);
        expect(readReplyAddress(rootKey, address.toUpperCase())).toEqual({ kind: "valid", subject: one });
      }),
    );
  });

  it("to reply is not found in an address of another shape", () => {
    for (const address of ["", "@", "claire@example.com", "@reply.example.com", `"${makeToken(rootKey, "reply", subject)}"@x.fr`]) {
      expect(readReplyAddress(rootKey, address)).toEqual(invalid);
    }
  });

  it("is refused to an id no token can hold", () => {
    expect(() => makeToken(rootKey, "reply", { personId: "per_not an id" })).toThrow(RangeError);
    expect(() => makeToken(rootKey, "reply", { personId: "per_7ZZZZZZZZZZZZZZZZZZZZZZZZZ" })).toThrow(RangeError);
  });
});

describe("keys", () => {
  it("differ by purpose and by root", () => {
    const keys = [deriveKey(rootKey, "console"), deriveKey(rootKey, "token/reply"), deriveKey(otherKey, "console")];
    expect(new Set(keys.map((key) => key.join()))).toHaveLength(3);
    expect(keys.every((key) => key.length === 32)).toBe(true);
  });

  it("give the console a token of 43 characters that are safe in a URL", () => {
    expect(consoleToken(rootKey)).toMatch(/^[\w-]{43}$/);
    expect(consoleToken(rootKey)).not.toBe(consoleToken(otherKey));
  });
});
