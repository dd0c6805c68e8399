import {
  CreateConfigurationSetCommand,
  DeleteSuppressedDestinationCommand,
  GetAccountCommand,
  GetSuppressedDestinationCommand,
  ListSuppressedDestinationsCommand,
  PutSuppressedDestinationCommand,
  SendEmailCommand,
  type SendEmailCommandInput,
  SESv2Client,
} from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { sesEventSchema } from "#core/feedback/ses-event.ts";
import { sesListener, type StartedLocal, startLocal } from "#tests/local/start-local.ts";

const heard: unknown[] = [];
let relance: StartedLocal;
let client: SESv2Client;

function clientOf(endpoint: string): SESv2Client {
  return new SESv2Client({ region: "eu-west-3", endpoint, credentials: { accessKeyId: "a", secretAccessKey: "b" }, maxAttempts: 1 });
}

beforeAll(async () => {
  relance = await startLocal({ functions: [sesListener(heard)] });
  client = clientOf(relance.aws.AWS_ENDPOINT_URL);
});
beforeEach(() => void heard.splice(0));
afterAll(() => relance.stop());

const shownSchema = z.array(
  z.looseObject({ id: z.string(), fate: z.string(), tags: z.record(z.string(), z.string()), headers: z.record(z.string(), z.string()) }),
);

async function mailbox(to: string) {
  const response = await fetch(`${relance.url}/local/mailbox?to=${encodeURIComponent(to)}`, {
    headers: { authorization: `Bearer ${relance.token}` },
  });
  return shownSchema.parse(await response.json());
}

function aMail(
  to: string,
  change: Partial<SendEmailCommandInput> = {},
  headers = [{ Name: "List-Unsubscribe", Value: "<https://a.example/u>" }],
): SendEmailCommand {
  return new SendEmailCommand({
    FromEmailAddress: '"Camille" <camille@lumen.example>',
    Destination: { ToAddresses: [to] },
    ReplyToAddresses: ["token@reply.example"],
    ConfigurationSetName: "relance",
    Content: {
      Simple: { Subject: { Data: "Été" }, Body: { Html: { Data: "<p>Bonjour</p>" }, Text: { Data: "Bonjour" } }, Headers: headers },
    },
    EmailTags: [
      { Name: "relance-message", Value: "msg_1" },
      { Name: "relance-person", Value: "per_1" },
    ],
    ...change,
  });
}

/** The events heard, as the production schema reads them. */
async function events() {
  await relance.quiet();
  return z.array(sesEventSchema).parse(heard);
}

