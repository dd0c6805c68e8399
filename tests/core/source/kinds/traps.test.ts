import { describe, expect, it } from "vitest";
import { parseJson } from "#core/source/json.ts";
import { readDelivery } from "#core/source/read-delivery.ts";
import { readFetched } from "#core/source/read-fetched.ts";
import { answersIn, delivery, extractedIn, extractedOf, fieldsDelivery, partOf, partsOf } from "#tests/core/source/delivery.ts";
import { exampleOf } from "./examples.ts";

/** An example's payload with some of it changed. */
function changed(kind: Parameters<typeof exampleOf>[0], change: (payload: Record<string, unknown>) => unknown): unknown {
  const { decoded } = exampleOf(kind).delivery;
  if (decoded.kind !== "json") throw new Error(`${kind} does not send JSON`);
  return change(structuredClone(decoded.json) as Record<string, unknown>);
}

describe("Elementor", () => {
  const flat = fieldsDelivery([
    ["Nom complet", "Claire Dupont"],
    ["Votre e-mail", "claire@example.com"],
    ["Votre besoin", "Atelier"],
    ["Date", "14 septembre 2026"],
    ["Page URL", "https://lumen.example/?utm_source=site"],
    ["form_id", "a1"],
    ["form_name", "Claire écrit"],
  ]);

  it("with advanced data off is read by its labels, spaces and all", () => {
    const extracted = extractedIn(readDelivery({ kind: "elementor" }, flat)[0]);
    expect(extracted).toMatchObject({ email: "claire@example.com", fullName: "Claire Dupont", utm: { source: "site" } });
    expect(answersIn(extracted)).toEqual({ "Votre besoin": "Atelier" });
  });

  it("has forms whose name is nobody's", () => {
    const extracted = extractedIn(
      readDelivery(
        { kind: "elementor" },
        fieldsDelivery([
          ["form[name]", "Contact"],
          ["fields[e][id]", "e"],
          ["fields[e][type]", "email"],
          ["fields[e][value]", "a@example.com"],
        ]),
      )[0],
    );
    expect(extracted.fullName).toBeUndefined();
    expect(extracted.answers).toEqual([]);
  });
});

describe("Tally", () => {
  it("takes no address from a card's details where another question asks for it", () => {
    expect(extractedIn(readDelivery({ kind: "tally" }, exampleOf("tally").delivery)[0]).email).toBe("claire@example.com");
  });

  it("of which no box was ticked gives no consent", () => {
    const payload = changed("tally", (json) => {
      const { fields } = json["data"] as { fields: { key: string; value: unknown }[] };
      for (const field of fields) if (field.key.startsWith("question_g")) field.value = field.key === "question_g" ? null : false;
      return json;
    });
    expect(extractedOf("tally", payload).consent).toBe(false);
  });

  it("lets go of other events", () => {
    expect(partOf("tally", { eventId: "x", eventType: "FORM_VIEW", data: { fields: [] } })).toMatchObject({
      kind: "ignored",
      eventId: "x",
    });
  });
});

describe("Jotform", () => {
  it("is read from rawRequest, never from pretty or from fields beside it", () => {
    expect(extractedIn(readDelivery({ kind: "jotform" }, exampleOf("jotform").delivery)[0]).email).toBe("claire@example.com");
    const [part] = readDelivery(
      { kind: "jotform" },
      fieldsDelivery([
        ["pretty", "E-mail:a@example.com"],
        ["rawRequest", "no JSON"],
      ]),
    );
    expect(part).toMatchObject({ kind: "problem", code: "address-missing" });
  });

  it("keeps ids of nineteen digits whole", () => {
    const [part] = readDelivery({ kind: "jotform" }, delivery('{"submissionID":6384587270219720384,"q1_email":"a@example.com"}'));
    expect(part?.eventId).toBe("6384587270219720384");
  });
});

