import { describe, expect, it } from "vitest";
import { mayReceive } from "#core/message/may-receive.ts";
import { messageIdOf } from "#core/message/message-id.ts";
import { suppressionReasons } from "#core/address/suppression.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";

describe("may we write to this person?", () => {
  it("yes, where a basis stands and nothing speaks against it", () => {
    expect(mayReceive({ person: aProspect(), suppression: undefined })).toEqual({ kind: "yes" });
  });

  it.each(suppressionReasons)("never to an address that is suppressed because it was %s", (reason) => {
    expect(mayReceive({ person: aProspect(), suppression: { reason, at: tuesday, from: "x" } })).toMatchObject({
      kind: "no",
      policy: "addressIsNotSuppressed",
      final: true,
    });
  });

  it("not to a person whose own record says so, even before the list is asked", () => {
    expect(mayReceive({ person: aProspect({ suppressed: { reason: "bounced", at: tuesday } }), suppression: undefined })).toMatchObject({
      policy: "personIsNotSuppressed",
    });
  });

  it("not without a lawful basis; that may yet come", () => {
    expect(mayReceive({ person: aProspect({ consent: {} }), suppression: undefined })).toMatchObject({
      policy: "lawfulBasisIsRecorded",
      final: false,
    });
  });

  it("not once the basis was taken back", () => {
    const withdrawn = aProspect({
      consent: { marketing: { basis: "consent", at: tuesday, source: "form:demo", withdrawnAt: tuesday + 1 } },
    });

    expect(mayReceive({ person: withdrawn, suppression: undefined })).toMatchObject({ policy: "lawfulBasisStands", final: true });
  });

  it("names a step's message by the run, its version, the step and the pass, and by nothing that a retry changes", () => {
    const run = { id: "enr_1", version: 2 } as const;
    const at = { step: "a", visit: 1, slot: tuesday };

    expect(messageIdOf(run, at)).toBe(messageIdOf({ ...run }, { ...at }));
    expect(
      new Set([
        messageIdOf(run, at),
        messageIdOf({ ...run, version: 3 }, at),
        messageIdOf(run, { ...at, step: "b" }),
        messageIdOf(run, { ...at, visit: 2 }),
      ]).size,
    ).toBe(4);
  });
});
