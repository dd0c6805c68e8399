import { sourceKind } from "../kind.ts";
import { jsonSheets } from "../reading/json-sheets.ts";
import { hmacOfBody } from "../signatures/hmac-of-body.ts";
import { secretInHeader } from "../signatures/secret-in-header.ts";
import { standardWebhooks } from "../signatures/standard-webhooks.ts";

/** `X-Signature-256: sha256=<hex>`, as GitHub and Meta sign under `X-Hub-Signature-256`. */
export const usualSignatures = [
  standardWebhooks,
  hmacOfBody("x-signature-256", "hex", "sha256="),
  hmacOfBody("x-hub-signature-256", "hex", "sha256="),
  secretInHeader("authorization"),
  secretInHeader("x-webhook-secret"),
];

export const chosenSecret = {
  en: "A secret you choose. The sender signs with it (Standard Webhooks, or X-Signature-256), or shows it as Authorization: Bearer.",
  fr: "Un secret que vous choisissez. L’émetteur signe avec (Standard Webhooks ou X-Signature-256), ou le montre dans Authorization: Bearer.",
};

export const json = sourceKind({
  kind: "json",
  name: "JSON",
  family: "generic",
  signatures: usualSignatures,
  read: jsonSheets,
  secret: chosenSecret,
  steps: [
    {
      en: "Let your program send each event as JSON by POST to: {url}",
      fr: "Faites envoyer chaque événement en JSON, par POST, à : {url}",
    },
    {
      en: "Send one delivery, then point at the fields here.",
      fr: "Envoyez un premier événement, puis montrez ici où se trouvent les champs.",
    },
  ],
  seen: ["standardwebhooks.com"],
});
