import { describe, expect, it } from "vitest";
import { judgeClick } from "#core/feedback/judge-click.ts";
import { instantOfSesEvent, ourTags, sesEventSchema } from "#core/feedback/ses-event.ts";
import type { Message } from "#core/message/message.ts";
import { deterministicId } from "#core/id/id.ts";
import { second } from "#core/time/instant.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";

const safari = "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";

const delivered: Message = {
  id: deterministicId("message", tuesday, "m"),
  personId: aProspect().id,
  purpose: "marketing",
  step: "a",
  email: "a",
  emailVersion: 1,
  locale: "fr",
  subject: "a",
  data: {},
  state: "sent",
  because: { code: "step-due" },
  attempt: 1,
  claimedAt: tuesday,
  claimUntil: tuesday + 60 * second,
  sentAt: tuesday,
  deliveredAt: tuesday + second,
};
const click = (after: number, link = "https://a.example", userAgent: string | undefined = safari) => ({
  at: tuesday + after * second,
  link,
  userAgent,
});

describe("a click", () => {
  it("is a person's where somebody had the time to read", () => {
    expect(judgeClick(delivered, click(40))).toBe("person");
  });

  it("is a machine's within moments of delivery", () => {
    expect(judgeClick(delivered, click(2))).toBe("machine");
  });

  it.each(["Proofpoint URL Defense", "python-requests/2.31", "curl/8.0", "Barracuda Sentinel", "HeadlessChrome/126", ""])(
    "is a machine's where it calls itself %j",
    (userAgent) => {
      expect(judgeClick(delivered, click(40, "https://a.example", userAgent))).toBe("machine");
    },
  );

  it("is a machine's where every link of the mail is followed in one go", () => {
    const clicks = ["https://a.example", "https://b.example"].map((link, index) => ({
      at: tuesday + (40 + index) * second,
      link,
      by: "person" as const,
    }));

    expect(judgeClick({ ...delivered, clicks }, click(42, "https://c.example"))).toBe("machine");
    expect(judgeClick({ ...delivered, clicks }, click(400, "https://c.example"))).toBe("person");
  });
});

describe("an event of SES's", () => {
  const mail = {
    timestamp: "2026-11-24T09:30:00.000Z",
    messageId: "m",
    destination: ["a@example.com"],
    tags: { "relance-message": ["msg_1"], "relance-person": ["per_1"] },
  };
  const event = (detail: unknown) => sesEventSchema.safeParse({ id: "1", source: "aws.ses", detail });

  it.each([
    ["Send", {}],
    ["Delivery", { delivery: { timestamp: "2026-11-24T09:31:00.000Z" } }],
    ["Open", { open: { timestamp: "2026-11-24T09:31:00.000Z" } }],
    ["Click", { click: { timestamp: "2026-11-24T09:31:00.000Z", link: "https://a.example" } }],
    [
      "Bounce",
      {
        bounce: { timestamp: "2026-11-24T09:31:00.000Z", bounceType: "Permanent", bouncedRecipients: [{ emailAddress: "a@example.com" }] },
      },
    ],
    ["Complaint", { complaint: { timestamp: "2026-11-24T09:31:00.000Z", complainedRecipients: [{ emailAddress: "a@example.com" }] } }],
    ["Reject", { reject: { reason: "Bad content" } }],
    ["DeliveryDelay", { deliveryDelay: { timestamp: "2026-11-24T09:31:00.000Z" } }],
    ["Rendering Failure", { failure: { errorMessage: "x" } }],
    ["Subscription", {}],
  ])("of type %s is read, whatever else it holds", (eventType, rest) => {
    const read = event({ eventType, mail, ...rest, news: { from: "a later SES" } });

    expect(read.success).toBe(true);
    if (!read.success) return;
    expect(ourTags(read.data.detail)).toEqual({ messageId: "msg_1", personId: "per_1" });
    expect(instantOfSesEvent(read.data.detail)).toBeGreaterThanOrEqual(tuesday);
  });

  it("about mail that is not ours names nobody", () => {
    const read = event({ eventType: "Send", mail: { ...mail, tags: {} } });

    expect(read.success && ourTags(read.data.detail)).toBeUndefined();
  });

  it("of a shape nobody knows is refused, to be looked at", () => {
    expect(event({ eventType: "Teleport", mail }).success).toBe(false);
  });
});
