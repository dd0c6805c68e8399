import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseJson } from "#core/source/json.ts";
import { sourceKindNames } from "#core/source/kinds/kind-names.ts";
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

  it("Tally's form of all field types is read, each answer once", () => {
    const extracted = read({ kind: "tally" }, "tally/official-all-field-types.json");
    expect(extracted).toMatchObject({
      email: "alice@example.com",
      phone: "+32491223344",
      message: "Hello world",
      utm: { campaign: "newsletter" },
      eventId: "a4cb511e-d513-4fa5-baee-b815d718dfd1",
    });
    const answers = Object.fromEntries(extracted.answers.map(({ title, value }) => [title, value]));
    expect(answers).toMatchObject({
      "Multiple choice": "In progress",
      Checkboxes: ["Swimming", "Skiing"],
      Dropdown: "Hard",
      "Multi-select": ["Surf", "Golf"],
      Ranking: ["Pear", "Apple", "Banana"],
      Matrix: ["Quality: Satisfied", "Speed: Neutral"],
      "File upload": ["Tally_Icon.png"],
      "Payment (email)": "alice@example.com",
      Score: 20,
    });
    expect(Object.keys(answers).filter((title) => title.startsWith("Checkboxes"))).toEqual(["Checkboxes"]);
  });

  it("Tally's signed body is trusted, and not once it is altered", () => {
    const bytes = bytesOf("tally/signed-vector-body.json");
    const headers = { "tally-signature": "WlZVYEQ5tRffbwu/CEVRe5cJ+ecRYQ2l2o0BIcnjGGM=" };
    const source = { kind: "tally" as const, secrets: ["tally_test_signing_secret"] };
    const signed = bytes.toString("utf8").trimEnd();
    expect(isTrusted(source, rawDelivery(signed, headers))).toBe(true);
    expect(isTrusted(source, rawDelivery(signed.replace("Hello", "Hallo"), headers))).toBe(false);
  });

  it("Stripe's finished checkout is a purchase of its payer", () => {
    const extracted = read({ kind: "stripe" }, "stripe/checkout.session.completed.json");
    expect(extracted).toMatchObject({
      email: "payer@example.com",
      fullName: "Test Payer",
      purchase: { amount: 299, currency: "USD" },
      eventId: "evt_1RHkAmBv9FIDZu7y5SYx6Xu3",
    });
  });

  it("Gravity Forms' numbered fields are found by a mapping, and what is no address there is said by its number", () => {
    const result = partIn({ kind: "gravity-forms", mapping: { email: "3" } }, "gravity-forms/entry-1-webapi-readme.json");
    expect(result).toMatchObject({ kind: "problem", field: "3", code: "address-without-at", eventId: "1" });
  });

  it("Jotform's raw request keeps its answers, its file's name and its long ids", () => {
    const part = partIn({ kind: "jotform", mapping: { email: "q3_workshopName" } }, "jotform/rawRequest-workshop.json");
    expect(part).toMatchObject({ kind: "problem", field: "q3_workshopName", eventId: "1762649478626_253117572694059_PMS9aTq" });
  });

  it("Calendly's invitee is read with where they came from and what they asked", () => {
    const extracted = read({ kind: "calendly" }, "calendly/invitee.created-with-tracking.json");
    expect(extracted).toMatchObject({
      email: "invitee@example.com",
      firstName: "John",
      lastName: "Doe",
      timeZone: "America/New_York",
      utm: { source: "website", medium: "button", campaign: "demo" },
    });
    expect(extracted.answers).toEqual([
      { key: "What would you like to discuss?", title: "What would you like to discuss?", value: "Product Demo" },
    ]);
    expect(read({ kind: "json" }, "calendly/invitee.created-with-tracking.json").email).toBe("invitee@example.com");
  });

  it("Webflow's visitor is read, and not called by the form's name", () => {
    for (const kind of ["webflow", "json"] as const) {
      const extracted = read({ kind }, "webflow/v2-form_submission-official.json");
      expect(extracted).toMatchObject({
        email: "zaphod@heartofgold.ai",
        firstName: "Zaphod",
        lastName: "Beeblebrox",
        phone: "15550000000",
      });
      expect(extracted).not.toHaveProperty("fullName");
    }
  });

  it("every payload may come to a source of any kind", () => {
    const paths = readdirSync(webhooks ?? "", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
    expect(paths.length).toBeGreaterThan(8);
    for (const path of paths) for (const kind of sourceKindNames) expect(partIn({ kind }, path)?.eventId).toMatch(/\S/);
  });

  it("API Gateway's own event is read", () => {
    const event = JSON.parse(bytesOf("aws/apigw-v2-request-no-authorizer.json").toString("utf8"));
    expect(readRequest(event)).toMatchObject({ method: "GET", segments: [], ip: "1.2.3.4" });
    const encoded = JSON.parse(bytesOf("aws/function-url-domain-only-request-with-base64-encoded-body.json").toString("utf8"));
    expect(Buffer.from(readRequest(encoded).body).toString("utf8")).toBe("<idk/>");
  });
});
