import { entriesOf, type Json, textOf } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { nameParts, own, question } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import type { Question } from "../sheet.ts";
import { hmacOfBody } from "../signatures/hmac-of-body.ts";
import { pasteAt } from "../steps.ts";

/** Fields of the booking page that answer nothing about the person. */
const besideAnswers = new Set(["guests", "location", "rescheduleReason", "title"]);

/** Answers are `{label, value}` under their field's name; the notes are the message. */
function questionsOf(event: Json): readonly Question[] {
  const payload = own(event, "payload");
  const answers = [...entriesOf(own(payload, "responses")), ...entriesOf(own(payload, "userFieldsResponses"))];
  const seen = new Set<string>();
  const asked = answers.flatMap(([key, answer]): readonly Question[] => {
    if (besideAnswers.has(key) || seen.has(key)) return [];
    seen.add(key);
    const value = own(answer, "value") ?? (own(answer, "label") === undefined ? answer : null);
    const title = textOf(own(answer, "label")) ?? key;
    return nameParts(key, value) ?? [question(key, title, value, key === "notes" ? { role: "message" } : {})];
  });
  return [
    ...asked,
    { key: "booking", title: "Booking", role: "answer", value: textOf(own(payload, "title")) },
    { key: "bookingAt", title: "Booked for", role: "answer", value: textOf(own(payload, "startTime")) },
  ];
}

/** The organizer is who is booked; the first attendee is who booked. */
export const calCom = sourceKind({
  kind: "cal-com",
  name: "Cal.com",
  family: "booking",
  signatures: [hmacOfBody("x-cal-signature-256", "hex")],
  read: sheets("Cal.com", {
    type: { at: "triggerEvent", takes: ["BOOKING_CREATED", "BOOKING_REQUESTED"], others: "is no new booking." },
    needs: ["payload.attendees", "payload.responses"],
    eventId: ["payload.uid", "payload.bookingId"],
    details: {
      email: ["payload.responses.email.value", "payload.attendees[0].email"],
      fullName: ["payload.responses.name.value", "payload.attendees[0].name"],
      phone: [
        "payload.responses.attendeePhoneNumber.value",
        "payload.responses.smsReminderNumber.value",
        "payload.attendees[0].phoneNumber",
      ],
      message: "payload.additionalNotes",
      locale: ["payload.attendees[0].language.locale", "payload.attendees[0].locale"],
      timeZone: "payload.attendees[0].timeZone",
    },
    utm: "payload.tracking",
    questions: questionsOf,
  }),
  secret: { en: "The secret you write in the webhook's settings.", fr: "Le secret que vous écrivez dans les réglages du webhook." },
  steps: pasteAt("Open Settings, Developer, Webhooks, New.", "Ouvrez Settings, Developer, Webhooks, New.", {
    en: "Keep the trigger “Booking created” and write the secret: {secret}",
    fr: "Gardez le déclencheur « Booking created » et écrivez le secret : {secret}",
  }),
  seen: ["cal.com/docs/developing/guides/automation/webhooks", "github.com/calcom/cal.com packages/features/webhooks"],
});
