import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askOnceMore, asked, type Confirmation, isAskedBy, mayLeaveAt, mostADay, openConfirmation } from "#core/consent/confirmation.ts";
import { ownConfirmation } from "#core/consent/own-email.ts";
import { confirmationMessageId, planConfirmation } from "#core/consent/plan-confirmation.ts";
import { createRenderer } from "#core/email/render-email.ts";
import { day, hour, minute } from "#core/time/instant.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { scopeKnowing } from "#tests/core/email/an-email.ts";

const given = { basis: "consent", at: tuesday, source: "form:demo", text: "J’accepte." } as const;
const awaited = { request: "sub_1", given, until: tuesday + 7 * day };
const zoe = aProspect({ consent: { awaited } });

function opened(
  change: { readonly remindAfterDays?: number; readonly mayRemind?: boolean; readonly before?: Confirmation } = {},
): Confirmation {
  const { remindAfterDays, mayRemind = true, before } = change;
  return openConfirmation({
    personId: zoe.id,
    awaited,
    rule: { validDays: 7, ...(remindAfterDays === undefined ? {} : { remindAfterDays }) },
    before,
    messageId: confirmationMessageId(zoe.id, "sub_1", "first", tuesday),
    mayRemind,
    now: tuesday,
  });
}

const planned = (confirmation: Confirmation, now = tuesday, person = zoe) =>
  planConfirmation({ confirmation, person, suppression: undefined, now });

function left(confirmation: Confirmation, now = tuesday): Confirmation {
  const verdict = planned(confirmation, now);
  if (verdict.kind !== "send") throw new Error(`nothing leaves: ${verdict.kind}`);
  return asked(confirmation, verdict.ask, now);
}

describe("a request to confirm", () => {
  it("asks, reminds once where it may, and lapses", () => {
    const waiting = left(opened({ remindAfterDays: 3 }));

    expect(waiting.dueAt).toBe(tuesday + 3 * day);
    expect(planned(waiting, tuesday + day)).toMatchObject({ kind: "wait", until: tuesday + 3 * day });
    const reminded = left(waiting, tuesday + 3 * day);
    expect(reminded.mails.map(({ why }) => why)).toEqual(["first", "reminder"]);
    expect(planned(reminded, tuesday + 5 * day)).toMatchObject({ kind: "wait", until: awaited.until });
    expect(planned(reminded, awaited.until)).toEqual({ kind: "lapse", because: "not-confirmed-in-time" });
    expect(opened({ remindAfterDays: 3, mayRemind: false }).remindAt).toBeUndefined();
  });

  it("is over where another was asked, and asks nobody who was suppressed or stopped meanwhile", () => {
    const other = aProspect({ consent: { awaited: { ...awaited, request: "sub_2" } } });

    expect(planned(opened(), tuesday, other)).toMatchObject({ kind: "end", because: { code: "asked-anew" } });
    expect(planned(opened(), tuesday, { ...zoe, suppressed: { reason: "bounced", at: tuesday } })).toEqual({
      kind: "lapse",
      because: "suppressed-bounced",
    });
    expect(planned(opened(), tuesday, { ...zoe, paused: { at: tuesday, by: "x", reason: "y" } })).toEqual({
      kind: "lapse",
      because: "paused",
    });
  });

  it("names its mail by the occasion, so that whoever sends it names the same", () => {
    const waiting = { ...left(opened({ remindAfterDays: 3 })), dueAt: 0 };
    const ask = (now: number) => {
      const verdict = planned(waiting, now);
      return verdict.kind === "send" ? verdict.ask.messageId : undefined;
    };

    expect(ask(tuesday + 3 * day)).toBe(ask(tuesday + 3 * day + hour));
    expect(isAskedBy(opened(), opened().next?.messageId ?? "")).toBe(true);
    expect(isAskedBy(waiting, "msg_of_another")).toBe(false);
  });

  it("never asks an address more often in a day than it may, whatever is asked of us", () => {
    const steps = fc.array(fc.record({ after: fc.integer({ min: 0, max: 9 * hour }), isNew: fc.boolean() }), { maxLength: 40 });
    fc.assert(
      fc.property(steps, (all) => {
        let now = tuesday;
        let confirmation = opened();
        const mails: number[] = [];
        for (const { after, isNew } of all) {
          now += after;
          if (isNew) confirmation = { ...opened({ before: confirmation }), until: now + 7 * day };
          else confirmation = askOnceMore(confirmation, confirmationMessageId(zoe.id, "sub_1", "again", now), now) ?? confirmation;
          const verdict = planned(confirmation, now);
          if (verdict.kind !== "send") continue;
          confirmation = asked(confirmation, verdict.ask, now);
          mails.push(now);
        }
        for (const at of mails) expect(mails.filter((other) => other > at - day && other <= at).length).toBeLessThanOrEqual(mostADay);
      }),
    );
  });

  it("is not asked for again while its mail is on its way, or a moment after", () => {
    const waiting = left(opened());

    expect(askOnceMore(opened(), "msg_2", tuesday)).toBeUndefined();
    expect(askOnceMore(waiting, "msg_2", tuesday + minute)).toBeUndefined();
    expect(askOnceMore(waiting, "msg_2", tuesday + hour)?.next).toEqual({ messageId: "msg_2", at: tuesday + hour, why: "again" });
    expect(askOnceMore(waiting, "msg_2", awaited.until)).toBeUndefined();
    expect(mayLeaveAt(waiting, tuesday + hour)).toBe(tuesday + hour);
  });
});

describe("the mail that comes with Relance", () => {
  it.each(["fr", "en"])("asks in %s with the very words, and says nothing that a stranger typed of the person", (locale) => {
    const mail = createRenderer().renderEmail({
      email: ownConfirmation,
      emailVersion: 0,
      locale,
      languages: ["fr", "en"],
      scope: {
        ...scopeKnowing({ firstName: "WIN A PRIZE" }),
        confirmation: { url: "https://x.example/c/abc", text: "<b>J’accepte</b>", until: "4 décembre 2026" },
      },
    });

    for (const part of [mail.html, mail.text]) {
      expect(part).toContain("https://x.example/c/abc");
      expect(part).toContain("4 décembre 2026");
      expect(part).toContain("14 quai de la Pêcherie");
      expect(part).not.toContain("WIN A PRIZE");
      expect(part).not.toMatch(/\{\{|\{%/);
    }
    expect(mail.html).toContain("&lt;b&gt;J’accepte&lt;/b&gt;");
    expect(mail.html).not.toMatch(/<img|<script/);
  });
});
