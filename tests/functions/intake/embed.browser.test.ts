import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, openChromium } from "#tests/browser/open-chromium.ts";
import { receptionDesk } from "./reception-desk.ts";
import { richForm } from "./rich-form.ts";
import { openTwoOrigins, type TwoOrigins } from "./two-origins.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env["RELANCE_SCREENSHOTS"];
const hostile = `"><img src=x onerror=alert(1)><script>alert(2)</script>`;

/** As strict as a company's policy can be that lets our script run and post at all. */
const strict = (relance: string) =>
  `default-src 'none'; script-src ${relance}; connect-src ${relance}; style-src 'self'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'`;
const page =
  (lang: string, more = "") =>
  (relance: string) => ({
    policy: strict(relance),
    html: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Atelier Lumen</title></head>
<body><main><h1>Atelier Lumen</h1><script src="${relance}/forms/demo/embed.js" async></script>${more}<p id="after">.</p></main></body></html>`,
  });

async function seriousFaults(shown: Page): Promise<unknown> {
  await shown.evaluate(axe);
  return shown.evaluate(`axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
    .then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]))`);
}

describe.skipIf(!hasChromium)("a form in a page of another origin with a strict policy, in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  }, 60_000);
  afterAll(() => browser?.close());

  async function visit(
    origins: TwoOrigins,
    options: { readonly path?: string; readonly locale?: string; readonly phone?: boolean; readonly dark?: boolean } = {},
  ) {
    const context = await browser.newContext({
      locale: options.locale ?? "fr-FR",
      colorScheme: options.dark === true ? "dark" : "light",
      viewport: options.phone === true ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    });
    const shown = await context.newPage();
    const complaints: string[] = [];
    shown.on("console", (message) => {
      // The browser itself tells of every answer that is no 2xx, and of a site without a picture for its tab.
      if (message.type() === "error" && !/status of 422|favicon/.test(message.text())) complaints.push(message.text());
    });
    shown.on("pageerror", (fault) => complaints.push(String(fault)));
    shown.on("dialog", (dialog) => {
      complaints.push(`a dialogue opened: ${dialog.message()}`);
      void dialog.dismiss();
    });
    shown.on("request", (request) => {
      if (![origins.relance, origins.site].includes(new URL(request.url()).origin)) complaints.push(`asked ${request.url()}`);
    });
    await shown.goto(origins.site + (options.path ?? "/"));
    await shown.locator(".relance-form form").waitFor();
    const picture = async (name: string): Promise<void> => {
      if (pictures === undefined) return;
      mkdirSync(pictures, { recursive: true });
      await shown.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    };
    return { shown, complaints, picture, close: () => context.close() };
  }

  it("is drawn in the page's French on a phone, says everything wrong beside its fields, is sent once, and thanks", {
    timeout: 60_000,
  }, async () => {
    const desk = receptionDesk({ forms: [richForm()] });
    const origins = await openTwoOrigins(desk.send, page("fr-CA"));
    const { shown, complaints, picture, close } = await visit(origins, {
      phone: true,
      path: "/etude?utm_source=salon&utm_medium=&ref=lettre&email=x",
    });

    expect(await shown.locator(".relance-form").evaluate((node) => node.nextElementSibling?.id)).toBe("after");
    await picture("embed-empty");
    expect(await seriousFaults(shown)).toEqual([]);
    await shown.getByLabel("Adresse e-mail").fill("zoe@example");
    await shown.getByLabel("Code postal").fill("690");
    await shown.getByRole("button", { name: "Envoyer" }).click();

    const summary = shown.getByRole("alert");
    await summary.waitFor();
    expect(await summary.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await summary.getByRole("link").allTextContents()).toEqual([
      "Adresse e-mail",
      "Prénom",
      "Code postal",
      "Que voulez-vous éclairer ?",
      "J’ai lu les conditions",
    ]);
    const postcode = shown.getByLabel("Code postal");
    expect(await postcode.getAttribute("aria-invalid")).toBe("true");
    expect(await postcode.inputValue()).toBe("690");
    expect(await shown.getByText("Un code postal a cinq chiffres.").count()).toBe(2);
    expect(await seriousFaults(shown)).toEqual([]);
    await picture("embed-errors");

    await summary.getByRole("link", { name: "Code postal" }).click();
    await postcode.fill("69001");
    await shown.getByLabel("Adresse e-mail").fill("zoe@example.com");
    await shown.getByLabel("Prénom").fill(hostile);
    await shown.getByLabel("Une boutique").check();
    await shown.getByLabel("Consommer moins").check();
    await shown.getByLabel("Une lumière chaude").check();
    await shown.getByLabel("J’ai lu les conditions").check();
    await shown.getByLabel("J’accepte de recevoir vos conseils.").check();
    await shown.evaluate(`addEventListener("relance:sent", () => { document.documentElement.dataset.sent = "yes"; })`);
    await shown.getByRole("button", { name: "Envoyer" }).click();
    await shown.getByRole("heading", { name: "Merci !" }).waitFor();

    expect(await shown.locator("html").getAttribute("data-sent")).toBe("yes");
    expect(await seriousFaults(shown)).toEqual([]);
    expect(desk.taken()).toMatchObject([
      {
        extracted: {
          email: "zoe@example.com",
          firstName: hostile,
          consent: true,
          locale: "fr",
          utm: { source: "salon" },
          hidden: { page: `${origins.site}/etude`, campaign: "lettre" },
          eventId: expect.stringMatching(/^\d+-\d+-\d+-\d+$/),
          answers: expect.arrayContaining([
            { key: "need", title: "Que voulez-vous éclairer ?", value: "shop" },
            { key: "wishes", title: "Vos souhaits", value: ["sober", "warm"] },
          ]),
        },
      },
    ]);
    expect(complaints).toEqual([]);
    await close();
    await origins.close();
  });

  it("is in English on an English page, and goes to its own thank-you page where it has one", { timeout: 60_000 }, async () => {
    let url = "";
    const origins = await openTwoOrigins(
      (parts) => receptionDesk({ forms: [richForm({ thankYou: { ...richForm().thankYou, url } })] }).send(parts),
      page("en"),
    );
    url = `${origins.site}/thanks`;
    const { shown, close } = await visit(origins, { dark: true });

    await shown.getByLabel("E-mail address").fill("zoe@example.com");
    await shown.getByLabel("First name").fill("Zoe");
    await shown.getByLabel("A shop").check();
    await shown.getByLabel("I have read the terms").check();
    await shown.getByRole("button", { name: "Send" }).click();
    await shown.waitForURL(url);

    await close();
    await origins.close();
  });

  it("lets nothing its author wrote become markup", { timeout: 60_000 }, async () => {
    const fields = richForm().fields.map((field) => ({
      ...field,
      label: { fr: hostile + field.name },
      help: { fr: hostile },
      ...(field.choices === undefined ? {} : { choices: [{ value: hostile, label: { fr: hostile } }] }),
    }));
    const desk = receptionDesk({ forms: [richForm({ fields, title: { fr: hostile } })] });
    const origins = await openTwoOrigins(desk.send, page("fr"));
    const { shown, complaints, close } = await visit(origins);

    await shown.getByRole("button", { name: "Envoyer" }).click();
    await shown.getByRole("alert").waitFor();
    expect(await shown.locator(".relance-form :is(img, script)").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
    await origins.close();
  });

  it("keeps what was typed when the answer is lost, and sent again counts once", { timeout: 60_000 }, async () => {
    let isLost = true;
    const desk = receptionDesk();
    const origins = await openTwoOrigins(async (parts) => {
      const answer = await desk.send(parts);
      return parts.method === "POST" && isLost ? { statusCode: 502, body: "bad gateway" } : answer;
    }, page("fr"));
    const { shown, close } = await visit(origins);

    await shown.getByLabel("Adresse e-mail").fill("zoe@example.com");
    await shown.getByLabel("Prénom").fill("Zoé");
    await shown.getByRole("button", { name: "Envoyer" }).click();
    await shown.getByText("L’envoi n’a pas abouti.").waitFor();
    isLost = false;
    await shown.getByRole("button", { name: "Envoyer" }).click();
    await shown.getByRole("heading", { name: "Merci !" }).waitFor();

    expect(desk.taken()).toHaveLength(1);
    await close();
    await origins.close();
  });

  it("remembers for who agreed to be measured, and for nobody else, what they have answered", { timeout: 60_000 }, async () => {
    const fields = richForm()
      .fields.filter(({ name }) => ["email", "firstName", "phone"].includes(name))
      .map((field) => ({ ...field, ...(field.type === "email" ? {} : { ask: "when-unknown" as const }) }));
    const measurement = { field: "measurement", version: "1", text: { fr: "Mesurez mes visites.", en: "Measure my visits." } };
    const desk = receptionDesk({ forms: [richForm({ fields, measurement })] });
    const origins = await openTwoOrigins(desk.send, page("fr"));
    const { shown, complaints, close } = await visit(origins);
    const kept = () => shown.evaluate(() => ({ ...localStorage }));
    const send = async (tick: boolean): Promise<void> => {
      await shown.getByLabel("Adresse e-mail").fill("zoe@example.com");
      const name = shown.getByLabel("Prénom");
      if (await name.isVisible()) await name.fill("Zoé");
      if (tick) await shown.getByLabel("Mesurez mes visites.").check();
      await shown.getByRole("button", { name: "Envoyer" }).click();
      await shown.getByRole("heading", { name: "Merci !" }).waitFor();
    };

    await send(false);
    expect(await kept()).toEqual({});
    await shown.reload();
    await send(true);
    expect(await kept()).toEqual({ "relance.measure": expect.stringMatching(/^[\w-]{43}$/), "relance.answered": ",firstName" });
    await shown.reload();
    await shown.getByLabel("Téléphone").waitFor();
    expect(await shown.getByLabel("Prénom").count()).toBe(0);

    expect(complaints).toEqual([]);
    await close();
    await origins.close();
  });

  it("where it cannot be had leaves a way to its page", { timeout: 60_000 }, async () => {
    const origins = await openTwoOrigins(
      async ({ path }) => receptionDesk({ forms: path.endsWith("embed.js") ? [richForm()] : [] }).send({ path }),
      page("fr"),
    );
    const shown = await (await browser.newContext()).newPage();
    await shown.goto(origins.site);

    await shown.getByRole("link", { name: `${origins.relance}/forms/demo` }).waitFor();
    await shown.context().close();
    await origins.close();
  });
});