describe("Webflow", () => {
  it("v1 is read too", () => {
    const v1 = {
      name: "Contact",
      site: "s",
      data: { Name: "Claire Dupont", Email: "claire@example.com" },
      d: "2026-09-14T12:35:16.117Z",
      _id: "v1-1",
    };
    expect(extractedOf("webflow", v1)).toMatchObject({ email: "claire@example.com", fullName: "Claire Dupont", eventId: "v1-1" });
  });
});

describe("Netlify", () => {
  const bare = {
    id: "n1",
    first_name: "Claire",
    last_name: "Dupont",
    email: "claire@example.com",
    data: { courriel: "claire@example.com" },
  };

  it("is read bare as well as wrapped", () => {
    expect(extractedOf("netlify", bare)).toMatchObject({ email: "claire@example.com", firstName: "Claire", lastName: "Dupont" });
    expect(extractedOf("netlify", { payload: bare })).toEqual(extractedOf("netlify", bare));
  });

  it("puts the whole name into first_name, and is not believed", () => {
    const extracted = extractedOf("netlify", { ...bare, first_name: "Claire Dupont", last_name: null });
    expect(extracted).toMatchObject({ fullName: "Claire Dupont" });
    expect(extracted).not.toHaveProperty("firstName");
  });
});

describe("Cal.com", () => {
  it("never takes who is booked for who books", () => {
    const payload = changed("cal-com", (json) => {
      Reflect.deleteProperty(json["payload"] as object, "responses");
      return json;
    });
    expect(extractedOf("cal-com", payload)).toMatchObject({ email: "claire@example.com", fullName: "Claire Dupont" });
    const nobody = changed("cal-com", (json) => ({ ...json, payload: { ...(json["payload"] as object), attendees: [{}], responses: {} } }));
    expect(partOf("cal-com", nobody)).toMatchObject({ kind: "problem", code: "address-missing" });
  });

  it("knows names in two parts, and lets cancellations go", () => {
    const parts = changed("cal-com", (json) => {
      const payload = json["payload"] as { responses: Record<string, unknown>; attendees: unknown };
      payload.responses["name"] = { label: "your_name", value: { firstName: "Claire", lastName: "Dupont" } };
      return json;
    });
    expect(extractedOf("cal-com", parts)).toMatchObject({ firstName: "Claire", lastName: "Dupont" });
    expect(partOf("cal-com", { triggerEvent: "BOOKING_CANCELLED", payload: { uid: "u" } })).toMatchObject({ kind: "ignored" });
  });
});

describe("Calendly", () => {
  it("lets cancellations go", () => {
    expect(partOf("calendly", { event: "invitee.canceled", payload: { email: "a@example.com" } }).kind).toBe("ignored");
  });
});

describe("Mailchimp", () => {
  const subscribed = (change: readonly (readonly [string, string])[]) => {
    const { decoded } = exampleOf("mailchimp").delivery;
    const kept = decoded.kind === "fields" ? decoded.fields.filter(([name]) => !change.some(([other]) => other === name)) : [];
    return readDelivery({ kind: "mailchimp" }, fieldsDelivery([...kept, ...change]))[0];
  };

  it("takes agreement only from who signed up by themselves", () => {
    expect(extractedIn(subscribed([["data[ip_opt]", ""]])).consent).toBeUndefined();
  });

  it("tells who comes back from who came once", () => {
    expect(subscribed([["fired_at", "2027-01-01 00:00:00"]])?.eventId).not.toBe(subscribed([])?.eventId);
  });

  it("lets everything but a new subscriber go", () => {
    for (const type of ["unsubscribe", "profile", "upemail", "cleaned", "campaign"])
      expect(subscribed([["type", type]])?.kind).toBe("ignored");
  });
});

