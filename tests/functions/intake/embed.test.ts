import { describe, expect, it } from "vitest";
import { embeddedFormSchema } from "#contract/embedded-form.ts";
import { embedScript } from "#functions/intake/embed-script.ts";
import { embedTag, formSnippet } from "#functions/intake/form-snippet.ts";
import { buildEmbed } from "#local/client/build-embed.ts";
import { demoForm } from "#tests/core/form/demo-form.ts";
import { jsonOf, receptionDesk } from "./reception-desk.ts";
import { richForm } from "./rich-form.ts";

describe("the script that puts a form into a page", () => {
  it("is what `npm run embed` makes of console/embed, and less than 5 KB before it is packed", () => {
    expect(embedScript).toBe(buildEmbed());
    expect(Buffer.byteLength(embedScript)).toBeLessThan(5_000);
  });

  it("evaluates no text and makes no markup of any", () => {
    expect(embedScript).not.toMatch(/eval|Function\(|innerHTML|outerHTML|insertAdjacent|document\.write|srcdoc/);
  });

  it("may be run and kept by any page", async () => {
    const { statusCode, headers, body } = await receptionDesk().send({ path: "/forms/demo/embed.js" });

    expect(statusCode).toBe(200);
    expect(body).toBe(embedScript);
    expect(headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "public, max-age=3600",
    });
  });
});

describe("a form as data", () => {
  it("is all its script draws, in the language asked for, for any page to read", async () => {
    const desk = receptionDesk({ forms: [richForm()] });
    const answer = await desk.send({ path: "/forms/demo/form.json", query: { lang: "en-GB" } });

    expect(answer.headers).toMatchObject({ "access-control-allow-origin": "*", "content-language": "en" });
    const form = embeddedFormSchema.parse(jsonOf(answer));
    expect(form).toEqual(jsonOf(answer));
    expect(form.fields.map(({ name }) => name).at(-1)).toBe("consent");
    expect(form.fields[2]).toEqual({
      name: "postcode",
      type: "text",
      label: "Postcode",
      optional: true,
      help: "Five digits.",
      placeholder: "69001",
      autocomplete: "postal-code",
    });
    expect(form.hidden).toEqual([{ name: "campaign", value: "site", fromQuery: "ref" }]);
    expect(form.thankYou).toEqual({ title: "Thank you!", text: "We will come back to you." });
  });

  it("leads to no thank-you page that a browser would run", async () => {
    const desk = receptionDesk({ forms: [demoForm({ thankYou: { ...demoForm().thankYou, url: "javascript:alert(1)" } })] });

    expect(jsonOf(await desk.send({ path: "/forms/demo/form.json" }))).not.toHaveProperty("thankYou.url");
    const answer = await desk.send({ method: "POST", path: "/forms/demo", headers: { accept: "text/html" }, body: "email=a@example.com" });
    expect(answer.headers?.["location"]).toBe("/forms/demo?thanks=1");
  });

  it.each(["/forms/other/form.json", "/forms/demo/other.js", "/forms/demo/form.json/x"])("is not at %s", async (path) => {
    expect((await receptionDesk().send({ path })).statusCode).toBe(404);
  });

  it("may be posted to by a program in a page elsewhere that asks first", async () => {
    const answer = await receptionDesk().send({ method: "OPTIONS", path: "/forms/demo" });

    expect(answer.statusCode).toBe(204);
    expect(answer.headers).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "content-type, idempotency-key",
    });
  });
});

describe("a form as HTML to paste", () => {
  const snippet = formSnippet(richForm(), "fr", "https://relance.example");

  it("posts to us, in its own language, with its trap and the names of what it asks", () => {
    expect(snippet).toMatch(/^<form method="post" action="https:\/\/relance\.example\/forms\/demo" accept-charset="utf-8" lang="fr">/);
    expect(snippet).toContain('<input type="hidden" name="_lang" value="fr">');
    expect(snippet).toContain('name="_asked" value="email,firstName,postcode,');
    expect(snippet).toContain('<div hidden><label for="website">');
    expect(snippet).toContain('<input type="hidden" name="campaign" value="site">');
  });

  it("has nothing in it that a strict policy forbids, whatever its author wrote", () => {
    const hostile = formSnippet(
      richForm({ honeypot: `"><script>`, consent: { ...richForm().consent, text: { fr: "<img onerror=x>" } } }),
      "fr",
      "https://a.example",
    );

    expect(hostile.replace(/"[^"]*"/g, '""')).not.toMatch(/<script|<style|<img|<[^>]* (?:style|on\w+)=/);
    expect(embedTag(demoForm(), "https://a.example")).toBe('<script src="https://a.example/forms/demo/embed.js" async></script>');
  });

  it("sends what it says", async () => {
    const desk = receptionDesk({ forms: [richForm()] });
    const names = [...snippet.matchAll(/ name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => `${name}=${value}`).join("&");
    const answer = await desk.send({
      method: "POST",
      path: "/forms/demo",
      headers: { accept: "text/html" },
      body: `${names}&email=a@example.com&firstName=Zoe&postcode=&phone=&site=&rooms=&visit=&need=shop&budget=&project=&terms=yes&campaign=site&website=`,
    });

    expect(answer.statusCode).toBe(303);
    expect(desk.taken()[0]?.extracted).toMatchObject({ locale: "fr", hidden: { campaign: "site" } });
  });
});
