import { type Json, textOf } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { own, rows } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import type { Question } from "../sheet.ts";
import { datedHmac } from "../signatures/dated-hmac.ts";
import { minute } from "#core/time/instant.ts";
import { pasteAt } from "../steps.ts";

const answers = rows({ at: "payload.questions_and_answers", key: ["question"], title: ["question"], value: ["answer"] });

/** What was booked, beside what was asked. */
function booking(event: Json): readonly Question[] {
  const booked = own(own(event, "payload"), "scheduled_event");
  return [
    { key: "booking", title: "Booking", role: "answer", value: textOf(own(booked, "name")) },
    { key: "bookingAt", title: "Booked for", role: "answer", value: textOf(own(booked, "start_time")) },
  ];
}

export const calendly = sourceKind({
  kind: "calendly",
  name: "Calendly",
  family: "booking",
  signatures: [datedHmac("calendly-webhook-signature", 3 * minute)],
  read: sheets("Calendly", {
    type: { at: "event", takes: ["invitee.created"], others: "is no new booking." },
    needs: "payload.email",
    eventId: "payload.uri",
    details: {
      email: "payload.email",
      firstName: "payload.first_name",
      lastName: "payload.last_name",
      fullName: "payload.name",
      phone: "payload.text_reminder_number",
      timeZone: "payload.timezone",
    },
    utm: "payload.tracking",
    questions: (event) => [...answers(event), ...booking(event)],
  }),
  secret: {
    en: "The signing_key you give when the webhook subscription is made.",
    fr: "La signing_key que vous donnez à la création de l’abonnement webhook.",
  },
  steps: pasteAt(
    'With a personal access token, subscribe: POST https://api.calendly.com/webhook_subscriptions, events ["invitee.created"], signing_key {secret}.',
    'Avec un jeton personnel, abonnez-vous : POST https://api.calendly.com/webhook_subscriptions, events ["invitee.created"], signing_key {secret}.',
  ),
  seen: ["developer.calendly.com/api-docs/docs/webhook-subscriptions", "developer.calendly.com/api-docs/docs/webhook-signatures"],
});
