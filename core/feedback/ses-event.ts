import * as z from "zod";
import type { Instant } from "#core/time/instant.ts";

/**
 * SES events as EventBridge delivers them (docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-eventbridge.html).
 * Only what is decided upon is required; everything else a version of SES may add is let through.
 */
const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const mailSchema = z.looseObject({
  messageId: z.string(),
  timestamp: instant,
  destination: z.array(z.string()).default([]),
  tags: z.record(z.string(), z.array(z.string())).default({}),
});

const recipients = z.array(z.looseObject({ emailAddress: z.string(), diagnosticCode: z.string().optional() })).default([]);

const detailSchema = z.discriminatedUnion("eventType", [
  z.looseObject({ eventType: z.literal("Send"), mail: mailSchema }),
  z.looseObject({ eventType: z.literal("Delivery"), mail: mailSchema, delivery: z.looseObject({ timestamp: instant }) }),
  z.looseObject({
    eventType: z.literal("Open"),
    mail: mailSchema,
    open: z.looseObject({ timestamp: instant, userAgent: z.string().optional() }),
  }),
  z.looseObject({
    eventType: z.literal("Click"),
    mail: mailSchema,
    click: z.looseObject({ timestamp: instant, link: z.string(), userAgent: z.string().optional(), ipAddress: z.string().optional() }),
  }),
  z.looseObject({
    eventType: z.literal("Bounce"),
    mail: mailSchema,
    bounce: z.looseObject({
      timestamp: instant,
      bounceType: z.string(),
      bounceSubType: z.string().optional(),
      bouncedRecipients: recipients,
    }),
  }),
  z.looseObject({
    eventType: z.literal("Complaint"),
    mail: mailSchema,
    complaint: z.looseObject({ timestamp: instant, complainedRecipients: recipients }),
  }),
  z.looseObject({ eventType: z.literal("Reject"), mail: mailSchema, reject: z.looseObject({ reason: z.string().optional() }) }),
  z.looseObject({
    eventType: z.literal("DeliveryDelay"),
    mail: mailSchema,
    deliveryDelay: z.looseObject({ timestamp: instant, delayType: z.string().optional() }),
  }),
  // SES writes this one with a space in places and without in others.
  z.looseObject({
    eventType: z.enum(["Rendering Failure", "RenderingFailure"]),
    mail: mailSchema,
    failure: z.looseObject({ errorMessage: z.string().optional() }),
  }),
  z.looseObject({ eventType: z.literal("Subscription"), mail: mailSchema }),
]);

export const sesEventSchema = z.looseObject({ id: z.string(), source: z.literal("aws.ses"), detail: detailSchema });
export type SesEvent = z.infer<typeof sesEventSchema>;
export type SesDetail = SesEvent["detail"];

/** When what the event tells of happened, by SES's own clock. */
export function instantOfSesEvent(detail: SesDetail): Instant {
  switch (detail.eventType) {
    case "Delivery":
      return detail.delivery.timestamp;
    case "Open":
      return detail.open.timestamp;
    case "Click":
      return detail.click.timestamp;
    case "Bounce":
      return detail.bounce.timestamp;
    case "Complaint":
      return detail.complaint.timestamp;
    case "DeliveryDelay":
      return detail.deliveryDelay.timestamp;
    case "Send":
    case "Reject":
    case "Rendering Failure":
    case "RenderingFailure":
    case "Subscription":
      return detail.mail.timestamp;
  }
}

/** The message and person our tags name; undefined for mail that is not ours. */
export function ourTags(detail: SesDetail): { readonly messageId: string; readonly personId: string } | undefined {
  const messageId = detail.mail.tags["relance-message"]?.[0];
  const personId = detail.mail.tags["relance-person"]?.[0];
  return messageId === undefined || personId === undefined ? undefined : { messageId, personId };
}
