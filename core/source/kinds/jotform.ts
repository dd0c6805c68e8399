import { entriesOf, isObject, type Json, parseJson, textOf } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { foldLabel } from "../labels.ts";
import { nameParts, own, question } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import type { Question } from "../sheet.ts";
import { pasteAt } from "../steps.ts";

/** `rawRequest` alone is sure: `pretty` parts questions by commas and colons, which answers hold too. */
function unwrap(payload: Json): Json {
  const raw = own(payload, "rawRequest");
  const inner = typeof raw === "string" ? parseJson(raw) : raw;
  return isObject(inner) ? { ...inner, submissionID: own(payload, "submissionID") ?? null } : payload;
}

/** Questions are called `q3_yourName`: a number, and a name made from their title, which itself is not sent. */
function questionsOf(raw: Json): readonly Question[] {
  const asked = entriesOf(raw).flatMap(([id, value]) => {
    const name = /^q\d+_(.+)$/.exec(id)?.[1];
    return name === undefined ? [] : (nameParts(name, value) ?? [question(name, foldLabel(name), partsOf(value), { id })]);
  });
  const files = entriesOf(own(raw, "temp_upload")).map(([id, value]) => {
    const name = id.replace(/^q\d+_/, "");
    const names = (Array.isArray(value) ? value : [value]).flatMap((file: Json) => textOf(file)?.split("#", 1) ?? []);
    return question(name, foldLabel(name), names, { id, role: "file" });
  });
  return [...asked, ...files];
}

/** Dates and numbers of telephones come in parts. */
function partsOf(value: Json): Json {
  const [year, month, day] = ["year", "month", "day"].map((part) => textOf(own(value, part)));
  if (year !== undefined && month !== undefined && day !== undefined) return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const [full, area, phone] = ["full", "area", "phone"].map((part) => textOf(own(value, part)));
  if (full !== undefined || phone !== undefined) return full ?? [area ?? "", phone ?? ""].join(" ").trim();
  return textOf(own(value, "timeInput")) ?? value;
}

const read = sheets("Jotform", {
  needs: ["rawRequest", "event_id", "submissionID", "slug"],
  eventId: ["submissionID", "event_id"],
  page: ["parentURL", "referer"],
  questions: questionsOf,
});

export const jotform = sourceKind({
  kind: "jotform",
  name: "Jotform",
  family: "form",
  signatures: [],
  read: (payload, delivery) => read(unwrap(payload), delivery),
  steps: pasteAt(
    "Open your form, then Settings, Integrations, Webhooks.",
    "Ouvrez votre formulaire, puis Settings, Integrations, Webhooks.",
    {
      en: "Choose “Complete integration”.",
      fr: "Choisissez « Complete integration ».",
    },
  ),
  seen: ["jotform.com/help/245-how-to-setup-a-webhook-with-jotform"],
});
