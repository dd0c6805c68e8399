import { describe, expect, it } from "vitest";
import type { Fetched } from "#core/ports/fetcher.ts";
import type { Protection } from "#core/form/protection.ts";
import { shownToken } from "#core/form/shown-token.ts";
import type { FetchRequest } from "#core/source/fetch-plan.ts";
import { hour } from "#core/time/instant.ts";
import { demoForm } from "#tests/core/form/demo-form.ts";
import { jsonOf, receptionDesk } from "./reception-desk.ts";

const json = { "content-type": "application/json", accept: "application/json" };
const challenge = { provider: "turnstile", siteKey: "0x4AAA", whenDown: "flag" } as const;

function deskWith(protection: Protection, more: Parameters<typeof receptionDesk>[0] = {}) {
  const desk = receptionDesk({ forms: [demoForm({ protection })], ...more });
  let posts = 0;
  return {
    ...desk,
    post: (body: Readonly<Record<string, unknown>>) =>
      desk.send({
        method: "POST",
        path: "/forms/demo",
        headers: json,
        body: JSON.stringify({ email: "zoe@example.com", _id: String(++posts), ...body }),
      }),
    statuses: () => desk.taken().map(({ status, signs = [] }) => [status, ...signs.map(({ code }) => code)]),
  };
}

describe("what a form does against machines", () => {
  it("tells from its page how long it was filled in, and takes in who needed the time of a person", async () => {
    const desk = deskWith({ minimumSeconds: 3 });
    const { body = "" } = await desk.send({ path: "/forms/demo" });
    const token = /name="_token" value="([^"]+)"/.exec(body)?.[1];

    desk.clock.now += 1_500;
    const fast = await desk.post({ _token: token });
    desk.clock.now += 1_500;
    const slow = await desk.post({ _token: token });
    await desk.post({});

    expect(desk.statuses()).toEqual([["discarded", "filled-fast"], ["pending"], ["pending"]]);
    expect(desk.taken()[0]).toMatchObject({ reason: "It was filled in 1.5 s, faster than people do.", expiresAt: expect.any(Number) });
    expect(fast.statusCode).toBe(slow.statusCode);
    expect(fast.headers).toEqual(slow.headers);
    expect(desk.kept[0]).toMatchObject({ id: desk.taken()[0]?.id, expiresAt: desk.taken()[0]?.expiresAt });
  });

  it("keeps its page's time when it is shown again, so that who mends a slip is not too quick", async () => {
    const desk = receptionDesk();
    const token = shownToken(new Uint8Array(32).fill(7), "demo", desk.clock.now);
    const again = await desk.send({
      method: "POST",
      path: "/forms/demo",
      headers: { accept: "text/html" },
      body: `email=a&_token=${token}`,
    });

    expect(again.body).toContain(`name="_token" value="${token}"`);
  });

  it("counts posts of one address and of one network, without keeping either", async () => {
    const desk = deskWith({ perAddress: { most: 2, minutes: 60 }, perNetwork: { most: 4, minutes: 60 } });
    for (const email of ["zoe@example.com", "Zoe@Example.com", "zoe@example.com", "max@example.com", "lea@example.com"])
      await desk.post({ email });

    expect(desk.statuses()).toEqual([
      ["pending"],
      ["pending"],
      ["discarded", "many-from-address"],
      ["pending"],
      ["discarded", "many-from-network"],
    ]);
    expect([...desk.rates.keys()].join()).not.toMatch(/192\.0\.2|example|zoe/);
    desk.clock.now += hour;
    await desk.post({});
    expect(desk.statuses().at(-1)).toEqual(["pending"]);
  });

  it("marks addresses to throw away, below their domains too", async () => {
    const desk = deskWith({});
    await desk.post({ email: "x@mailinator.com" });
    await desk.post({ email: "x@a.mailinator.com" });
    await desk.post({ email: "x@notmailinator.org" });

    expect(desk.statuses()).toEqual([["pending", "disposable-address"], ["pending", "disposable-address"], ["pending"]]);
  });

  it("tells who writes from a shared mailbox to use their own, in their language, where its rule says so", async () => {
    const desk = deskWith({ roleAddress: "refuse" });
    const answer = await desk.post({ email: "contact@example.com", _lang: "fr" });

    expect(answer.statusCode).toBe(422);
    expect(jsonOf(answer)).toMatchObject({
      code: "address-shared",
      field: "email",
      problems: [{ field: "email", message: "C’est une boîte partagée\u00a0: indiquez une adresse qui vous est propre." }],
    });
    expect(desk.taken()).toEqual([]);
  });

  it("keeps no more of what it kept apart than somebody may look at, and counts the rest", async () => {
    const desk = deskWith({});
    for (let post = 0; post < 70; post++) await desk.post({ website: "x", post });
    await desk.post({ email: "max@example.com" });

    expect(desk.taken().filter(({ status }) => status === "discarded")).toHaveLength(60);
    expect(desk.counted).toHaveLength(70);
    expect(desk.statuses().at(-1)).toEqual(["pending"]);
  });

  it("keeps no large body of a machine's", async () => {
    const desk = deskWith({});
    let seed = 1;
    const noise = Array.from({ length: 60_000 }, () => String.fromCharCode(35 + ((seed = (seed * 48_271) % 2_147_483_647) % 56))).join("");
    await desk.post({ website: "x", noise });

    expect(desk.kept[0]).toMatchObject({ kept: "none" });
    expect(desk.kept[0]).not.toHaveProperty("body");
  });
});

