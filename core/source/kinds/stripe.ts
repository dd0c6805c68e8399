import { type Json, textOf } from "../json.ts";
import { sourceKind } from "../kind.ts";
import { own, question, rowsIn } from "../reading/questions.ts";
import { sheets } from "../reading/sheets.ts";
import type { Question } from "../sheet.ts";
import { datedHmac } from "../signatures/dated-hmac.ts";
import { pasteAt } from "../steps.ts";

const objectOf = (event: Json): Json | undefined => own(own(event, "data"), "object");

/** The checkout's own questions, each with its value under its type. */
function customFields(event: Json): readonly Question[] {
  return rowsIn(own(objectOf(event), "custom_fields")).flatMap((field) => {
    const key = textOf(own(field, "key"));
    const value = own(own(field, textOf(own(field, "type")) ?? ""), "value");
    return key === undefined ? [] : [question(key, textOf(own(own(field, "label"), "custom")) ?? key, value, { id: key })];
  });
}

/** Money that is not there yet makes no client; a subscription's first invoice was told already by its checkout. */
function unpaid(event: Json): string | undefined {
  const object = objectOf(event);
  if (textOf(own(object, "payment_status")) === "unpaid") return "This checkout is not paid yet; Stripe tells when it is.";
  const isFirst = textOf(own(event, "type")) === "invoice.paid" && textOf(own(object, "billing_reason")) === "subscription_create";
  return isFirst ? "A subscription's first invoice is its checkout's." : undefined;
}

/** `customer_details` is what was typed; `customer_email` is null unless it was known before. Amounts are in the smallest unit. */
export const stripe = sourceKind({
  kind: "stripe",
  name: "Stripe",
  family: "purchase",
  signatures: [datedHmac("stripe-signature")],
  read: sheets("Stripe", {
    type: {
      at: "type",
      takes: ["checkout.session.completed", "checkout.session.async_payment_succeeded", "invoice.paid"],
      others: "is no purchase.",
    },
    needs: "data.object",
    eventId: "id",
    details: {
      email: ["data.object.customer_details.email", "data.object.customer_email"],
      fullName: ["data.object.customer_details.name", "data.object.customer_name"],
      phone: ["data.object.customer_details.phone", "data.object.customer_phone"],
      locale: "data.object.locale",
    },
    consent: (event) => {
      const promotions = textOf(own(own(objectOf(event), "consent"), "promotions"));
      return promotions === undefined ? undefined : promotions === "opt_in";
    },
    hidden: "data.object.metadata",
    purchase: {
      id: "data.object.id",
      minorAmount: ["data.object.amount_total", "data.object.amount_paid"],
      currency: "data.object.currency",
    },
    questions: customFields,
    passesOver: unpaid,
    emailField: "data.object.customer_details.email",
  }),
  secret: { en: "The endpoint's signing secret (whsec_…).", fr: "La clé secrète de signature de l’endpoint (whsec_…)." },
  steps: pasteAt(
    "Open Developers, Webhooks (Workbench), Add destination.",
    "Ouvrez Développeurs, Webhooks (Workbench), Ajouter une destination.",
    {
      en: "Choose checkout.session.completed, checkout.session.async_payment_succeeded and invoice.paid, then copy the signing secret into this source.",
      fr: "Choisissez checkout.session.completed, checkout.session.async_payment_succeeded et invoice.paid, puis copiez la clé secrète de signature dans cette source.",
    },
  ),
  seen: ["docs.stripe.com/api/checkout/sessions/object", "docs.stripe.com/webhooks"],
});
