import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SendEmailCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { sesEventSchema } from "#core/feedback/ses-event.ts";
import { aFunction, sesListener, type StartedLocal, startLocal } from "#tests/local/start-local.ts";

const told: unknown[] = [];
const received: unknown[] = [];
let failing = false;
const replyListener = aFunction("reply", { kind: "inbound-mail" }, (event) => {
  if (failing) throw new Error("no table");
  received.push(event);
});
const html = `<!doctype html><html lang="fr"><body><p>Bonjour</p><a class="b" href="https://lumen.example/guide?a=1&amp;b=2">Lire <b>le guide</b></a><a href='https://lumen.example/'>Nous</a><a href="mailto:x@y.z">x</a></body></html>`;

let relance: StartedLocal;
let ses: SESv2Client;
let s3: S3Client;
beforeAll(async () => {
  relance = await startLocal({ functions: [sesListener(told), replyListener] });
  const options = { region: "eu-west-3", endpoint: relance.aws.AWS_ENDPOINT_URL, credentials: { accessKeyId: "a", secretAccessKey: "b" } };
  ses = new SESv2Client(options);
  s3 = new S3Client({ ...options, forcePathStyle: true });
});
beforeEach(() => {
  told.splice(0);
  received.splice(0);
  failing = false;
});
afterAll(() => relance.stop());

async function send(to: string, configurationSet = "relance"): Promise<string> {
  const sent = await ses.send(
    new SendEmailCommand({
      FromEmailAddress: '"Camille Roux, Atelier Lumen" <camille@lumen.example>',
      Destination: { ToAddresses: [to] },
      ReplyToAddresses: ["token@reply.example"],
      ConfigurationSetName: configurationSet,
      Content: {
        Simple: {
          Subject: { Data: "Votre étude d’éclairage" },
          Body: { Html: { Data: html }, Text: { Data: "Bonjour Marie,\n\nà bientôt." } },
          Headers: [
            { Name: "List-Unsubscribe", Value: "<https://lumen.example/u/abc>" },
            { Name: "List-Unsubscribe-Post", Value: "List-Unsubscribe=One-Click" },
          ],
        },
      },
    }),
  );
  await relance.quiet();
  told.splice(0);
  return z.string().parse(sent.MessageId);
}

