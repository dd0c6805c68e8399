import { type Json, textOf } from "../json.ts";
import { withBearer } from "../fetch-plan.ts";
import { sourceKind } from "../kind.ts";
import { sheetsOfFetched } from "../reading/fetched.ts";
import { own, rows, rowsIn } from "../reading/questions.ts";
import type { Question, SheetPart } from "../sheet.ts";
import { hmacOfBody } from "../signatures/hmac-of-body.ts";

/** Graph API's version: each lives two years (developers.facebook.com/docs/graph-api/changelog/versions). */
const graph = "https://graph.facebook.com/v24.0";
const fields = "id,created_time,ad_name,campaign_name,form_id,platform,is_organic,field_data,custom_disclaimer_responses";

/** Several pages, and several leads of each, may come in one body; each is an id to ask for. */
function read(payload: Json): readonly SheetPart[] {
  const changes = rowsIn(own(payload, "entry")).flatMap((entry) => rowsIn(own(entry, "changes")));
  if (changes.length === 0) {
    return [
      {
        kind: "unreadable",
        field: "entry",
        problem: "This is not an event as Meta sends it.",
        remedy: "Subscribe this address to the Page's field leadgen.",
      },
    ];
  }
  return changes.map((change): SheetPart => {
    const id = textOf(own(own(change, "value"), "leadgen_id")) ?? "";
    if (own(change, "field") !== "leadgen" || !/^\d{1,30}$/.test(id)) {
      return { kind: "ignored", because: `Meta's change of ${(textOf(own(change, "field")) ?? "nothing").slice(0, 100)} is no lead.` };
    }
    return { kind: "fetch", eventId: id, plan: { requests: [withBearer(`${graph}/${id}?fields=${fields}`)], about: { leadgenId: id } } };
  });
}

const told = rows({ at: "field_data", key: ["name"], title: ["name"], value: ["values"] });

/** Values come in lists, also where there can be only one. */
function answers(lead: Json): readonly Question[] {
  return told(lead).map((asked) => (Array.isArray(asked.value) && asked.value.length === 1 ? { ...asked, value: asked.value[0] } : asked));
}

/** Boxes under the form's own conditions; which sentence stood there is the form's. */
function boxes(lead: Json): readonly Question[] {
  return rowsIn(own(lead, "custom_disclaimer_responses")).flatMap((box): readonly Question[] => {
    const key = textOf(own(box, "checkbox_key"));
    return key === undefined ? [] : [{ key, title: key, value: ["1", "true"].includes(textOf(own(box, "is_checked")) ?? "") }];
  });
}

export const metaLeadAds = sourceKind({
  kind: "meta-lead-ads",
  name: "Meta Lead Ads",
  family: "form",
  signatures: [hmacOfBody("x-hub-signature-256", "hex", "sha256=")],
  handshake: "hub-challenge",
  read,
  readFetched: sheetsOfFetched("Meta", {
    needs: "field_data",
    eventId: "id",
    questions: (lead) => [
      ...answers(lead),
      ...boxes(lead),
      ...["campaign_name", "ad_name", "platform", "form_id"].map(
        (key): Question => ({ key, title: key, role: "hidden", value: textOf(own(lead, key)) }),
      ),
    ],
  }),
  secret: {
    en: "The App Secret: developers.facebook.com, your app, App settings, Basic.",
    fr: "L’App Secret : developers.facebook.com, votre application, Paramètres, Général.",
  },
  accessToken: {
    en: "A Page access token of a system user that does not expire, with leads_retrieval and pages_manage_metadata.",
    fr: "Un jeton d’accès de Page d’un utilisateur système, sans expiration, avec leads_retrieval et pages_manage_metadata.",
  },
  steps: [
    {
      en: "In your Meta app add the product Webhooks and choose Page.",
      fr: "Dans votre application Meta, ajoutez le produit Webhooks et choisissez Page.",
    },
    { en: "Callback URL: {url} — Verify token: {token}", fr: "URL de rappel : {url} — Jeton de vérification : {token}" },
    {
      en: "Subscribe to the field leadgen, and subscribe your Page to the app.",
      fr: "Abonnez-vous au champ leadgen, et abonnez votre Page à l’application.",
    },
    {
      en: "Send a lead with the Lead Ads Testing Tool: it appears here.",
      fr: "Envoyez un prospect avec l’outil de test des publicités à formulaire : il apparaît ici.",
    },
  ],
  seen: [
    "developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving",
    "developers.facebook.com/docs/graph-api/webhooks/getting-started",
  ],
});
