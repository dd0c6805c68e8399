import { parseJson } from "#core/source/json.ts";
import type { SourceKindName } from "#core/source/kinds/kind-names.ts";
import { readDelivery } from "#core/source/read-delivery.ts";
import { timed } from "./bench.ts";

/**
 * The program that `adapters` bundles and runs by itself: milliseconds for reading deliveries from their bytes to the extracted
 * shape, and for parsing the same JSON alone, as one line of JSON.
 */
const rounds = 1_000;

/** A contact form of eight answers, as several vendors would send it. */
const email = "claire@example.com";
const asked = [
  ["firstName", "Prénom", "Claire"],
  ["lastName", "Nom", "Dupont"],
  ["email", "Adresse e-mail", email],
  ["phone", "Téléphone", "+33478000000"],
  ["company", "Entreprise", "Menuiserie Dupont"],
  ["need", "Votre besoin", "Un atelier"],
  ["message", "Message", "Il fait sombre dans notre atelier de 480 m², et nous travaillons tôt le matin."],
  ["newsletter", "Recevoir la newsletter", "oui"],
] as const;

const payloads: readonly { readonly kind: SourceKindName; readonly payload: unknown }[] = [
  {
    kind: "tally",
    payload: {
      eventId: "e1",
      eventType: "FORM_RESPONSE",
      data: {
        submissionId: "s1",
        fields: asked.map(([key, label, value]) => ({
          key: `question_${key}`,
          label,
          type: key === "email" ? "INPUT_EMAIL" : "INPUT_TEXT",
          value,
        })),
      },
    },
  },
  {
    kind: "typeform",
    payload: {
      event_id: "e1",
      event_type: "form_response",
      form_response: {
        token: "t1",
        hidden: { utm_source: "linkedin" },
        definition: { fields: asked.map(([id, title]) => ({ id, title, type: "short_text", ref: id })) },
        answers: asked.map(([id, , value]) => ({
          type: id === "email" ? "email" : "text",
          [id === "email" ? "email" : "text"]: value,
          field: { id, type: "short_text" },
        })),
      },
    },
  },
  {
    kind: "webflow",
    payload: {
      triggerType: "form_submission",
      payload: { id: "w1", data: Object.fromEntries(asked.map(([, label, value]) => [label, value])) },
    },
  },
  {
    kind: "fillout",
    payload: {
      submission: {
        submissionId: "f1",
        questions: asked.map(([id, name, value]) => ({ id, name, type: id === "email" ? "EmailInput" : "ShortAnswer", value })),
      },
    },
  },
  {
    kind: "stripe",
    payload: {
      id: "evt_1",
      type: "checkout.session.completed",
      data: {
        object: {
          id: "cs_1",
          amount_total: 29_900,
          currency: "eur",
          payment_status: "paid",
          customer_details: { email, name: "Claire Dupont" },
          metadata: { utm_source: "x" },
        },
      },
    },
  },
  { kind: "json", payload: { id: "1", data: Object.fromEntries(asked.map(([key, , value]) => [key, value])) } },
];

const decoder = new TextDecoder();
const bodies = payloads.map(({ kind, payload }) => ({ kind, body: new TextEncoder().encode(JSON.stringify(payload)) }));

const parsing = await timed(5, () => {
  for (let round = 0; round < rounds; round++) for (const { body } of bodies) JSON.parse(decoder.decode(body));
});
const reading = await timed(5, () => {
  for (let round = 0; round < rounds; round++) for (const { kind, body } of bodies) read(kind, body);
});
process.stdout.write(JSON.stringify({ deliveries: rounds * bodies.length, parsing, reading }));

/** As the intake reads what it has taken in. */
function read(kind: SourceKindName, body: Uint8Array): void {
  const json = parseJson(decoder.decode(body)) ?? null;
  const [part] = readDelivery({ kind }, { headers: {}, query: {}, body, decoded: { kind: "json", json } });
  if (part?.kind !== "read") throw new Error(`${kind} was not read: ${JSON.stringify(part)}`);
}
