import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fr } from "#console/src/i18n/fr.ts";
import { hasChromium, openChromium } from "#tests/browser/open-chromium.ts";
import { clientOf, eventually } from "./client.ts";
import { type StartedCommand, startCommand } from "./start-command.ts";

const pictures = process.env["RELANCE_SCREENSHOTS"];

/** The marketer's side, by the real command and in a real browser; skipped, and said so, where Chromium is not installed. */
describe.skipIf(!hasChromium)("a marketer's first quarter of an hour, in Chromium", () => {
  let folder: string;
  let relance: StartedCommand;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "relance-browser-"));
    relance = await startCommand(folder);
    browser = await openChromium();
    const context = await browser.newContext({ locale: "fr-FR", timezoneId: "Europe/Paris", viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (fault) => complaints.push(fault.message));
    page.on("request", (request) => {
      if (new URL(request.url()).hostname !== "127.0.0.1") complaints.push(`asked ${request.url()}`);
    });
  });
  afterAll(async () => {
    await browser?.close();
    await relance?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("opens the console by the link the terminal gives, and is told what to do first", async () => {
    await page.goto(`${relance.url}/#token=${relance.token}`);

    await page.getByRole("heading", { name: fr["firstRun.title"], level: 1 }).waitFor();
    expect(page.url()).not.toContain(relance.token);
  });

  it("fills in the example's form as a visitor would", async () => {
    await page.goto(`${relance.url}/forms/demo`);
    await page.getByLabel(/Adresse e-mail/).fill("zoe@example.com");
    await page.getByLabel(/Prénom/).fill("Zoé");
    await page.getByLabel(/Entreprise/).fill("Dupont <b>& Fils");
    await page.getByLabel(/éclairer/).selectOption("workshop");
    await page.getByLabel(/budget/i).selectOption("5k-20k");
    await page.getByLabel(/rôle/).selectOption("decides");
    await page.getByLabel(/quand/i).selectOption("quarter");
    await page.getByLabel(/J’accepte/).check();
    await page.locator("form button, form input[type=submit]").first().click();

    await page.getByText("Merci, c’est bien reçu").waitFor();
  });

  it("finds the person in the console, with the score's reasons and what comes next", async () => {
    await page.goto(`${relance.url}/people`);
    await picture(page, "people-fr-light");
    await page.getByText("Zoé").first().click();

    await page.getByText(fr["score.why"]).first().waitFor();
    await page.getByText("Décide de l’achat").first().waitFor();
    await page
      .getByText("Votre étude d’éclairage", { exact: false })
      .first()
      .waitFor()
      .catch(() => page.getByText("votre étude d’éclairage", { exact: false }).first().waitFor());
    expect(await page.getByText("Dupont <b>& Fils").count()).toBeGreaterThan(0);
    await picture(page, "person-fr-light");
  });

  it("sees what waits, day by day, and moves on to a dark screen in English", async () => {
    await page.goto(`${relance.url}/due`);

    await page.getByText("Zoé").first().waitFor();
    await page.emulateMedia({ colorScheme: "dark" });
    await page.getByText("EN", { exact: true }).first().click();
    await page.getByText("Zoé").first().waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
    await picture(page, "due-en-dark");
  });

  it("reads the mail in the mailbox and follows its link, which moves the score", async () => {
    const client = clientOf(relance);
    const [mail] = await eventually(client.mails, (mails) => mails.length > 0);
    const before = (await client.person("zoe@example.com"))?.score.total ?? 0;

    await page.goto(`${relance.url}/local/mailbox#token=${relance.token}`);
    await page.getByText("votre étude d’éclairage", { exact: false }).first().waitFor();
    await client.happen(mail?.id ?? "", { type: "click", url: "https://atelier-lumen.example/guide-eclairage" });

    expect((await client.person("zoe@example.com"))?.score.total).toBeGreaterThan(before);
  });

  it("meets no error on the way, and no request leaves the machine", () => {
    expect(complaints).toEqual([]);
  });
});

/** Keeps a picture for the README, where a folder for them is named. */
async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
