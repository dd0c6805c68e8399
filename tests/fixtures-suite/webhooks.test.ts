import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseJson } from "#core/source/json.ts";
import { isTrusted } from "#core/source/is-trusted.ts";
import { readDelivery } from "#core/source/read-delivery.ts";
import type { Source } from "#core/source/source.ts";
import { readRequest } from "#functions/http/http-request.ts";
import { extractedIn, rawDelivery } from "#tests/core/source/delivery.ts";

/**
 * Payloads that vendors published. They are not ours to hand on, so they lie outside the repository, and this suite runs
 * where `RELANCE_FIXTURES` names their folder.
 */
const folder = process.env["RELANCE_FIXTURES"];
const webhooks = folder === undefined ? undefined : [join(folder, "webhooks"), folder].find((place) => existsSync(join(place, "typeform")));
if (webhooks === undefined) console.info("Skipped: RELANCE_FIXTURES names no folder of webhook payloads.");

const bytesOf = (path: string): Buffer => readFileSync(join(webhooks ?? "", path));

function partIn(source: Pick<Source, "kind" | "mapping">, path: string) {
  const body = bytesOf(path);
  const decoded = { kind: "json" as const, json: parseJson(body.toString("utf8")) ?? null };
  return readDelivery(source, { headers: {}, query: {}, body, decoded })[0];
}

const read = (source: Pick<Source, "kind" | "mapping">, path: string) => extractedIn(partIn(source, path));

describe.skipIf(webhooks === undefined)("payloads that vendors published", () => {
  it("Typeform's example tells who answered, what they agreed to, and every other answer once", () => {
    const extracted = read({ kind: "typeform" }, "typeform/official-example-form_response.json");
    expect(extracted).toMatchObject({ email: "laura@example.com", firstName: "Laura", consent: true, eventId: "LtWXD3crgy" });
    expect(extracted.consentText).toMatch(/^By submitting this form/);
    const answers = Object.fromEntries(extracted.answers.map(({ key, value }) => [key, value]));
    expect(answers).toMatchObject({
      readable_ref_date: "2005-10-15",
      readable_ref_picture_choice: ["London", "Sydney"],
      readable_ref_number1: 5,
      readable_ref_multiple_choice: "London",
      readable_ref_yes_no: false,
      readable_ref_opinion_scale: 2,
      readable_ref_rating: 3,
      readable_ref_number2: 4,
    });
    expect(extracted.answers).toHaveLength(9);
  });

  it("the Standard Webhooks vector is trusted", () => {
    const { secret, headers, body } = JSON.parse(bytesOf("standard-webhooks/vector.json").toString("utf8"));
    const now = Number(headers["webhook-timestamp"]) * 1000;
    expect(isTrusted({ kind: "json", secrets: [secret] }, rawDelivery(body, headers, { now }))).toBe(true);
    expect(isTrusted({ kind: "json", secrets: [secret] }, rawDelivery(`${body} `, headers, { now }))).toBe(false);
  });

  it("Stripe's finished checkout is a purchase of its payer, by a mapping", () => {
    const mapping = {
      eventId: "id",
      email: "data.object.customer_details.email",
      "purchase.id": "data.object.id",
      "purchase.minorAmount": "data.object.amount_total",
      "purchase.currency": "data.object.currency",
    };
    const extracted = read({ kind: "json", mapping }, "stripe/checkout.session.completed.json");
    expect(extracted.email).toBe("payer@example.com");
    expect(extracted.purchase).toMatchObject({ amount: 299 });
  });

  it("Gravity Forms' numbered fields are found by a mapping, and what is no address there is said by its number", () => {
    const result = partIn({ kind: "json", mapping: { email: "3" } }, "gravity-forms/entry-1-webapi-readme.json");
    expect(result).toMatchObject({ kind: "problem", field: "3", code: "address-without-at" });
  });

  it("Calendly's invitee is found without a mapping", () => {
    expect(read({ kind: "json" }, "calendly/invitee.created-with-tracking.json")).toMatchObject({
      email: "invitee@example.com",
      firstName: "John",
      lastName: "Doe",
      timeZone: "America/New_York",
      utm: { source: "website", medium: "button", campaign: "demo" },
    });
  });

  it("Webflow's visitor is found without a mapping, and not called by the form's name", () => {
    const extracted = read({ kind: "json" }, "webflow/v2-form_submission-official.json");
    expect(extracted).toMatchObject({ email: "zaphod@heartofgold.ai", firstName: "Zaphod", lastName: "Beeblebrox", phone: "15550000000" });
    expect(extracted).not.toHaveProperty("fullName");
  });

  it("API Gateway's own event is read", () => {
    const event = JSON.parse(bytesOf("aws/apigw-v2-request-no-authorizer.json").toString("utf8"));
    expect(readRequest(event)).toMatchObject({ method: "GET", segments: [], ip: "1.2.3.4" });
    const encoded = JSON.parse(bytesOf("aws/function-url-domain-only-request-with-base64-encoded-body.json").toString("utf8"));
    expect(Buffer.from(readRequest(encoded).body).toString("utf8")).toBe("<idk/>");
  });
});
