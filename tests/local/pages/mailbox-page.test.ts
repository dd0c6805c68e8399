import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { SendEmailCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { hasChromium, openChromium } from "#tests/browser/open-chromium.ts";
import { aFunction, sesListener, type StartedLocal, startLocal } from "#tests/local/start-local.ts";

const axeSchema = z.object({ violations: z.array(z.object({ id: z.string() })) });

// The mail says something only a script could: if it ever ran, the title would tell.
const html = `<html lang="fr"><body><p>Bonjour</p><a href="https://lumen.example/guide">Lire le guide</a>
<script>document.title = "ran"; parent.document.title = "ran"</script><img src="x" onerror="parent.document.title = 'ran'"></body></html>`;

describe.skipIf(!hasChromium)("the mailbox page", () => {
  const told: unknown[] = [];
  const replies: unknown[] = [];
  let relance: StartedLocal;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    relance = await startLocal({
      functions: [sesListener(told), aFunction("reply", { kind: "inbound-mail" }, (event) => void replies.push(event))],
    });
    const client = new SESv2Client({
      region: "eu-west-3",
      endpoint: relance.aws.AWS_ENDPOINT_URL,
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
    });
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: "camille@lumen.example",
        Destination: { ToAddresses: ["marie@company.example"] },
        Content: { Simple: { Subject: { Data: "Votre étude <b>" }, Body: { Html: { Data: html }, Text: { Data: "Bonjour en texte" } } } },
      }),
    );
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    await relance.stop();
  });
  beforeEach(async () => {
    told.splice(0);
    // The policy stays in force but for axe, which is brought in from outside.
    context = await browser.newContext({ locale: "fr-FR" });
    page = await context.newPage();
  });
  afterEach(() => context.close());

  const enter = async (): Promise<void> => {
    await page.goto(`${relance.url}/local/mailbox#token=${relance.token}`);
    await page.locator("#mails a").click();
    await page.locator(".body iframe").waitFor();
  };
  const toast = async (): Promise<string> => {
    await page.locator("#toast:not([hidden])").waitFor();
    return (await page.locator("#toast").textContent()) ?? "";
  };

  it("takes the token out of the address, shows the mail and runs none of its scripts", async () => {
    await enter();
    await page.frameLocator(".body iframe").getByText("Bonjour").waitFor();

    expect(page.url()).not.toContain(relance.token);
    expect(await page.locator("#subject").textContent()).toBe("Votre étude <b>");
    expect(await page.title()).toBe("Boîte aux lettres locale · Relance");
    await page.locator("#tab-text").click();
    expect(await page.locator("#body pre").textContent()).toBe("Bonjour en texte");
    await page.locator("#tab-source").click();
    await page.getByText("MIME-Version: 1.0").waitFor();
  });

  it("tells a click on a link in the mail itself", async () => {
    await enter();
    await page.frameLocator(".body iframe").getByText("Lire le guide").click();

    expect(await toast()).toContain("Clic transmis");
    expect(told).toMatchObject([{ detail: { eventType: "Click", click: { link: "https://lumen.example/guide" } } }]);
  });

  it("sends a reply, and moves the clock", async () => {
    await enter();
    await page.locator("#answer").click();
    await page.locator("#reply-text").fill("Oui, volontiers.");
    await page.getByRole("button", { name: "Envoyer la réponse" }).click();
    expect(await toast()).toBe("Réponse transmise.");
    const before = relance.clock.now();
    await page.getByRole("button", { name: "+ 1 jour" }).click();
    await page.getByText("L’heure a avancé").waitFor();

    expect(replies).toHaveLength(1);
    expect(relance.clock.now() - before).toBeGreaterThanOrEqual(24 * 3_600_000);
  });

  it("asks for the token where there is none, and speaks English to who wishes it", async () => {
    await page.goto(`${relance.url}/local/mailbox`);
    await page.locator("#token").fill("wrong");
    await page.keyboard.press("Enter");
    expect(await toast()).toBe("Ce n’est pas le jeton de ce Relance.");
    await page.locator("#token").fill(relance.token);
    await page.keyboard.press("Enter");
    await page.locator("#mails a").waitFor();
    await page.locator("[data-language=en]").click();

    await page.getByRole("button", { name: "Advance to the next thing due" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
  });

  it.each(["light", "dark"] as const)("leaves nobody out (%s)", async (colorScheme) => {
    const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    await context.close();
    context = await browser.newContext({ locale: "fr-FR", colorScheme, bypassCSP: true });
    page = await context.newPage();
    await enter();
    await page.evaluate(axe);

    const found = axeSchema.parse(await page.evaluate("axe.run(document, { iframes: false })"));
    expect(found.violations.map(({ id }) => id)).toEqual([]);
  });
});
