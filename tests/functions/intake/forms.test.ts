import { describe, expect, it } from "vitest";
import { demoForm } from "#tests/core/form/demo-form.ts";
import { jsonOf, receptionDesk } from "./reception-desk.ts";

const urlEncoded = { "content-type": "application/x-www-form-urlencoded" };
const browser = {
  ...urlEncoded,
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  "accept-language": "fr-FR,fr;q=0.9,en;q=0.5",
};
const json = { "content-type": "application/json" };
const post = (body: string | Uint8Array, headers: Record<string, string> = urlEncoded) => ({
  method: "POST",
  path: "/forms/demo",
  headers,
  body,
});

describe("a form posted by a browser", () => {
  it("is taken in and answered by going to the thank-you page", async () => {
    const desk = receptionDesk();
    const answer = await desk.send(post("email=claire%40example.com&firstName=Claire&consent=on", browser));
    expect(answer.statusCode).toBe(303);
    expect(answer.headers?.["location"]).toBe("/forms/demo?thanks=1&lang=fr");
    expect(desk.taken()).toMatchObject([
      {
        source: "form:demo",
        sourceKind: "form",
        basis: "consent",
        status: "pending",
        ip: "192.0.2.0",
        receivedAt: 1_795_420_800_000,
        extracted: { email: "claire@example.com", firstName: "Claire", consent: true, locale: "fr" },
      },
    ]);
  });

  it("goes to the form's own thank-you page where it names one", async () => {
    const thankYou = { ...demoForm().thankYou, url: "https://lumen.example/merci" };
    const desk = receptionDesk({ forms: [demoForm({ thankYou })] });
    expect((await desk.send(post("email=a%40example.com", browser))).headers?.["location"]).toBe("https://lumen.example/merci");
  });

  it("is one arrival however often the button is pressed", async () => {
    const desk = receptionDesk();
    const first = await desk.send(post("email=a%40example.com", browser));
    const second = await desk.send(post("email=a%40example.com", browser));
    expect(second).toEqual(first);
    expect(desk.taken()).toHaveLength(1);
  });

  it("with an impossible address is shown again with its values and what is wrong, in the reader's language", async () => {
    const desk = receptionDesk();
    const answer = await desk.send(
      post("email=claire%40&firstName=%3Cb%3E%22Claire&need=shop&project=%3C%2Ftextarea%3E%3Cscript%3E&consent=yes", browser),
    );
    expect(answer.statusCode).toBe(422);
    expect(answer.headers?.["content-language"]).toBe("fr");
    expect(answer.body).toContain("Ce qui suit le @ ne semble pas juste");
    expect(answer.body).toMatch(/aria-invalid="true" aria-describedby="email-error"/);
    expect(answer.body).toContain('value="claire@"');
    expect(answer.body).toContain('value="&lt;b&gt;&quot;Claire"');
    expect(answer.body).toContain('<option value="shop" selected>');
    expect(answer.body).toContain("&lt;/textarea&gt;&lt;script&gt;");
    expect(answer.body).not.toContain("<script");
    expect(answer.body).toContain('name="consent" value="yes" checked');
    expect(desk.taken()).toHaveLength(0);
  });
});

describe("a form posted by a program", () => {
  it("as JSON is answered in JSON", async () => {
    const desk = receptionDesk();
    const answer = await desk.send(
      post(
        '{"email":"claire@example.com","firstName":"Claire","consent":true,"days":["mon","tue"],"deep":{"er":1},"n":3,"none":null}',
        json,
      ),
    );
    expect(answer.statusCode).toBe(200);
    const [taken] = desk.taken();
    expect(jsonOf(answer)).toEqual({ id: taken?.id, status: "accepted" });
    expect(taken?.extracted).toMatchObject({
      consent: true,
      answers: [
        { key: "days", value: ["mon", "tue"] },
        { key: "n", value: "3" },
      ],
    });
  });

  it("is answered the same when it delivers the same event again, whatever changed in between", async () => {
    const desk = receptionDesk();
    const headers = { ...json, "idempotency-key": "event-1" };
    const first = await desk.send(post('{"email":"claire@example.com"}', headers));
    const second = await desk.send(post('{"email":"claire@example.com","more":1}', headers));
    expect(second).toEqual(first);
    expect(desk.taken()).toHaveLength(1);
  });

  it("is told in JSON if it asks for JSON, whatever it sends", async () => {
    const answer = await receptionDesk().send(post("email=a%40example.com", { ...urlEncoded, accept: "application/json" }));
    expect(answer.statusCode).toBe(200);
  });

  it("is told which field is missing, and how to mend it", async () => {
    const answer = await receptionDesk().send(post('{"firstName":"Claire"}', json));
    expect(answer.statusCode).toBe(422);
    expect(answer.headers?.["content-type"]).toBe("application/problem+json");
    expect(jsonOf(answer)).toEqual({
      type: "urn:relance:problem:address-missing",
      title: "The submission cannot be taken as it is.",
      status: 422,
      code: "address-missing",
      detail: "The e-mail address is missing.",
      field: "email",
      remedy: "Enter an address such as claire@example.com.",
      problems: [
        {
          field: "email",
          code: "address-missing",
          detail: "The e-mail address is missing.",
          remedy: "Enter an address such as claire@example.com.",
          message: "Indiquez votre adresse e-mail, par exemple claire@exemple.fr.",
        },
      ],
    });
  });

  it("may post from a page elsewhere and read the answer", async () => {
    for (const body of ['{"email":"a@example.com"}', "{}", "no JSON"]) {
      expect((await receptionDesk().send(post(body, json))).headers?.["access-control-allow-origin"]).toBe("*");
    }
  });
});