describe("the SES emulator, through the real client", () => {
  it("keeps a mail with its headers and tags, and answers its id", async () => {
    const { MessageId } = await client.send(aMail("ann@company.example"));

    const [mail] = await mailbox("ann@company.example");
    expect(mail).toMatchObject({
      id: MessageId,
      to: "ann@company.example",
      from: '"Camille" <camille@lumen.example>',
      replyTo: "token@reply.example",
      subject: "Été",
      html: "<p>Bonjour</p>",
      text: "Bonjour",
      tags: { "relance-message": "msg_1", "relance-person": "per_1" },
      fate: "delivered",
    });
    expect(mail?.headers["List-Unsubscribe"]).toBe("<https://a.example/u>");
  });

  it("tells Send and then Delivery, in the shape SES gives EventBridge", async () => {
    const { MessageId } = await client.send(aMail("ann@company.example"));

    const [send, delivery] = await events();
    expect(send).toMatchObject({
      version: "0",
      "detail-type": "Email Sent",
      source: "aws.ses",
      account: "123456789012",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: "eu-west-3",
      resources: ["arn:aws:ses:eu-west-3:123456789012:configuration-set/relance"],
      detail: {
        eventType: "Send",
        send: {},
        mail: {
          messageId: MessageId,
          source: '"Camille" <camille@lumen.example>',
          sendingAccountId: "123456789012",
          destination: ["ann@company.example"],
          headersTruncated: false,
          headers: expect.arrayContaining([{ name: "List-Unsubscribe", value: "<https://a.example/u>" }]),
          commonHeaders: { from: ['"Camille" <camille@lumen.example>'], to: ["ann@company.example"], messageId: MessageId, subject: "Été" },
          tags: {
            "relance-message": ["msg_1"],
            "relance-person": ["per_1"],
            "ses:configuration-set": ["relance"],
            "ses:from-domain": ["lumen.example"],
            "ses:operation": ["SendEmail"],
          },
        },
      },
    });
    expect(delivery).toMatchObject({
      "detail-type": "Email Delivered",
      detail: { eventType: "Delivery", delivery: { recipients: ["ann@company.example"], smtpResponse: "250 2.0.0 OK" } },
    });
    expect(heard).toHaveLength(2);
  });

  it.each([
    ["success@simulator.amazonses.com", ["Send", "Delivery"], undefined],
    ["bounce@simulator.amazonses.com", ["Send", "Bounce"], { bounceType: "Permanent", bounceSubType: "General" }],
    ["bounce+label@simulator.amazonses.com", ["Send", "Bounce"], { bounceType: "Permanent", bounceSubType: "General" }],
    ["suppressionlist@simulator.amazonses.com", ["Send", "Bounce"], { bounceType: "Permanent", bounceSubType: "Suppressed" }],
    ["complaint@simulator.amazonses.com", ["Send", "Delivery", "Complaint"], undefined],
    ["ooto@simulator.amazonses.com", ["Send", "Delivery"], undefined],
  ])("does with %s what the mailbox simulator does", async (address, types, bounce) => {
    await client.send(aMail(address));

    const told = await events();
    expect(told.map(({ detail }) => detail.eventType).sort()).toEqual([...types].sort());
    const bounced = told.find(({ detail }) => detail.eventType === "Bounce");
    if (bounce === undefined) expect(bounced).toBeUndefined();
    else expect(bounced?.detail).toMatchObject({ bounce: { ...bounce, bouncedRecipients: [{ emailAddress: address }] } });
  });

  it("accepts mail to an address on the account's suppression list, and bounces it", async () => {
    await client.send(new PutSuppressedDestinationCommand({ EmailAddress: "Gone@company.example", Reason: "COMPLAINT" }));
    const { SuppressedDestination } = await client.send(new GetSuppressedDestinationCommand({ EmailAddress: "gone@company.example" }));
    const { SuppressedDestinationSummaries } = await client.send(new ListSuppressedDestinationsCommand({}));
    await client.send(aMail("gone@company.example"));

    expect(SuppressedDestination).toMatchObject({
      EmailAddress: "gone@company.example",
      Reason: "COMPLAINT",
      LastUpdateTime: expect.any(Date),
    });
    expect(SuppressedDestinationSummaries).toHaveLength(1);
    expect((await events()).map(({ detail }) => detail)).toContainEqual(
      expect.objectContaining({ eventType: "Bounce", bounce: expect.objectContaining({ bounceSubType: "OnAccountSuppressionList" }) }),
    );

    await client.send(new DeleteSuppressedDestinationCommand({ EmailAddress: "gone@company.example" }));
    await expect(client.send(new GetSuppressedDestinationCommand({ EmailAddress: "gone@company.example" }))).rejects.toThrow(
      "does not exist",
    );
    await client.send(aMail("gone@company.example"));
    expect((await mailbox("gone@company.example")).map(({ fate }) => fate)).toEqual(["suppressed-by-account", "delivered"]);
  });

  it.each([
    ["a configuration set that is not there", aMail("a@b.fr", { ConfigurationSetName: "other" }), "NotFoundException"],
    [
      "more than fifty recipients",
      aMail("a@b.fr", { Destination: { ToAddresses: Array.from({ length: 51 }, (_, n) => `a${n}@b.fr`) } }),
      "BadRequestException",
    ],
    ["no recipient", aMail("a@b.fr", { Destination: { ToAddresses: [] } }), "BadRequestException"],
    ["no sender", aMail("a@b.fr", { FromEmailAddress: undefined }), "BadRequestException"],
    ["a sender that is no address", aMail("a@b.fr", { FromEmailAddress: "Camille" }), "BadRequestException"],
    ["a name that is not encoded", aMail("a@b.fr", { FromEmailAddress: "Éloïse <e@lumen.example>" }), "BadRequestException"],
    ["a domain outside ASCII", aMail("a@bücher.example"), "BadRequestException"],
    ["a tag with a space", aMail("a@b.fr", { EmailTags: [{ Name: "a b", Value: "c" }] }), "BadRequestException"],
    ["a tag value outside ASCII", aMail("a@b.fr", { EmailTags: [{ Name: "a", Value: "é" }] }), "BadRequestException"],
    ["a header with a line break", aMail("a@b.fr", {}, [{ Name: "X-A", Value: "b\r\nBcc: c@d.fr" }]), "BadRequestException"],
    ["a header outside ASCII", aMail("a@b.fr", {}, [{ Name: "X-A", Value: "é" }]), "BadRequestException"],
    ["a header that is SES's own", aMail("a@b.fr", {}, [{ Name: "Bcc", Value: "c@d.fr" }]), "BadRequestException"],
    [
      "the same header twice",
      aMail("a@b.fr", {}, [
        { Name: "X-A", Value: "1" },
        { Name: "x-a", Value: "2" },
      ]),
      "BadRequestException",
    ],
    [
      "sixteen headers",
      aMail(
        "a@b.fr",
        {},
        Array.from({ length: 16 }, (_, n) => ({ Name: `X-${n}`, Value: "1" })),
      ),
      "BadRequestException",
    ],
    ["no body", aMail("a@b.fr", { Content: { Simple: { Subject: { Data: "a" }, Body: {} } } }), "BadRequestException"],
  ])("refuses %s", async (_title, command, name) => {
    await expect(client.send(command)).rejects.toMatchObject({ name, $fault: "client" });
    expect(await mailbox("a@b.fr")).toEqual([]);
  });

  it("takes a mail that is MIME already", async () => {
    const raw = Buffer.from(
      "From: a@lumen.example\r\nTo: raw@company.example\r\nSubject: =?UTF-8?Q?=C3=89t=C3=A9?=\r\nX-Own: 1\r\n\r\nBonjour\r\n",
    );
    await client.send(new SendEmailCommand({ Content: { Raw: { Data: raw } } }));

    const [mail] = await mailbox("raw@company.example");
    expect(mail).toMatchObject({ subject: "Été", text: "Bonjour\n", from: "a@lumen.example" });
    expect(mail?.headers["X-Own"]).toBe("1");
  });

  it("says its limits, and keeps to its rate and its daily quota", async () => {
    const slow = await startLocal({ ses: { perSecond: 2, perDay: 3 } });
    const slowClient = clientOf(slow.aws.AWS_ENDPOINT_URL);
    const send = () =>
      slowClient.send(aMail("a@b.fr")).then(
        () => "sent",
        (fault: Error) => `${fault.name}: ${fault.message}`,
      );
    try {
      const first = [await send(), await send(), await send()];
      await new Promise((resolve) => setTimeout(resolve, 600));
      const later = [await send(), await send()];
      const { SendQuota } = await slowClient.send(new GetAccountCommand({}));
      await slow.clock.moveTo(slow.clock.now() + 24 * 3_600_000 + 1);
      await new Promise((resolve) => setTimeout(resolve, 600));

      expect(first).toEqual(["sent", "sent", "TooManyRequestsException: Maximum sending rate exceeded."]);
      expect(later).toEqual(["sent", "TooManyRequestsException: Daily message quota exceeded."]);
      expect(SendQuota).toEqual({ Max24HourSend: 3, MaxSendRate: 2, SentLast24Hours: 3 });
      expect(await send()).toBe("sent");
    } finally {
      await slow.stop();
    }
  });

  it("says so when it is asked for what is not emulated", async () => {
    await expect(client.send(new CreateConfigurationSetCommand({ ConfigurationSetName: "x" }))).rejects.toThrow("is not emulated");
  });
});
