import { type Json, textOf } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { own, rows } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import { hmacOfBody } from "../signatures/hmac-of-body.ts";
import { pasteAt } from "../steps.ts";

const isPaid = (order: Json): boolean => ["paid", "partially_refunded"].includes(textOf(own(order, "financial_status")) ?? "");

const people = {
  details: {
    email: ["email", "contact_email", "customer.email"],
    firstName: ["customer.first_name", "billing_address.first_name", "first_name"],
    lastName: ["customer.last_name", "billing_address.last_name", "last_name"],
    phone: ["phone", "customer.phone", "billing_address.phone"],
    company: ["billing_address.company", "default_address.company"],
    message: "note",
    locale: "customer_locale",
  },
  page: "landing_site",
  questions: rows({ at: "note_attributes", key: ["name"], title: ["name"], value: ["value"] }),
  consent: (event: Json): boolean | undefined => {
    const state = textOf(own(own(own(event, "customer") ?? event, "email_marketing_consent"), "state"));
    const ticked = own(event, "buyer_accepts_marketing");
    if (state === undefined && typeof ticked !== "boolean") return undefined;
    return state === "subscribed" || ticked === true;
  },
  emailField: "email",
};

const idOf =
  (told: (id: string) => string) =>
  (event: Json): string | undefined => {
    const id = textOf(own(event, "id"));
    return id === undefined ? undefined : told(id);
  };

const readPaid = sheets("Shopify", {
  ...people,
  needs: "id",
  eventId: idOf((id) => `order-${id}-paid`),
  purchase: { id: "id", amount: ["current_total_price", "total_price"], currency: "currency" },
});
const readPlaced = sheets("Shopify", { ...people, needs: "id", eventId: idOf((id) => `order-${id}-placed`) });
const readCustomer = sheets("Shopify", { ...people, needs: "id", eventId: idOf((id) => `customer-${id}`) });

/** The body does not say what it is; a header does. An order that is not paid for yet tells of a person, and of no purchase. */
export const shopify = sourceKind({
  kind: "shopify",
  name: "Shopify",
  family: "purchase",
  signatures: [hmacOfBody("x-shopify-hmac-sha256", "base64")],
  read: (payload, delivery) => {
    const topic = delivery.headers["x-shopify-topic"] ?? "orders/paid";
    if (!/^(?:orders\/(?:create|paid|fulfilled)|customers\/create)$/.test(topic)) {
      return [{ kind: "ignored", because: `Shopify's ${topic.slice(0, 100)} is no purchase.` }];
    }
    if (topic === "customers/create") return readCustomer(payload, delivery);
    return topic === "orders/paid" || isPaid(payload) ? readPaid(payload, delivery) : readPlaced(payload, delivery);
  },
  secret: {
    en: "Settings, Notifications, Webhooks: the key under “Your webhooks will be signed with”; for an app, its client secret.",
    fr: "Paramètres, Notifications, Webhooks : la clé sous « Vos webhooks seront signés avec » ; pour une application, son client secret.",
  },
  steps: pasteAt(
    "Open Settings, Notifications, Webhooks, Create webhook.",
    "Ouvrez Paramètres, Notifications, Webhooks, Créer un webhook.",
    {
      en: "Event “Order payment”, format JSON.",
      fr: "Événement « Paiement de la commande », format JSON.",
    },
  ),
  seen: ["shopify.dev/docs/api/admin-rest/latest/resources/order", "shopify.dev/docs/apps/build/webhooks/subscribe/https"],
});
