import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTemplates } from "#functions/publish/read-templates.ts";
import { eventually, type Mail } from "#tests/e2e/client.ts";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";
import { picture, seriousFaults } from "./house/visit.ts";

const form = "forms/demo.yaml";
const answers = {
  firstName: "Zoé",
  lastName: "Dupont",
  company: "Dupont & Fils",
  need: "workshop",
  budget: "5k-20k",
  role: "decides",
  timing: "now",
};

/** Asking twice, from the form to the proof: over HTTP as a visitor and their mail program would, and in the console. */
describe.skipIf(!hasChromium)("an agreement that is asked about twice, in Chromium", () => {
  let house: House;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "relance-consent-"));
    house = await openHouse("empty");
    const files = await readTemplates("templates");
    const text = files[form]?.replace('  version: "2026-11"', '  version: "2026-11"\n  doubleOptIn: { validDays: 7, remindAfterDays: 3 }');
    const published = await house.client.request("/api/publish", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ files: { ...files, [form]: text }, note: "ask twice" }),
    });
    expect(published.status, await published.text()).toBe(200);
  }, 240_000);
  afterAll(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const idOf = async (email: string): Promise<string> => (await house.client.person(email))?.id ?? "";
  const mailsTo = async (email: string): Promise<readonly Mail[]> => (await house.client.mails()).filter(({ to }) => to === email);
  const linkOf = ({ text }: Mail): string => /https?:\/\/\S+(\/c\/[\w-]+)/.exec(text)?.[1] ?? "";
  const submit = async (email: string): Promise<Mail> => {
    expect((await house.client.submit("demo", { ...answers, email, consent: "on", _lang: "fr" })).status).toBe(303);
    const [mail] = await eventually(
      () => mailsTo(email),
      (mails) => mails.length > 0,
    );
    if (mail === undefined) throw new Error("no mail came");
    return mail;
  };
  const whole = async (page: Page, name: string): Promise<void> => {
    await picture(page, name);
    expect(await seriousFaults(page), name).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  };

  it("is asked by a mail and taken by its button alone; then the first mail of the sequence leaves", { timeout: 240_000 }, async () => {
    const email = "zoe.dupont@example.com";
    const mail = await submit(email);
    expect(mail.subject).toContain("Atelier Lumen peut-il vous écrire");
    expect(await mailsTo(email)).toHaveLength(1);
    const link = linkOf(mail);
    const id = await idOf(email);
    for (let look = 0; look < 3; look++) expect((await fetch(new URL(link, house.relance.url))).status).toBe(200);
    expect(await house.client.detail(id)).toMatchObject({ consent: [], awaited: { source: "form:demo" } });

    for (const reader of [{}, { dark: true, phone: true }, { locale: "en-GB" as const }]) {
      const visit = await house.open(reader);
      const look = `${reader.locale === undefined ? "fr" : "en"}-${reader.dark === true ? "dark-phone" : "light-desk"}`;
      await visit.page.goto(`${house.relance.url}${link}`);
      await whole(visit.page, `confirm-open-${look}`);
      await visit.page.goto("about:blank");
      await visit.page.setContent(mail.html);
      await picture(visit.page, `confirm-mail-${look}`);
      await visit.close();
    }
    const waiting = await house.open();
    await waiting.go(`/people/${id}`);
    await waiting.page.getByText("À confirmer", { exact: true }).scrollIntoViewIfNeeded();
    await waiting.page.getByText("En attente", { exact: false }).first().waitFor();
    await waiting.inspect("consent-awaited");
    await waiting.close();

    const visit = await house.open();
    await visit.page.goto(`${house.relance.url}${link}`);
    await visit.page.getByRole("button", { name: "Oui, je suis d’accord" }).click();
    await visit.page.getByRole("heading", { name: "Merci, c’est confirmé." }).waitFor();
    await whole(visit.page, "confirm-done-fr-light-desk");
    expect(visit.complaints).toEqual([]);
    await visit.close();

    const mails = await eventually(
      () => mailsTo(email),
      (all) => all.length > 1,
    );
    expect(mails.map(({ subject }) => subject)).toContain("Zoé, votre étude d’éclairage : la suite");
    expect(await house.client.detail(id)).toMatchObject({
      awaited: null,
      consent: [{ purpose: "marketing", confirmedAt: expect.any(String) }],
    });
  });

  it("is shown with its history, recorded and taken back by hand, and proved by one page", { timeout: 240_000 }, async () => {
    const id = await idOf("zoe.dupont@example.com");
    const visit = await house.open();
    const { page } = visit;
    await visit.go(`/people/${id}`);
    await page.getByText("Confirmé par e-mail").waitFor();

    await page.getByRole("button", { name: "Enregistrer un accord" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("À quoi").selectOption("measurement");
    await dialog.getByLabel("Recueilli comment").selectOption("phone");
    await dialog.getByLabel("Ce qui a été accepté").fill("Vous pouvez compter mes ouvertures.");
    await dialog.getByLabel("Où se trouve la preuve").fill("Appel du 24 novembre, noté par Camille");
    await visit.inspect("consent-record");
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Vous pouvez compter mes ouvertures.").last().waitFor();

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Télécharger la preuve" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`consent-${id}.html`);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    expect(readFileSync(file, "utf8")).toContain("Preuve du consentement");

    await page.getByRole("button", { name: "Retirer", exact: true }).last().click();
    await page.getByRole("dialog").getByLabel("Pourquoi ?").fill("Ne veut plus être mesurée");
    await page.getByRole("dialog").getByRole("button", { name: "Retirer" }).click();
    await page.getByText(/^retiré le/).waitFor();
    await page.getByText("Historique", { exact: true }).last().click();
    await page.getByText("La personne a confirmé par le lien de l’e-mail").waitFor();
    await page.getByText("La personne a confirmé par le lien de l’e-mail").scrollIntoViewIfNeeded();
    await visit.inspect("consent-history");
    await page.goto(`file://${file}`);
    await whole(page, "consent-proof-fr");
    await visit.close();

    const phone = await house.open({ phone: true, dark: true });
    await phone.go(`/people/${id}`);
    await phone.page.getByText("Confirmé par e-mail").scrollIntoViewIfNeeded();
    await phone.inspect("consent-card");
    await phone.close();
  });

  it("whose link is too old says so, and sends another that works", { timeout: 240_000 }, async () => {
    const email = "paul.martin@example.com";
    const link = linkOf(await submit(email));
    await house.client.advance("P8D");
    const visit = await house.open({ phone: true });
    await visit.page.goto(`${house.relance.url}${link}`);
    await visit.page.getByRole("heading", { name: "Ce lien ne peut plus être utilisé." }).waitFor();
    await whole(visit.page, "confirm-closed-fr-light-phone");
    const before = (await mailsTo(email)).length;
    await visit.page.getByRole("button", { name: "M’envoyer un nouveau lien" }).click();
    await visit.page.getByRole("heading", { name: "Consultez votre messagerie." }).waitFor();
    await whole(visit.page, "confirm-again-fr-light-phone");
    const mails = await eventually(
      () => mailsTo(email),
      (all) => all.length > before,
    );
    const newest = mails.toSorted((one, other) => other.sentAt.localeCompare(one.sentAt))[0];
    if (newest === undefined) throw new Error("no mail came");
    await visit.page.goto(`${house.relance.url}${linkOf(newest)}`);
    await visit.page.getByRole("button", { name: "Oui, je suis d’accord" }).click();
    await visit.page.getByRole("heading", { name: "Merci, c’est confirmé." }).waitFor();
    await visit.close();
  });

  it("of a source is set where the source is", { timeout: 240_000 }, async () => {
    const source = await house.client.source({ kind: "json", name: "Salon de Lyon", mapping: { email: "email" }, basis: "consent" });
    const visit = await house.open();
    await visit.go(`/sources/${source.id}`);
    await visit.page.getByRole("tab", { name: "Réglages" }).click();
    await visit.page.getByRole("switch", { name: "Demander deux fois (double opt-in)" }).check();
    await visit.page.getByLabel("Rappel unique après (jours)").fill("3");
    await visit.inspect("source-asks-twice");
    await visit.page.getByRole("button", { name: /^Enregistrer/ }).click();
    await expect
      .poll(async () => (await (await house.client.request(`/api/sources/${source.id}`)).json()) as unknown)
      .toMatchObject({ doubleOptIn: { validDays: 7, remindAfterDays: 3 } });
    await visit.close();
  });
});
