import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonOf, receptionDesk } from "./reception-desk.ts";
import { richForm } from "./rich-form.ts";

const headers = { "content-type": "application/x-www-form-urlencoded", accept: "text/html", "accept-language": "fr" };
const asked = "_asked=email,firstName,postcode,phone,site,rooms,visit,need,wishes,budget,project,terms";

const desk = () => receptionDesk({ forms: [richForm()] });
const post = (body: string, more: Readonly<Record<string, string>> = {}) => ({
  method: "POST",
  path: "/forms/demo",
  headers: { ...headers, ...more },
  body,
});

describe("a form with rules", () => {
  it("takes what follows them, as what it is", async () => {
    const open = desk();
    const answer = await open.send(
      post(
        `${asked}&email=a@example.com&firstName=Zo%C3%A9&postcode=69001&phone=0478000000&site=exemple.fr&rooms=1+250&visit=24/12/2026&need=shop&wishes=sober&wishes=warm&project=x&terms=yes&campaign=salon`,
      ),
    );

    expect(answer.statusCode).toBe(303);
    expect(open.taken()[0]?.extracted).toMatchObject({
      firstName: "Zoé",
      phone: "0478000000",
      message: "x",
      hidden: { campaign: "salon" },
      answers: [
        { key: "postcode", value: "69001" },
        { key: "site", value: "https://exemple.fr" },
        { key: "rooms", value: 1_250 },
        { key: "visit", value: "2026-12-24" },
        { key: "need", value: "shop" },
        { key: "wishes", value: ["sober", "warm"] },
        { key: "terms", value: true },
      ],
    });
  });

  it("tells everything that is wrong at once, in words of the page's language, and keeps what was typed", async () => {
    const { statusCode, body = "" } = await desk().send(
      post(
        `${asked}&email=a@example.com&firstName=&postcode=6900&phone=appelez&site=javascript:1&rooms=9999&visit=2026-11-01&project=${"x".repeat(501)}&wishes=warm&budget=large&campaign=%22salon`,
      ),
    );

    expect(statusCode).toBe(422);
    for (const sentence of [
      "Ce champ est à remplir.",
      "Un code postal a cinq chiffres.",
      "Indiquez un numéro de téléphone",
      "Indiquez l’adresse d’une page",
      "Indiquez 5\u202f000 ou moins.",
      "Choisissez le 1er décembre 2026 ou une date plus tardive.",
      "Choisissez une réponse.",
      "Écrivez au plus 500 caractères.",
      "Cochez cette case pour continuer.",
    ]) {
      expect(body.split(sentence).length - 1, sentence).toBe(2);
    }
    expect(body).toContain("<title>À corriger · ");
    expect(body).toMatch(/class="summary" role="alert" tabindex="-1" autofocus/);
    expect(body).toContain('<fieldset class="field invalid" role="radiogroup" aria-invalid="true" aria-describedby="need-error">');
    expect(body).toContain('aria-describedby="postcode-help postcode-error"');
    expect(body).toContain('value="warm" checked');
    expect(body).toContain('<option value="large" selected>');
    expect(body).toContain('<input type="hidden" name="campaign" value="&quot;salon">');
    expect(body).toMatch(/value="6900"/);
  });

  it("tells a program each problem with a sentence for its reader", async () => {
    const answer = await desk().send(
      post(`${asked}&_lang=en&email=a@example.com&firstName=Zoe&need=shop&terms=yes&rooms=0`, { accept: "application/json" }),
    );

    expect(jsonOf(answer)).toMatchObject({
      code: "number-too-small",
      field: "rooms",
      problems: [{ field: "rooms", code: "number-too-small", message: "Enter 1 or more." }],
    });
  });

  it("leads from its summary to a control that is there", async () => {
    const { body = "" } = await desk().send(post(asked));
    const targets = [...body.matchAll(/href="#([\w-]+)"/g)].map((match) => match[1]);

    expect(targets.length).toBeGreaterThan(3);
    for (const target of targets) expect(body).toContain(` id="${target}"`);
  });

  it("gives browsers the words by which they fill it in, and takes hidden values from its address", async () => {
    const { body = "" } = await desk().send({ path: "/forms/demo", query: { ref: "salon<", lang: "en" } });

    expect(body).toContain('autocomplete="given-name"');
    expect(body).toContain('autocomplete="postal-code"');
    expect(body).toContain('<input type="hidden" name="campaign" value="salon&lt;">');
    expect(body).not.toMatch(/checked|selected/);
  });

  it("is safe whatever its author and its readers write", async () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('"><script>x</script>', "</textarea><script>", "' onfocus='x", "<img src=x>"),
    );
    await fc.assert(
      fc.asyncProperty(texts, texts, async (label, value) => {
        const fields = richForm().fields.map((field) => ({
          ...field,
          label: { fr: label },
          help: { fr: label },
          placeholder: { fr: label },
          ...(field.choices === undefined ? {} : { choices: [{ value, label: { fr: label } }] }),
        }));
        const open = receptionDesk({ forms: [richForm({ fields, title: { fr: label } })] });
        const sent = fields.map(({ name }) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join("&");
        const { body = "" } = await open.send(post(sent));
        const page = await open.send({ path: "/forms/demo", query: { ref: value } });
        for (const shown of [body, page.body ?? ""]) {
          expect(shown.replace(/"[^"]*"/g, '""')).not.toMatch(/<script|<img|<[^>]* onfocus=/i);
          expect(shown.match(/<textarea/g)?.length ?? 0).toBe(shown.match(/<\/textarea/g)?.length ?? 0);
        }
      }),
      { numRuns: 100 },
    );
  });
});