const ask = (path: string, body?: unknown): Promise<Response> =>
  fetch(`${relance.url}/local/mailbox/${path}`, {
    headers: { authorization: `Bearer ${relance.token}` },
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
const heard = () => told.map((event) => sesEventSchema.parse(event).detail);

describe("the mailbox", () => {
  it("gives a mail as the message its recipient got", async () => {
    const id = await send("marie@company.example");
    const mail = await simpleParser(Buffer.from(await (await ask(`${id}.eml`)).arrayBuffer()));

    expect(mail.subject).toBe("Votre étude d’éclairage");
    expect(mail.from?.value).toEqual([{ address: "camille@lumen.example", name: "Camille Roux, Atelier Lumen" }]);
    expect(mail.replyTo?.text).toBe("token@reply.example");
    expect(mail.messageId).toBe(`<${id}@eu-west-3.amazonses.com>`);
    expect(mail.text?.trim()).toBe("Bonjour Marie,\n\nà bientôt.");
    expect(mail.html).toBe(html);
    expect(mail.headers.get("list")).toMatchObject({ unsubscribe: { url: "https://lumen.example/u/abc" } });
    expect(mail.headers.get("content-type")).toMatchObject({ value: "multipart/alternative" });
  });

  it("lists the links one can click, as they were written and read", async () => {
    const mail: unknown = await (await ask(await send("marie@company.example"))).json();

    expect(mail).toMatchObject({
      links: [
        { url: "https://lumen.example/guide?a=1&b=2", text: "Lire le guide" },
        { url: "https://lumen.example/", text: "Nous" },
      ],
    });
  });

  it("tells a person's click when they have had time to read, before it answers", async () => {
    const id = await send("marie@company.example");
    const sentAt = relance.clock.now();
    const answer = await ask(`${id}/events`, { type: "click", url: "https://lumen.example/guide?a=1&b=2" });

    const [click] = heard();
    expect(answer.status).toBe(200);
    expect(click).toMatchObject({ eventType: "Click", mail: { messageId: id }, click: { link: "https://lumen.example/guide?a=1&b=2" } });
    if (click?.eventType !== "Click") throw new Error("no click");
    expect(click.click.timestamp - sentAt).toBeGreaterThanOrEqual(25_000);
    expect(click.click.timestamp).toBeLessThanOrEqual(relance.clock.now());
    expect(click.click.userAgent).toMatch(/^Mozilla\/5\.0 \(Windows/);
  });

  it("lets a person take time between one link and the next, and a machine none", async () => {
    const id = await send("marie@company.example");
    for (const url of ["https://lumen.example/guide?a=1&b=2", "https://lumen.example/"]) await ask(`${id}/events`, { type: "click", url });
    await ask(`${id}/events`, { type: "click", url: "https://lumen.example/", by: "machine" });

    const clicks = heard().flatMap((detail) => (detail.eventType === "Click" ? [detail.click] : []));
    expect((clicks[1]?.timestamp ?? 0) - (clicks[0]?.timestamp ?? 0)).toBeGreaterThanOrEqual(14_000);
    expect((clicks[2]?.timestamp ?? 0) - (clicks[1]?.timestamp ?? 0)).toBeLessThan(5000);
    expect(clicks[2]?.userAgent).toContain("Scanner");
  });

  it("refuses a link the mail does not have, and what nobody can do with a mail", async () => {
    const id = await send("marie@company.example");

    expect((await ask(`${id}/events`, { type: "click", url: "https://other.example/" })).status).toBe(422);
    expect((await ask(`${id}/events`, { type: "fold" })).status).toBe(400);
    expect((await ask("nothing/events", { type: "open" })).status).toBe(404);
    expect(heard()).toEqual([]);
  });

  it("tells an open only of those whose mail carries the pixel", async () => {
    const measured = await send("marie@company.example", "relance-opens");
    const unmeasured = await send("ann@company.example");
    await ask(`${measured}/events`, { type: "open" });
    const ignored: unknown = await (await ask(`${unmeasured}/events`, { type: "open" })).json();

    expect(heard().map(({ eventType, mail }) => [eventType, mail.messageId])).toEqual([["Open", measured]]);
    expect(ignored).toMatchObject({ ok: true, ignored: "not-measured", reason: expect.stringContaining("did not agree") });
  });

  it.each([
    ["bounce", "Bounce"],
    ["complaint", "Complaint"],
  ])("after a %s SES delivers nothing more to that address", async (type, eventType) => {
    const address = `${type}@company.example`;
    const id = await send(address);
    await ask(`${id}/events`, { type });
    expect(heard().map((detail) => detail.eventType)).toEqual([eventType]);

    const next: unknown = await (await ask(await send(address))).json();
    expect(next).toMatchObject({ fate: "suppressed-by-account" });
  });

  it("stores a reply as its writer's program sends it, and tells the function by S3's event", async () => {
    const id = await send("marie@company.example");
    const answer = await ask(`${id}/events`, { type: "reply", text: "Oui, appelez-moi." });

    expect(answer.status).toBe(200);
    expect(received).toEqual([
      expect.objectContaining({
        source: "aws.s3",
        "detail-type": "Object Created",
        detail: expect.objectContaining({
          bucket: { name: "relance-inbox" },
          object: expect.objectContaining({ key: expect.stringMatching(/^[0-9a-f]{40}$/) }),
        }),
      }),
    ]);
    const [{ detail }] = z
      .tuple([z.looseObject({ detail: z.looseObject({ object: z.looseObject({ key: z.string() }) }) })])
      .parse(received);
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: "relance-inbox", Key: detail.object.key }));
    const mail = await simpleParser(Buffer.from((await Body?.transformToByteArray()) ?? []));
    expect(mail.from?.text).toBe("marie@company.example");
    expect(mail.to).toMatchObject({ text: "token@reply.example" });
    expect(mail.subject).toBe("Re: Votre étude d’éclairage");
    expect(mail.inReplyTo).toBe(`<${id}@eu-west-3.amazonses.com>`);
    expect(mail.references).toBe(`<${id}@eu-west-3.amazonses.com>`);
    expect(mail.text).toMatch(
      /^Oui, appelez-moi\.\n\nLe .*Camille Roux, Atelier Lumen <camille@lumen\.example> a écrit :\n\n> Bonjour Marie,\n>\n> à bientôt\./,
    );
    expect(mail.headers.has("auto-submitted")).toBe(false);
  });

  it("marks an out-of-office as RFC 3834 asks", async () => {
    await ask(`${await send("marie@company.example")}/events`, { type: "reply", text: "Absent.", automatic: true });
    const [{ detail }] = z
      .tuple([z.looseObject({ detail: z.looseObject({ object: z.looseObject({ key: z.string() }) }) })])
      .parse(received);
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: "relance-inbox", Key: detail.object.key }));
    const mail = await simpleParser(Buffer.from((await Body?.transformToByteArray()) ?? []));

    expect(mail.headers.get("auto-submitted")).toBe("auto-replied");
    expect(mail.subject).toBe("Réponse automatique : Votre étude d’éclairage");
    expect(mail.headers.get("return-path")).not.toMatchObject({ value: [{ address: "marie@company.example" }] });
  });

  it("says why if a function gave up on what followed", async () => {
    const id = await send("marie@company.example");
    failing = true;
    const answer = await ask(`${id}/events`, { type: "reply", text: "Oui" });

    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ title: "reply gave up: Error: no table" });
  });

  it("shows a mail's HTML where no script can run", async () => {
    const answer = await ask(`${await send("marie@company.example")}.html`);
    const policy = answer.headers.get("content-security-policy") ?? "";

    expect(await answer.text()).toBe(html);
    expect(policy).toMatch(/^sandbox allow-same-origin;/);
    expect(policy).toContain("script-src 'none'");
    expect(policy).not.toContain("allow-scripts");
  });
});

describe("the bucket of received mail, through the real client", () => {
  it("gives back what was put under any key, tells the function, and knows no other key", async () => {
    const key = "../odd/é key";
    await s3.send(new PutObjectCommand({ Bucket: "relance-inbox", Key: key, Body: Buffer.from("raw") }));
    await relance.quiet();
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: "relance-inbox", Key: key }));

    expect(await Body?.transformToString()).toBe("raw");
    expect(received).toMatchObject([{ detail: { object: { key, size: 3 } } }]);
    await expect(s3.send(new GetObjectCommand({ Bucket: "relance-inbox", Key: "other" }))).rejects.toBeInstanceOf(NoSuchKey);
  });
});