describe("Formbricks", () => {
  const told = (event: string, finished: boolean) =>
    changed("formbricks", (json) => ({ ...json, event, data: { ...(json["data"] as object), finished } }));

  it("counts one response once over the three events that tell of it", () => {
    expect(partOf("formbricks", told("responseCreated", false)).kind).toBe("ignored");
    expect(partOf("formbricks", told("responseUpdated", false)).kind).toBe("ignored");
    expect(partOf("formbricks", told("responseUpdated", true)).eventId).toBe("fb-1");
    expect(partOf("formbricks", told("responseFinished", true)).eventId).toBe("fb-1");
  });

  it("is read from a list as well", () => {
    const one = told("responseFinished", true);
    expect(extractedOf("formbricks", [one])).toEqual(extractedOf("formbricks", one));
  });

  it("is read under ids that say nothing, and from a contact question's parts", () => {
    const event = (data: unknown) => ({ event: "responseFinished", data: { id: "r", data } });
    expect(extractedOf("formbricks", event({ y4t3q9ctov2dn6: "claire@example.com", dc185mu0h2: "Atelier" })).email).toBe(
      "claire@example.com",
    );
    expect(extractedOf("formbricks", event({ c1: ["Claire", "Dupont", "claire@example.com", "", "Menuiserie"] }))).toMatchObject({
      email: "claire@example.com",
      firstName: "Claire",
      lastName: "Dupont",
      company: "Menuiserie",
      answers: [],
    });
  });
});

describe("Fillout", () => {
  it("calls an address by two types, and may send all of it as a text", () => {
    const submission = (type: string) => ({ submissionId: "f", questions: [{ id: "q", name: "Adresse", type, value: "a@example.com" }] });
    for (const type of ["Email", "EmailInput"]) {
      expect(extractedOf("fillout", submission(type)).email).toBe("a@example.com");
      expect(extractedOf("fillout", { submission: submission(type) }).email).toBe("a@example.com");
      expect(extractedOf("fillout", JSON.stringify(JSON.stringify({ submission: submission(type) }))).email).toBe("a@example.com");
    }
  });
});

describe("HubSpot", () => {
  const event = (objectId: unknown, type = "contact.creation") => ({
    eventId: 1,
    portalId: 12,
    subscriptionType: type,
    objectId,
    attemptNumber: 0,
  });

  it("tells several events in one body, each under its own id, and asks for new contacts alone", () => {
    const parts = partsOf("hubspot", [event(1), event(2), event(3, "contact.propertyChange"), event(4, "deal.creation"), event("../5")]);
    expect(parts.map(({ kind }) => kind)).toEqual(["fetch", "fetch", "ignored", "ignored", "ignored"]);
    expect(new Set(parts.map(({ eventId }) => eventId)).size).toBe(5);
    expect(parts[0]).toMatchObject({ plan: { requests: [{ headers: { authorization: "Bearer {token}" } }] } });
  });

  it("knows an event tried again", () => {
    expect(partsOf("hubspot", [{ ...event(1), attemptNumber: 3, eventId: 9 }])[0]?.eventId).toBe(
      partsOf("hubspot", [event(1)])[0]?.eventId,
    );
  });

  it("sends the contact itself from a workflow, with values wrapped or not", () => {
    const wrapped = {
      vid: 1,
      properties: { email: { value: "claire@example.com" }, firstname: { value: "Claire" }, hs_object_id: { value: "1" } },
    };
    expect(extractedOf("hubspot", wrapped)).toMatchObject({ email: "claire@example.com", firstName: "Claire", answers: [] });
    const plain = { objectId: 1, properties: { email: "claire@example.com", besoin: "Atelier" } };
    expect(answersIn(extractedOf("hubspot", plain))).toEqual({ besoin: "Atelier" });
  });
});

