import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#core/id/id.ts";
import { makeToken } from "#core/token/make-token.ts";
import type { TokenSubject } from "#core/token/token.ts";
import { answerLinks, type LinkDesk } from "#functions/links/answer-links.ts";
import { type EventParts, httpEvent } from "#tests/functions/http/http-event.ts";

const rootKey = new Uint8Array(32).fill(5);
const personId = newId("person", 1_790_000_000_000, new Uint8Array(10).fill(7));
const subject: TokenSubject = { personId, messageId: newId("message", 1_790_000_000_001, new Uint8Array(10).fill(9)) };
const token = makeToken(rootKey, "unsubscribe", subject);
const browser = { accept: "text/html,*/*;q=0.8", "accept-language": "fr-FR,fr;q=0.9" };

function linkDesk(person: { email: string; locale?: string } | undefined = { email: "claire@example.com" }) {
  const left: TokenSubject[] = [];
  const desk = {
    workshop: {
      runtime: { now: () => 0, random: () => rootKey },
      stores: {
        secrets: { rootKey: async () => rootKey },
        people: { dossier: async () => (person === undefined ? undefined : { person, enrollments: [] }) },
      },
      definitions: { settings: async () => ({ company: "Atelier Lumen", languages: ["fr", "en"] }) },
    },
    unsubscribe: async (who: TokenSubject) => {
      left.push(who);
    },
  } as unknown as LinkDesk;
  const answer = answerLinks(desk);
  return { left, send: (parts: Partial<EventParts>) => answer(httpEvent({ path: `/u/${token}`, ...parts })) };
}

describe("looking at an unsubscribe link", () => {
  it("asks, by a page with one button, and changes nothing", async () => {
    const desk = linkDesk();
    for (const method of ["GET", "HEAD"]) {
      const answer = await desk.send({ method, headers: browser });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('<form method="post"><button type="submit">Me désinscrire</button></form>');
    }
    expect(desk.left).toEqual([]);
  });

  it("shows of the person nothing but a masked address", async () => {
    const { body = "" } = await linkDesk().send({ headers: browser });
    expect(body).toContain("c•••@example.com");
    expect(body).not.toContain("claire");
    expect(body).not.toContain(personId);
  });

  it("is in the language of the browser, else of the person's mails, else of the company", async () => {
    expect((await linkDesk().send({ headers: { "accept-language": "en" } })).headers?.["content-language"]).toBe("en");
    expect((await linkDesk({ email: "a@example.com", locale: "en-GB" }).send({})).headers?.["content-language"]).toBe("en");
    expect((await linkDesk().send({ headers: { "accept-language": "de" } })).headers?.["content-language"]).toBe("fr");
    expect((await linkDesk().send({ query: { lang: "en" }, headers: browser })).headers?.["content-language"]).toBe("en");
  });

  it("is told to nobody, kept nowhere, framed by nobody, and runs nothing", async () => {
    const { headers } = await linkDesk().send({ headers: browser });
    expect(headers).toMatchObject({ "referrer-policy": "no-referrer", "cache-control": "no-store", "x-content-type-options": "nosniff" });
    expect(headers?.["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'$/);
  });

  it("escapes what it shows", async () => {
    const { body } = await linkDesk({ email: "<script>@example.com" }).send({ headers: browser });
    expect(body).toContain("&lt;•••@example.com");
    expect(body).not.toContain("<script");
  });
});

describe("posting to an unsubscribe link", () => {
  it("unsubscribes at once and without login, and tells a browser so", async () => {
    const desk = linkDesk();
    const answer = await desk.send({ method: "POST", headers: browser });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain("Votre désinscription est faite.");
    expect(desk.left).toEqual([subject]);
  });

  it.each([
    ["List-Unsubscribe=One-Click", "application/x-www-form-urlencoded"],
    ['--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n', "multipart/form-data; boundary=x"],
    ["", ""],
    ["garbage \u0000", "application/octet-stream"],
  ])("answers 200 to the one click of a mail program (RFC 8058) that sends %j", async (body, contentType) => {
    const desk = linkDesk();
    const answer = await desk.send({ method: "POST", headers: { "content-type": contentType }, body });
    expect(answer.statusCode).toBe(200);
    expect(desk.left).toEqual([subject]);
  });

  it("answers the same each time", async () => {
    const desk = linkDesk();
    expect(await desk.send({ method: "POST" })).toEqual(await desk.send({ method: "POST" }));
  });

  it("of someone who has been erased answers as it should", async () => {
    const answer = await linkDesk(undefined).send({ method: "POST", headers: browser });
    expect(answer.statusCode).toBe(200);
  });
});

describe("a link that is not ours", () => {
  it("is answered by a page that tells what to do, and changes nothing", async () => {
    const desk = linkDesk();
    for (const method of ["GET", "POST"]) {
      const answer = await desk.send({ method, path: `/u/${token.slice(0, -4)}`, headers: { "accept-language": "en" } });
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain("Open the unsubscribe link from the e-mail itself");
    }
    expect(desk.left).toEqual([]);
  });

  it("is one made for replies", async () => {
    expect((await linkDesk().send({ method: "POST", path: `/u/${makeToken(rootKey, "reply", subject)}` })).statusCode).toBe(404);
  });

  it("is any other text, and never a fault", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 90 }), fc.constantFrom("GET", "POST"), async (text, method) => {
        const desk = linkDesk();
        expect((await desk.send({ method, path: `/u/${text}` })).statusCode).toBe(404);
        expect(desk.left).toEqual([]);
      }),
    );
  });

  it("takes no other method", async () => {
    const answer = await linkDesk().send({ method: "PUT" });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers?.["allow"]).toBe("GET, POST");
  });
});
