import { entriesOf, type Json, textOf } from "../json.ts";
import { withBearer } from "../fetch-plan.ts";
import { sourceKind } from "../kind.ts";
import { own, question } from "../reading/questions.ts";
import { sheets, type SheetSpec } from "../reading/sheets.ts";
import { sheetsOfFetched } from "../reading/fetched.ts";
import type { Question, SheetPart } from "../sheet.ts";
import { hubspotOlder, hubspotV3 } from "../signatures/hubspot.ts";
import { pasteAt } from "../steps.ts";

const asked =
  "email,firstname,lastname,phone,mobilephone,company,message,jobtitle,hs_language,hs_timezone,hs_analytics_first_url,hs_analytics_source";

/** Properties are texts in the API's answers, and objects with a `value` in a workflow's deliveries. */
const text = (name: string): readonly string[] => [`properties.${name}.value`, `properties.${name}`];

const contact: SheetSpec = {
  needs: "properties",
  details: {
    email: text("email"),
    firstName: text("firstname"),
    lastName: text("lastname"),
    phone: [...text("phone"), ...text("mobilephone")],
    company: text("company"),
    message: text("message"),
    locale: text("hs_language"),
  },
  page: text("hs_analytics_first_url"),
  eventId: ["submissionId", "eventId"],
  questions: (event) => propertiesOf(own(event, "properties")),
};

const detailProperties = new Set(
  "email firstname lastname phone mobilephone company message hs_language hs_analytics_first_url".split(" "),
);

/** HubSpot's own bookkeeping begins with `hs_`. */
function propertiesOf(properties: Json | undefined): readonly Question[] {
  return entriesOf(properties).flatMap(([key, value]) => {
    if (detailProperties.has(key) || /^(?:hs_|hubspot|createdate|lastmodifieddate|num_|recent_)/.test(key)) return [];
    return [question(key, key, own(value, "value") ?? value, { role: "answer" })];
  });
}

const read = sheets("HubSpot", contact);

/** An app's subscriptions tell ids, up to a hundred in one body; a workflow sends the contact. */
function partsOf(payload: Json): readonly SheetPart[] | undefined {
  const events = Array.isArray(payload) ? payload : [payload];
  if (!events.some((event: Json) => own(event, "subscriptionType") !== undefined)) return undefined;
  return events.map((event: Json): SheetPart => {
    const type = textOf(own(event, "subscriptionType")) ?? "event";
    const objectId = textOf(own(event, "objectId")) ?? "";
    const isContact =
      type === "contact.creation" || (type === "object.creation" && (textOf(own(event, "objectTypeId")) ?? "0-1") === "0-1");
    const eventId = `${textOf(own(event, "portalId")) ?? ""}-contact-${objectId}`;
    if (!isContact || !/^\d{1,30}$/.test(objectId)) {
      const own_ = textOf(own(event, "eventId"));
      return {
        kind: "ignored",
        because: `HubSpot's ${type.slice(0, 100)} is no new contact.`,
        eventId: own_ === undefined ? undefined : `${own_}-${type}-${objectId}`,
      };
    }
    const request = withBearer(`https://api.hubapi.com/crm/v3/objects/contacts/${objectId}?properties=${asked}`);
    return { kind: "fetch", eventId, plan: { requests: [request], about: { objectId } } };
  });
}

export const hubspot = sourceKind({
  kind: "hubspot",
  name: "HubSpot",
  family: "crm",
  signatures: [hubspotV3, hubspotOlder],
  read: (payload, delivery) => partsOf(payload) ?? read(payload, delivery),
  readFetched: sheetsOfFetched("HubSpot", contact),
  secret: {
    en: "The client secret of your app: Settings, Integrations, Private apps, Auth.",
    fr: "Le client secret de votre application : Paramètres, Intégrations, Applications privées, Authentification.",
  },
  accessToken: {
    en: "The private app's access token, with the scope crm.objects.contacts.read.",
    fr: "Le jeton d’accès de l’application privée, avec le droit crm.objects.contacts.read.",
  },
  steps: pasteAt(
    "For forms: make a workflow that starts at a form submission, with the action “Send a webhook”, POST. For every new contact: a private app's Webhooks, contact.creation.",
    "Pour les formulaires : créez un workflow déclenché par l’envoi d’un formulaire, avec l’action « Envoyer un webhook », POST. Pour chaque nouveau contact : Webhooks d’une application privée, contact.creation.",
    {
      en: "Give the app's client secret and access token to this source.",
      fr: "Donnez à cette source le client secret et le jeton d’accès de l’application.",
    },
  ),
  seen: ["developers.hubspot.com/docs/api/webhooks", "developers.hubspot.com/docs/api/webhooks/validating-requests"],
});
