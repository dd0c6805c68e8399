import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { answerHandshake } from "#core/source/handshake.ts";

const source = { secrets: ["client-secret"], tokens: ["shown-token"] };
const get = (query: Record<string, string>, method = "GET") => ({ method, query });

describe("a tool that tries an address", () => {
  it("as Meta does is shown its challenge again, if it shows the source's token", () => {
    const query = { "hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": "shown-token" };
    expect(answerHandshake("hub-challenge", source, get(query))).toMatchObject({ kind: "answer", body: "1158201444" });
    expect(answerHandshake("hub-challenge", source, get({ ...query, "hub.verify_token": "other" })).kind).toBe("refused");
    expect(answerHandshake("hub-challenge", source, get({ "hub.mode": "subscribe", "hub.challenge": "1" })).kind).toBe("refused");
    expect(answerHandshake("hub-challenge", source, get({ ...query, "hub.mode": "unsubscribe" })).kind).toBe("none");
  });

  it("as LinkedIn does is given the code back, signed with the client secret", () => {
    const challengeCode = "890e4665-4dfe-4ab1-b689-ed553bceeed0";
    const answer = answerHandshake("signed-challenge", source, get({ challengeCode }));
    const challengeResponse = createHmac("sha256", "client-secret").update(challengeCode).digest("hex");
    expect(answer.kind === "answer" && JSON.parse(answer.body)).toEqual({ challengeCode, challengeResponse });
    expect(answerHandshake("signed-challenge", { secrets: [] }, get({ challengeCode })).kind).toBe("refused");
    expect(answerHandshake("signed-challenge", source, get({})).kind).toBe("none");
  });

  it("as Mailchimp does is answered, and nothing said", () => {
    expect(answerHandshake("any-answer", source, get({}, "HEAD"))).toMatchObject({ kind: "answer", body: "" });
  });

  it("is none of these where the kind tries nothing, or it is a delivery", () => {
    expect(answerHandshake(undefined, source, get({})).kind).toBe("none");
    expect(answerHandshake("any-answer", source, get({}, "POST")).kind).toBe("none");
  });
});
