import { describe, expect, it } from "vitest";
import { allowedStates, mayDo, proofTime, settle } from "#core/message/settle.ts";
import { type Message, messageStates } from "#core/message/message.ts";
import { newClaim } from "#core/message/claim.ts";
import { deterministicId } from "#core/id/id.ts";
import { minute } from "#core/time/instant.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";

const grace = 15 * minute;

function aClaim(change: Partial<Message> = {}): Message {
  const claim = newClaim({
    id: deterministicId("message", tuesday, "m"),
    person: aProspect(),
    step: "bienvenue",
    email: "demo-1-bienvenue",
    emailVersion: 1,
    rendered: { locale: "fr", subject: "Bonjour", data: {} },
    because: { code: "step-due" },
    now: tuesday,
    purpose: "marketing",
  });
  return { ...claim, ...change };
}

const at = (now: number, watermark?: number, change: Partial<Message> = {}) => settle({ message: aClaim(change), now, watermark, grace });

describe("a claim that stands already", () => {
  it("is left to whoever made it for as long as they may need", () => {
    expect(at(tuesday + 30_000)).toEqual({ kind: "busy", until: tuesday + minute });
  });

  it("waits for SES's own event through the grace time, alive or not", () => {
    expect(at(tuesday + 2 * minute)).toEqual({ kind: "wait-for-event", until: tuesday + grace });
    expect(at(tuesday + 2 * minute, tuesday + 10 * minute)).toEqual({ kind: "wait-for-event", until: tuesday + grace });
  });

  it("is sent again once events of later mails prove that silence means something", () => {
    expect(at(tuesday + grace, tuesday + 2 * minute)).toEqual({ kind: "resend" });
  });

  it("is not sent again on the strength of mails that were taken before it could have been", () => {
    expect(at(tuesday + grace, tuesday + minute).kind).toBe("wait-for-event");
    expect(at(tuesday + grace, tuesday - 1).kind).toBe("wait-for-event");
    expect(at(tuesday + grace, undefined).kind).toBe("wait-for-event");
  });

  it("is given to a person to decide where no proof comes for a day", () => {
    expect(at(tuesday + proofTime, tuesday)).toMatchObject({ kind: "uncertain", because: { code: "uncertain" } });
    expect(at(tuesday + 1, undefined, { state: "uncertain" }).kind).toBe("uncertain");
  });

  it("is what its record says where SES has answered", () => {
    expect(at(tuesday, undefined, { state: "sent" })).toEqual({ kind: "already-sent" });
    expect(at(tuesday, undefined, { state: "refused" })).toEqual({ kind: "refused" });
    expect(at(tuesday, undefined, { state: "unsent" })).toEqual({ kind: "resend" });
  });
});

describe("what a person may decide of a mail", () => {
  it.each(Object.entries(allowedStates))("%s is allowed in its states and in no other", (act, states) => {
    for (const state of messageStates)
      expect(mayDo(act === "resend" || act === "settle" ? act : "count-as-sent", state)).toBe(states.some((allowed) => allowed === state));
  });

  it("never lets a sent mail be sent again", () => {
    expect(mayDo("resend", "sent")).toBe(false);
  });
});