describe("a form filled by a machine", () => {
  it("gets the normal answer, is kept apart quietly with the reason, and is counted", async () => {
    const desk = receptionDesk();
    const person = await desk.send(post("email=a%40example.com", { ...urlEncoded, accept: "application/json" }));
    const machine = await desk.send(post("email=b%40example.com&website=x", { ...urlEncoded, accept: "application/json" }));
    expect(machine.statusCode).toBe(person.statusCode);
    expect(Object.keys(jsonOf(machine))).toEqual(Object.keys(jsonOf(person)));
    expect(jsonOf(machine)["id"]).toMatch(/^sub_[0-9A-Z]{26}$/);
    expect(machine.headers).toEqual(person.headers);
    expect(desk.taken()).toMatchObject([
      { status: "pending" },
      {
        status: "discarded",
        reason: "A field that people do not see was filled.",
        signs: [{ code: "trap-filled" }],
        extracted: { email: "b@example.com" },
      },
    ]);
    expect(desk.taken()[1]).not.toHaveProperty("dueAt");
    expect(desk.counted).toEqual(["discarded+1"]);
  });
});

describe("the body of a form", () => {
  const latin1 = (text: string) => Buffer.from(text, "latin1");

  it.each([
    ["UTF-8", urlEncoded, Buffer.from("email=a%40example.com&firstName=H%C3%A9l%C3%A8ne")],
    ["raw UTF-8", urlEncoded, Buffer.from("email=a@example.com&firstName=Hélène")],
    [
      "declared ISO-8859-1",
      { "content-type": "application/x-www-form-urlencoded; charset=ISO-8859-1" },
      latin1("email=a%40example.com&firstName=H%E9l%E8ne"),
    ],
    ["Windows-1252 that nobody declared", urlEncoded, latin1("email=a%40example.com&firstName=H%E9l%E8ne")],
    ["raw Windows-1252", urlEncoded, latin1("email=a@example.com&firstName=Hélène")],
    ["the charset field of an HTML form", urlEncoded, latin1("_charset_=windows-1252&email=a%40example.com&firstName=H%E9l%E8ne")],
    ["no content type at all", {}, Buffer.from("email=a@example.com&firstName=Hélène")],
  ])("is read as %s", async (_, headers, body) => {
    const desk = receptionDesk();
    await desk.send(post(body, headers));
    expect(desk.taken()[0]?.extracted.firstName).toBe("Hélène");
  });

  it("keeps a + that was escaped and takes one that was not for a space", async () => {
    const desk = receptionDesk();
    await desk.send(post("email=claire%2Bdevis%40example.com&firstName=Claire+Anne"));
    expect(desk.taken()[0]?.extracted).toMatchObject({ email: "claire+devis@example.com", firstName: "Claire Anne" });
  });

  it("is read from multipart/form-data, files left out", async () => {
    const data = new FormData();
    data.append("email", "claire@example.com");
    data.append("firstName", "Hélène");
    data.append("rooms[]", "hall");
    data.append("rooms[]", "cellar");
    data.append("plan", new Blob(["%PDF"]), "plan.pdf");
    data.append("empty", new Blob([]), "");
    const sent = new Response(data);
    const headers = { "content-type": sent.headers.get("content-type") ?? "" };
    const desk = receptionDesk();
    const answer = await desk.send(post(new Uint8Array(await sent.arrayBuffer()), headers));
    expect(answer.statusCode).toBe(303);
    expect(desk.taken()[0]?.extracted).toMatchObject({
      email: "claire@example.com",
      firstName: "Hélène",
      answers: [{ key: "rooms", value: ["hall", "cellar"] }],
    });
  });

  it.each([
    ["broken JSON", '{"email":', json],
    ["JSON that is no object", "[]", json],
    ["JSON that is not UTF-8", latin1('{"firstName":"Hélène"}'), json],
    ["an unknown character set", "email=a", { "content-type": "application/x-www-form-urlencoded; charset=klingon" }],
    ["another type", "<email/>", { "content-type": "application/xml" }],
    ["multipart without its boundary", "--x", { "content-type": "multipart/form-data" }],
    [
      "multipart that is cut off",
      '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na@exa',
      { "content-type": "multipart/form-data; boundary=x" },
    ],
  ])("that is %s is answered 400", async (_, body, headers) => {
    const answer = await receptionDesk().send(post(body, headers));
    expect(answer.statusCode).toBe(400);
    expect(jsonOf(answer)).toMatchObject({ code: "unreadable-body", status: 400 });
  });

  it("may have 256 KB and not a byte more", async () => {
    const start = "email=a@example.com&project=";
    const just = start + "x".repeat(256 * 1024 - start.length);
    expect((await receptionDesk().send(post(just))).statusCode).toBe(303);
    const answer = await receptionDesk().send(post(`${just}x`));
    expect(answer.statusCode).toBe(413);
    expect(jsonOf(answer)).toMatchObject({ code: "too-large", status: 413 });
  });
});

