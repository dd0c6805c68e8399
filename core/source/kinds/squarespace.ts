import { isObject, textOf } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { own, questionsIn } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import { sheetsOfFetched } from "../reading/fetched.ts";
import { squarespaceSignature } from "../signatures/hmac-around-body.ts";
import { pasteAt } from "../steps.ts";
import { withBearer } from "../fetch-plan.ts";

const form = sheets("Squarespace", {
  repeats: true,
  eventId: ["submissionId", "id"],
  questions: (event) => questionsIn(own(event, "data") ?? event, new Set(["submissionId", "id", "formId", "formName"])),
});

/** Orders are told by their id alone (developers.squarespace.com/commerce-apis); forms come through an automation, as what they hold. */
export const squarespace = sourceKind({
  kind: "squarespace",
  name: "Squarespace",
  family: "form",
  signatures: [squarespaceSignature],
  read: (payload, delivery) => {
    const topic = textOf(own(payload, "topic"));
    if (topic === undefined) return form(payload, delivery);
    const orderId = textOf(own(own(payload, "data"), "orderId")) ?? "";
    if (topic !== "order.create" || !/^[\w-]{1,100}$/.test(orderId))
      return [{ kind: "ignored", because: `Squarespace's ${topic.slice(0, 100)} is no new order.` }];
    return [
      {
        kind: "fetch",
        eventId: `order-${orderId}`,
        plan: { requests: [withBearer(`https://api.squarespace.com/1.0/commerce/orders/${orderId}`)], about: { orderId } },
      },
    ];
  },
  readFetched: sheetsOfFetched("Squarespace", {
    needs: "customerEmail",
    details: {
      email: "customerEmail",
      firstName: "billingAddress.firstName",
      lastName: "billingAddress.lastName",
      phone: "billingAddress.phone",
    },
    purchase: { id: "id", amount: "grandTotal.value", currency: "grandTotal.currency" },
    questions: (event) =>
      questionsIn(
        Object.fromEntries(["formSubmission"].flatMap((key) => (isObject(own(event, key)) ? [[key, own(event, key) ?? null]] : []))),
      ),
  }),
  secret: {
    en: "The secret answered when the webhook subscription is made.",
    fr: "Le secret donné à la création de l’abonnement webhook.",
  },
  accessToken: {
    en: "Settings, Developer tools, Developer API keys: a key that may read orders.",
    fr: "Settings, Developer tools, Developer API keys : une clé autorisée à lire les commandes.",
  },
  steps: pasteAt(
    "For forms: make a Zap or a Make scenario from Squarespace's form to a POST request.",
    "Pour les formulaires : créez un Zap ou un scénario Make, du formulaire Squarespace vers une requête POST.",
    {
      en: "For orders: subscribe it to order.create through the Webhook Subscriptions API.",
      fr: "Pour les commandes : abonnez-la à order.create par l’API Webhook Subscriptions.",
    },
  ),
  seen: [
    "developers.squarespace.com/commerce-apis/webhook-subscriptions-overview",
    "developers.squarespace.com/commerce-apis/retrieve-specific-order",
  ],
});
