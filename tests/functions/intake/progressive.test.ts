import { describe, expect, it } from "vitest";
import type { Form } from "#core/form/form.ts";
import type { Person } from "#core/person/person.ts";
import { consentGivenBy } from "#core/submission/consent-given-by.ts";
import { makeToken } from "#core/token/make-token.ts";
import { readToken } from "#core/token/read-token.ts";
import { aProspect } from "#tests/core/builders/a-person.ts";
import { demoForm } from "#tests/core/form/demo-form.ts";
import { jsonOf, receptionDesk } from "./reception-desk.ts";

const rootKey = new Uint8Array(32).fill(7);
const secretValues = ["Clothilde-Secrète", "ACME-Secret", "06-SECRET-42"];
const known: Person = {
  ...aProspect(),
  email: "clothilde@secret.example",
  attributes: {
    firstName: { value: secretValues[0] ?? "", at: 1, from: "sub_1" },
    company: { value: secretValues[1] ?? "", at: 1, from: "sub_1" },
    phone: { value: secretValues[2] ?? "", at: 1, from: "sub_1" },
  },
};
const measurement = { field: "measurement", version: "m-1", text: { fr: "Mesurez mes visites.", en: "Measure my visits." } };

function formWith(change: Partial<Form> = {}): Form {
  const fields = demoForm().fields.map((field) =>
    ["firstName", "company", "tel"].includes(field.name) ? { ...field, ask: "when-unknown" as const } : field,
  );
  return demoForm({ fields, ...change });
}
const asksFor = (body: string | undefined, name: string): boolean => (body ?? "").includes(`<label for="${name}">`);

describe("a form that asks what it does not know", () => {
  const desk = () => receptionDesk({ forms: [formWith()], people: [known] });
  const token = makeToken(rootKey, "form", { personId: known.id });

  it("asks the reader of one of our mails only what they have not told, and shows nothing they told", async () => {
    for (const path of ["/forms/demo", "/forms/demo/form.json"]) {
      const { body = "" } = await desk().send({ path, query: { k: token } });
      for (const secret of [...secretValues, known.email, known.id]) expect(body).not.toContain(secret);
      expect(body).not.toMatch(/name"?[=:]"(?:firstName|company|tel)"/);
      expect(body).toMatch(/name"?[=:]"need"/);
    }
  });

  it("asks everybody else everything: a token for another purpose, a forged one, nobody's", async () => {
    const others = [
      undefined,
      makeToken(rootKey, "unsubscribe", { personId: known.id }),
      makeToken(rootKey, "measure", { personId: known.id }),
      makeToken(new Uint8Array(32), "form", { personId: known.id }),
      makeToken(rootKey, "form", { personId: "per_01J00000000000000000000009" }),
      "x".repeat(10_000),
    ];
    for (const k of others) {
      const { body } = await desk().send({ path: "/forms/demo", query: k === undefined ? {} : { k } });
      for (const name of ["firstName", "company", "tel"]) expect(asksFor(body, name), String(k)).toBe(true);
    }
  });

  it("asks the same again when something has to be mended, and demands nothing it did not ask", async () => {
    const { body = "" } = await desk().send({ path: "/forms/demo", query: { k: token } });
    const asked = /name="_asked" value="([^"]*)"/.exec(body)?.[1] ?? "";
    const post = (email: string) =>
      desk().send({
        method: "POST",
        path: "/forms/demo",
        headers: { accept: "text/html" },
        body: `_asked=${asked}&email=${email}&need=shop`,
      });

    const again = await post("x");
    expect(again.statusCode).toBe(422);
    expect(asksFor(again.body, "need")).toBe(true);
    expect(asksFor(again.body, "firstName")).toBe(false);
    expect((await post("a@example.com")).statusCode).toBe(303);
  });

  it("asks no more at once than its author wants", async () => {
    const { body } = await receptionDesk({ forms: [formWith({ askAtMost: 3 })] }).send({ path: "/forms/demo/form.json" });

    expect(JSON.parse(body ?? "").fields.map(({ name }: { readonly name: string }) => name)).toEqual([
      "email",
      "firstName",
      "company",
      "consent",
    ]);
  });
});

