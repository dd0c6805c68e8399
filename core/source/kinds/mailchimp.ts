import { type Json, textOf } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { own, questionsIn } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import { pasteAt } from "../steps.ts";

/** A subscriber keeps one id: who leaves and comes back is told apart by the time. */
function idOf(event: Json): string | undefined {
  const id = textOf(own(own(event, "data"), "id"));
  return id === undefined ? undefined : `${id}-${textOf(own(event, "fired_at")) ?? ""}`;
}

const read = sheets("Mailchimp", {
  type: { at: "type", takes: ["subscribe"], others: "is no new subscriber." },
  needs: "data.email",
  eventId: idOf,
  details: {
    email: "data.email",
    firstName: "data.merges.FNAME",
    lastName: "data.merges.LNAME",
    phone: "data.merges.PHONE",
    company: ["data.merges.COMPANY", "data.merges.MMERGE5"],
  },
  // The network address from which somebody signed up: there only where they did so themselves.
  consent: (event) => (textOf(own(own(event, "data"), "ip_opt")) === undefined ? undefined : true),
  questions: (event) =>
    questionsIn(own(own(event, "data"), "merges"), new Set(["EMAIL", "FNAME", "LNAME", "PHONE", "COMPANY", "INTERESTS", "GROUPINGS"])),
});

export const mailchimp = sourceKind({
  kind: "mailchimp",
  name: "Mailchimp",
  family: "form",
  signatures: [],
  handshake: "any-answer",
  read,
  steps: pasteAt("Open Audience, Settings, Webhooks, Create new webhook.", "Ouvrez Audience, Settings, Webhooks, Create new webhook.", {
    en: "Tick “Subscribes”, and “By a subscriber”.",
    fr: "Cochez « Subscribes » et « By a subscriber ».",
  }),
  seen: ["mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks"],
});
