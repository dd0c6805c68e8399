import { describe, expect, it } from "vitest";
import { domainsAbove, judgeRecord, namesToAsk, recordsWanted, type WantedRecord } from "#core/sender/dns-record.ts";
import type { SendingIdentity } from "#core/sender/sending-account.ts";

const identity: SendingIdentity = {
  name: "lumen.example",
  maySend: true,
  verification: "success",
  dkim: { state: "success", isSigning: true, tokens: ["a", "b", "c"], zone: "dkim.amazonses.com" },
  mailFrom: { domain: "bounce.lumen.example", state: "success" },
};
const of = { domain: "mail.lumen.example", replyDomain: "replies.lumen.example", region: "eu-west-3" };

function wanted(purpose: WantedRecord["purpose"]): WantedRecord {
  const record = recordsWanted({ ...of, identity }).find((one) => one.purpose === purpose);
  if (record === undefined) throw new Error(`no record for ${purpose}`);
  return record;
}
const answered = (...values: string[]) => ({ kind: "answered", values }) as const;

describe("the records of a sender's domain", () => {
  it("are SES's three keys under the verified domain, MAIL FROM, a policy, and the way for replies", () => {
    const records = recordsWanted({ ...of, identity });

    expect(records.map(({ type, name, value }) => `${name} ${type} ${value}`)).toEqual([
      "a._domainkey.lumen.example CNAME a.dkim.amazonses.com",
      "b._domainkey.lumen.example CNAME b.dkim.amazonses.com",
      "c._domainkey.lumen.example CNAME c.dkim.amazonses.com",
      "bounce.lumen.example MX 10 feedback-smtp.eu-west-3.amazonses.com",
      "bounce.lumen.example TXT v=spf1 include:amazonses.com ~all",
      "_dmarc.mail.lumen.example TXT v=DMARC1; p=none",
      "replies.lumen.example MX 10 inbound-smtp.eu-west-3.amazonaws.com",
    ]);
  });

  it("are fewer before SES knows the domain: its keys are its own to give", () => {
    expect(recordsWanted({ ...of, identity: undefined }).map(({ purpose }) => purpose)).toEqual(["dmarc", "replies"]);
  });

  it("count whatever the case, with the root's dot or without", () => {
    expect(judgeRecord(wanted("dkim"), answered("A.DKIM.amazonses.com."))).toBe("found");
    expect(judgeRecord(wanted("dkim"), answered("x.dkim.amazonses.com"))).toBe("different");
    expect(judgeRecord(wanted("dkim"), answered())).toBe("missing");
    expect(judgeRecord(wanted("dkim"), { kind: "unanswered" })).toBe("unknown");
  });

  it("count at any priority of an MX, but not at another server", () => {
    expect(judgeRecord(wanted("replies"), answered("20 inbound-smtp.eu-west-3.amazonaws.com"))).toBe("found");
    expect(judgeRecord(wanted("replies"), answered("10 mx.ovh.example"))).toBe("different");
    expect(judgeRecord(wanted("replies"), answered("10 inbound-smtp.us-east-1.amazonaws.com"))).toBe("different");
  });

  it("leave other texts of the domain alone", () => {
    expect(judgeRecord(wanted("mail-from-spf"), answered("google-site-verification=1", "v=spf1 include:amazonses.com -all"))).toBe("found");
    expect(judgeRecord(wanted("mail-from-spf"), answered("google-site-verification=1"))).toBe("missing");
    expect(judgeRecord(wanted("mail-from-spf"), answered("v=spf1 include:other.example -all"))).toBe("different");
  });

  it.each([
    ["v=DMARC1; p=none", "found"],
    ["v=DMARC1;p=reject; rua=mailto:a@lumen.example", "found"],
    ["v=DMARC1; rua=mailto:a@lumen.example", "different"],
    ["something else", "missing"],
  ] as const)("knows a policy by what it asks for: %s is %s", (text, state) => {
    expect(judgeRecord(wanted("dmarc"), answered(text))).toBe(state);
  });

  it("look for the policy above as well, for it holds below; never at a top-level domain", () => {
    expect(namesToAsk(wanted("dmarc"))).toEqual(["_dmarc.mail.lumen.example", "_dmarc.lumen.example"]);
    expect(namesToAsk(wanted("replies"))).toEqual(["replies.lumen.example"]);
    expect(domainsAbove("mail.lumen.example")).toEqual(["mail.lumen.example", "lumen.example"]);
  });
});