describe("a check against machines by a provider", () => {
  const asked: { readonly request: FetchRequest; readonly token: string }[] = [];
  const provider = (fetched: Fetched) => ({
    challengeSecret: "0x4AAA-secret",
    fetcher: {
      fetch: async (request: FetchRequest, token: string) => {
        asked.push({ request, token });
        return fetched;
      },
    },
  });

  it("that was passed lets a post in; its secret goes to the provider and nowhere else", async () => {
    const desk = deskWith({ challenge }, provider({ kind: "answer", json: { success: true } }));
    await desk.post({ "cf-turnstile-response": "answer" });

    expect(desk.statuses()).toEqual([["pending"]]);
    expect(asked.at(-1)).toEqual({
      token: "0x4AAA-secret",
      request: {
        url: "https://challenges.cloudflare.com/turnstile/v0/siteverify",
        headers: { accept: "application/json" },
        form: { secret: "{token}", response: "answer", sitekey: "0x4AAA" },
        within: 4_000,
      },
    });
    expect(JSON.stringify(desk.taken())).not.toMatch(/0x4AAA|answer"/);
  });

  it("that was failed, or not made, keeps a post apart", async () => {
    const desk = deskWith({ challenge }, provider({ kind: "answer", json: { success: false, "error-codes": ["invalid-input-response"] } }));
    await desk.post({ "cf-turnstile-response": "answer" });
    await desk.post({});

    expect(desk.statuses()).toEqual([
      ["discarded", "challenge-failed"],
      ["discarded", "challenge-missing"],
    ]);
  });

  it("does not take a stranger's word for the place of our secret", async () => {
    const before = asked.length;
    const desk = deskWith({ challenge }, provider({ kind: "answer", json: { success: true } }));
    await desk.post({ "cf-turnstile-response": "{token}" });

    expect(desk.statuses()).toEqual([["discarded", "challenge-failed"]]);
    expect(asked.length).toBe(before);
  });

  it.each<[string, Parameters<typeof receptionDesk>[0]]>([
    ["does not answer", provider({ kind: "later", problem: "no answer", afterMs: undefined })],
    ["refuses us", provider({ kind: "refused", problem: "403", remedy: "" })],
    ["does not know our secret", provider({ kind: "answer", json: { success: false, "error-codes": ["invalid-input-secret"] } })],
    ["cannot be asked, for no secret was given", { fetcher: provider({ kind: "answer", json: {} }).fetcher }],
  ])("loses nothing while the provider %s", async (_, options) => {
    const flagged = deskWith({ challenge }, options);
    await flagged.post({ "cf-turnstile-response": "answer" });
    expect(flagged.statuses()).toEqual([["pending", "challenge-down"]]);

    const held = deskWith({ challenge: { ...challenge, whenDown: "hold" } }, options);
    const answer = await held.post({ "cf-turnstile-response": "answer" });
    expect(answer.statusCode).toBe(200);
    expect(held.taken()).toMatchObject([
      { status: "quarantined", problem: { code: "challenge-down" }, signs: [{ code: "challenge-down" }] },
    ]);
  });

  it("is not spent on a post whose writer has to mend something first", async () => {
    const before = asked.length;
    const desk = deskWith({ challenge, roleAddress: "refuse" }, provider({ kind: "answer", json: { success: true } }));
    await desk.post({ email: "info@example.com", "cf-turnstile-response": "answer" });
    await desk.post({ email: "x", "cf-turnstile-response": "answer" });
    await desk.post({ website: "x", "cf-turnstile-response": "answer" });

    expect(asked.length).toBe(before);
  });

  it("opens a page's policy to that provider and to nobody else; without one, no script runs", async () => {
    const { headers, body } = await deskWith({ challenge }).send({ path: "/forms/demo" });

    expect(headers?.["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+' https:\/\/challenges\.cloudflare\.com; script-src https:\/\/challenges\.cloudflare\.com; frame-src https:\/\/challenges\.cloudflare\.com; connect-src https:\/\/challenges\.cloudflare\.com; base-uri/,
    );
    expect(body).toContain('<div class="cf-turnstile" data-sitekey="0x4AAA"></div>');
    expect(jsonOf(await deskWith({ challenge }).send({ path: "/forms/demo/form.json" }))).toMatchObject({
      challenge: { script: "https://challenges.cloudflare.com/turnstile/v0/api.js", className: "cf-turnstile", siteKey: "0x4AAA" },
    });
    const without = await deskWith({}).send({ path: "/forms/demo" });
    expect(`${without.body}${without.headers?.["content-security-policy"]}`).not.toMatch(/script/);
  });
});