describe("Meta", () => {
  it("tells several leads of several pages in one body", () => {
    const change = (id: string, field = "leadgen") => ({ field, value: { leadgen_id: id } });
    const parts = partsOf("meta-lead-ads", {
      object: "page",
      entry: [{ changes: [change("1"), change("2", "feed")] }, { changes: [change("3"), change("4/../me")] }],
    });
    expect(parts.map(({ kind }) => kind)).toEqual(["fetch", "ignored", "fetch", "ignored"]);
    expect(parts[0]).toMatchObject({
      eventId: "1",
      plan: { requests: [{ url: expect.stringMatching(/^https:\/\/graph\.facebook\.com\/v\d+\.\d\/1\?fields=/) }] },
    });
  });
});

describe("LinkedIn", () => {
  it("asks for nothing but what its own names say", () => {
    const notification = (urn: string) => partOf("linkedin", { leadGenFormResponse: urn, leadAction: "CREATED" });
    expect(notification("urn:li:leadGenFormResponse:a/../../b").kind).toBe("problem");
    expect(notification("urn:li:leadGenFormResponse:abc-1")).toMatchObject({
      plan: { requests: [{ url: "https://api.linkedin.com/rest/leadFormResponses/abc-1" }] },
    });
    expect(partOf("linkedin", { leadGenFormResponse: "urn:li:leadGenFormResponse:a", leadAction: "DELETED" }).kind).toBe("ignored");
  });

  it("reads a lead whose form could not be told", () => {
    const [part] = partsOf("linkedin", { leadGenFormResponse: "urn:li:leadGenFormResponse:a" });
    if (part?.kind !== "fetch") throw new Error("expected a fetch");
    const lead = {
      id: "a",
      formResponse: { answers: [{ questionId: 1, name: "email", answerDetails: { textQuestionAnswer: { answer: "a@example.com" } } }] },
    };
    expect(extractedIn(readFetched({ kind: "linkedin" }, part, [lead])).email).toBe("a@example.com");
  });
});

describe("what a vendor's API answers", () => {
  it.each(["hubspot", "meta-lead-ads", "linkedin", "surveymonkey", "squarespace"] as const)("of %s may be anything", (kind) => {
    const part = { plan: { requests: [], about: {} }, eventId: "event-1" };
    for (const answer of [
      null,
      [],
      "text",
      3,
      {},
      { error: { message: "gone" } },
      { properties: [] },
      { field_data: 3 },
      { pages: [null] },
    ]) {
      expect(readFetched({ kind }, part, [answer])).toMatchObject({ kind: "problem", eventId: "event-1" });
    }
    expect(readFetched({ kind }, part, []).kind).toBe("problem");
  });
});

describe("Squarespace", () => {
  it("tells an order by its id, and asks for it", () => {
    const [part] = partsOf("squarespace", { id: "n1", topic: "order.create", data: { orderId: "585d498fdee9f31a60284a37" } });
    if (part?.kind !== "fetch") throw new Error("expected a fetch");
    const order = {
      id: "585d",
      customerEmail: "a@example.com",
      billingAddress: { firstName: "Claire" },
      grandTotal: { value: "12.50", currency: "EUR" },
    };
    expect(extractedIn(readFetched({ kind: "squarespace" }, part, [order]))).toMatchObject({
      email: "a@example.com",
      firstName: "Claire",
      purchase: { id: "585d", amount: 12.5, currency: "EUR" },
    });
    expect(partOf("squarespace", { topic: "order.update", data: { orderId: "5" } }).kind).toBe("ignored");
  });
});

describe("Stripe", () => {
  const checkout = (change: object) =>
    changed("stripe", (json) => {
      const { data } = json as unknown as { data: { object: object } };
      return { ...json, data: { object: { ...data.object, ...change } } };
    });

  it("makes no client of who has not paid yet, nor one twice of a subscriber", () => {
    expect(partOf("stripe", checkout({ payment_status: "unpaid" })).kind).toBe("ignored");
    expect(partOf("stripe", { ...(checkout({ billing_reason: "subscription_create" }) as object), type: "invoice.paid" }).kind).toBe(
      "ignored",
    );
    expect(partOf("stripe", { type: "payment_intent.succeeded", data: { object: {} } }).kind).toBe("ignored");
  });

  it("counts yen whole", () => {
    expect(extractedOf("stripe", checkout({ currency: "jpy", amount_total: 29_900 })).purchase?.amount).toBe(29_900);
  });
});

