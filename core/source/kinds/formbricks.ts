import { entriesOf, type Json, textOf } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { own, question } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import type { Question, Role } from "../sheet.ts";
import { standardWebhooks } from "../signatures/standard-webhooks.ts";
import { pasteAt } from "../steps.ts";

/** The parts of a “contact info” question, in their order. */
const contactInfo: readonly Role[] = ["firstName", "lastName", "email", "phone", "company"];

/** Answers stand under their questions' ids alone, which their author may rename. */
function questionsOf(event: Json): readonly Question[] {
  const data = own(event, "data");
  const answers = own(data, "data") ?? own(own(data, "response"), "data");
  return entriesOf(answers).flatMap(([key, value]) => {
    const isContact = Array.isArray(value) && value.length === contactInfo.length && (textOf(value[2]) ?? "").includes("@");
    return isContact
      ? contactInfo.map((role, index) => question(`${key}.${role}`, role, value[index], { role }))
      : [question(key, key, value)];
  });
}

/** One response is told when it begins, grows and is finished, each time under the same id: the finished one is the arrival. */
function unfinished(event: Json): string | undefined {
  const isFinished = own(event, "event") === "responseFinished" || own(own(event, "data"), "finished") === true;
  return isFinished ? undefined : "This response to Formbricks is not finished yet.";
}

export const formbricks = sourceKind({
  kind: "formbricks",
  name: "Formbricks",
  family: "form",
  signatures: [standardWebhooks],
  read: sheets("Formbricks", {
    needs: "data",
    eventId: ["data.id", "data.response.id"],
    details: {
      email: ["data.contactAttributes.email", "data.personAttributes.email"],
      firstName: "data.contactAttributes.firstName",
      lastName: "data.contactAttributes.lastName",
      locale: "data.language",
    },
    page: "data.meta.url",
    hidden: "data.hiddenFields",
    questions: questionsOf,
    passesOver: unfinished,
  }),
  secret: { en: "Shown when the webhook is made (whsec_…).", fr: "Affiché à la création du webhook (whsec_…)." },
  steps: pasteAt(
    "Open Workspace configuration, Integrations, Webhooks, Add webhook.",
    "Ouvrez Workspace configuration, Integrations, Webhooks, Add webhook.",
    {
      en: "Choose the trigger “Response finished” and your survey. Name the questions' ids: email, first_name…",
      fr: "Choisissez le déclencheur « Response finished » et votre enquête. Nommez les identifiants des questions : email, prenom…",
    },
  ),
  seen: ["formbricks.com/docs/xm-and-surveys/core-features/integrations/webhooks"],
});