describe("the box of measurement", () => {
  const post = (body: string, more: Readonly<Record<string, string>> = {}, form = formWith({ measurement })) => {
    const desk = receptionDesk({ forms: [form] });
    return { desk, answer: desk.send({ method: "POST", path: "/forms/demo", headers: { accept: "application/json", ...more }, body }) };
  };

  it("stands beside that of mail, unticked, on the page, in the script's form and in the HTML", async () => {
    const desk = receptionDesk({ forms: [formWith({ measurement })] });
    const { body } = await desk.send({ path: "/forms/demo" });
    expect(body).toContain(
      '<input type="checkbox" id="measurement" name="measurement" value="yes"><label for="measurement">Mesurez mes visites.</label>',
    );
    expect(jsonOf(await desk.send({ path: "/forms/demo/form.json", query: { lang: "en" } }))["fields"]).toContainEqual({
      name: "measurement",
      type: "checkbox",
      label: "Measure my visits.",
    });
  });

  it("ticked is consent to be measured, with its own words, whatever was said of mail; and gives the token", async () => {
    const { desk, answer } = post("email=a@example.com&firstName=Zoe&measurement=yes&_lang=fr");
    const { measure } = jsonOf(await answer);
    const [taken] = desk.taken();

    expect(readToken(rootKey, "measure", String(measure))).toMatchObject({ kind: "valid" });
    expect(taken?.extracted).toMatchObject({
      consent: false,
      measurement: { agreed: true, text: "Mesurez mes visites.", textVersion: "m-1" },
    });
    expect(taken && consentGivenBy(taken)).toEqual({
      measurement: expect.objectContaining({ basis: "consent", text: "Mesurez mes visites.", textVersion: "m-1", source: "form:demo" }),
    });
  });

  it("unticked, or where it is not asked, gives no consent, no token and no cookie", async () => {
    for (const { desk, answer } of [
      post("email=a@example.com&firstName=Zoe&consent=yes"),
      post("email=a@example.com&firstName=Zoe&consent=yes&measurement=no"),
      post("email=a@example.com&firstName=Zoe&consent=yes&measurement=yes", {}, formWith()),
    ]) {
      const answered = await answer;
      expect(jsonOf(answered)).not.toHaveProperty("measure");
      expect(answered.cookies).toBeUndefined();
      expect(desk.taken().map(consentGivenBy)).toEqual([{ marketing: expect.anything() }]);
    }
  });

  it("goes behind the # of a thank-you page of the company's", async () => {
    const form = formWith({ measurement, thankYou: { ...demoForm().thankYou, url: "https://lumen.example/merci" } });
    const answer = await post("email=a@example.com&firstName=Zoe&measurement=yes", { accept: "text/html" }, form).answer;

    expect(answer.headers?.["location"]).toMatch(/^https:\/\/lumen\.example\/merci#rl=[\w-]{43}$/);
  });

  it("lets a browser remember that it answered, and neither who nor what", async () => {
    const form = formWith({ measurement });
    const desk = receptionDesk({ forms: [form] });
    const sent = await desk.send({
      method: "POST",
      path: "/forms/demo",
      headers: { accept: "text/html" },
      body: "email=zoe@example.com&firstName=Zoe&company=&measurement=yes",
    });
    const [cookie = ""] = sent.cookies ?? [];
    expect(cookie).toMatch(/^relance_answered=firstName\.[\w-]+; Path=\/forms; Max-Age=15552000; HttpOnly; Secure; SameSite=Lax$/);

    const { body } = await desk.send({ path: "/forms/demo", headers: { cookie: `other=1; ${cookie.split(";")[0]}` } });
    expect(asksFor(body, "firstName")).toBe(false);
    expect(asksFor(body, "company")).toBe(true);
    expect(body).not.toMatch(/zoe/i);
  });

  it("of a post that is kept apart is answered alike, and measures nobody", async () => {
    const person = post("email=a@example.com&firstName=Zoe&measurement=yes");
    const machine = post("email=a@example.com&firstName=Zoe&measurement=yes&website=x");

    expect(Object.keys(jsonOf(await machine.answer))).toEqual(Object.keys(jsonOf(await person.answer)));
    expect(machine.desk.taken()[0]?.status).toBe("discarded");
  });
});