describe("Shopify", () => {
  const order = exampleOf("shopify").delivery;
  const on = (topic: string, change: object = {}) => {
    const json = parseJson(new TextDecoder().decode(order.body)) as object;
    return partOf("shopify", JSON.stringify({ ...json, ...change }), undefined, { "x-shopify-topic": topic });
  };

  it("keeps ids beyond 2^53 whole", () => {
    expect(extractedIn(readDelivery({ kind: "shopify" }, order)[0]).purchase?.id).toBe("9820982911946154508");
  });

  it("tells a paid order under one id, whichever topic tells it; one not paid for is a person alone", () => {
    expect(on("orders/create").eventId).toBe(on("orders/paid").eventId);
    const placed = extractedIn(on("orders/create", { financial_status: "pending" }));
    expect(placed.purchase).toBeUndefined();
    expect(placed.eventId).not.toBe(on("orders/paid").eventId);
    expect(on("refunds/create").kind).toBe("ignored");
    expect(extractedIn(on("customers/create")).purchase).toBeUndefined();
  });
});

describe("a form that has no ids", () => {
  const post = { ...fieldsDelivery([["email", "a@example.com"]]), receivedAt: 1_795_420_800_000 };

  it("may be sent again by the same person another day, and once by a double click", () => {
    const idAt = (receivedAt: number) => readDelivery({ kind: "html" }, { ...post, receivedAt })[0]?.eventId;
    expect(idAt(post.receivedAt + 1_000)).toBe(idAt(post.receivedAt));
    expect(idAt(post.receivedAt + 86_400_000)).not.toBe(idAt(post.receivedAt));
  });
});

describe("a mapping", () => {
  it("points at questions by key, id or title, and at paths, of any kind", () => {
    const mapping = { firstName: "question_f", need: "Délai", company: "data.formName", eventId: "data.submissionId" };
    const extracted = extractedOf(
      "tally",
      changed("tally", (json) => json),
      { ...mapping, firstName: "Prénom" },
    );
    expect(extracted).toMatchObject({ firstName: "Claire", company: "Étude", eventId: "s1" });
    expect(answersIn(extracted)).toMatchObject({ need: "Ce mois" });
    expect(answersIn(extracted)).not.toHaveProperty("question_h");
  });

  it("says where agreement stands in a form whose boxes say nothing of it", () => {
    const entry = { id: "1", "3": "a@example.com", "5.1": "1", "5.2": "J’accepte" };
    expect(extractedOf("gravity-forms", entry).consent).toBeUndefined();
    expect(extractedOf("gravity-forms", entry, { email: "3", consent: "5.1" }).consent).toBe(true);
    expect(extractedOf("gravity-forms", { ...entry, "5.1": "" }, { email: "3", consent: "5.1" }).consent).toBe(false);
  });
});

describe("agreement", () => {
  const form = (fields: Record<string, unknown>) => extractedOf("framer", { email: "a@example.com", ...fields });

  it.each([
    [{ newsletter: "on" }, true],
    [{ "Je souhaite recevoir vos conseils par e-mail": "Je souhaite recevoir vos conseils par e-mail" }, true],
    [{ "marketing-consent": "false" }, false],
    [{ opt_in: "No" }, false],
    [{ consentement: "" }, false],
    [{ newsletter: true, "marketing consent": false }, false],
    [{ "J’accepte les conditions générales de vente": "on" }, undefined],
    [{ privacy: "on" }, undefined],
    [{ "I agree to the terms": "yes" }, undefined],
    [{ message: "Recevoir une newsletter ? Oui !" }, undefined],
  ])("of %j is %s", (fields, expected) => {
    expect(form(fields).consent).toBe(expected);
  });
});