describe("a form nobody made", () => {
  it.each([
    ["GET", "/forms/other"],
    ["POST", "/forms/other"],
    ["GET", "/forms/"],
    ["GET", "/forms/demo/more"],
    ["GET", "/forms/%E0%A4%A"],
    ["POST", "/forms/__proto__"],
    ["DELETE", "/forms/demo"],
  ])("is not found by %s %s", async (method, path) => {
    expect((await receptionDesk().send({ method, path })).statusCode).toBe(404);
  });
});

describe("a form's page", () => {
  it("is in the language asked for, and says so", async () => {
    const fr = await receptionDesk().send({ path: "/forms/demo", headers: { "accept-language": "fr-CA" } });
    const en = await receptionDesk().send({ path: "/forms/demo", query: { lang: "en" }, headers: { "accept-language": "fr" } });
    const other = await receptionDesk().send({ path: "/forms/demo", headers: { "accept-language": "de" } });
    expect(fr.body).toContain('<html lang="fr">');
    expect(fr.body).toContain("Demander une étude d’éclairage");
    expect(en.body).toContain("Ask for a lighting study");
    expect(other.body).toContain('<html lang="fr">');
  });

  it("labels every field, ticks no box in advance, and hides its trap from people and readers", async () => {
    const { body = "" } = await receptionDesk().send({ path: "/forms/demo" });
    const names = [...body.matchAll(/<(?:input|select|textarea)[^>]* name="(\w+)"/g)].map((match) => match[1]);
    for (const name of names.filter((one) => one?.startsWith("_") === false)) expect(body).toContain(`<label for="${name}">`);
    expect(names).toContain("consent");
    expect(body).not.toContain("checked");
    expect(body).toMatch(/class="aside" aria-hidden="true">.*name="website"[^>]*tabindex="-1" autocomplete="off"/);
  });

  it("hands the campaign of its address on with the post", async () => {
    const { body } = await receptionDesk().send({ path: "/forms/demo", query: { utm_source: '"><script>', other: "x" } });
    expect(body).toContain('<input type="hidden" name="utm_source" value="&quot;&gt;&lt;script&gt;">');
    expect(body).not.toContain('name="other"');
  });

  it("loads nothing, runs nothing and posts only to us and to its thank-you page", async () => {
    const { headers } = await receptionDesk().send({ path: "/forms/demo" });
    expect(headers?.["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
    );
    const thankYou = { ...demoForm().thankYou, url: "https://lumen.example/merci?x='; script-src *" };
    const elsewhere = await receptionDesk({ forms: [demoForm({ thankYou })] }).send({ path: "/forms/demo" });
    expect(elsewhere.headers?.["content-security-policy"]).toContain("form-action 'self' https://lumen.example; frame");
  });

  it("thanks in the reader's language", async () => {
    const answer = await receptionDesk().send({ path: "/forms/demo", query: { thanks: "1", lang: "en" } });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain("<h1>Thank you!</h1>");
  });
});
