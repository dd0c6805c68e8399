import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "#tests/e2e/client.ts";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";

const nadiaMail = "nadia.roux@menuiserie-roux.example";
const slow = 300_000;

describe.skipIf(!hasChromium)("a salesperson’s day", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await change(await idOf(nadiaMail), { attributes: { phone: "06 12 34 56 78" } });
  }, slow);
  afterAll(() => house?.close());

  const idOf = async (email: string): Promise<string> => (await house.client.person(email))?.id ?? "";
  const change = (id: string, body: unknown) =>
    house.client.request(`/api/people/${id}`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  /** What the API says of somebody, once it is so. */
  const soon = async (id: string, isSo: (person: Awaited<ReturnType<House["client"]["detail"]>>) => boolean) => {
    await eventually(() => house.client.detail(id), isSo);
  };
  const historyOf = async (id: string): Promise<string> => JSON.stringify(await house.client.timeline(id));

  it(
    "goes by thumb, in French: a call, its way back, a note, a later date, a stage, a mail as it was sent, and everything stopped",
    async () => {
      const nadia = await idOf(nadiaMail);
      const visit = await house.open({ as: "sales", locale: "fr-FR", phone: true });
      const { page } = visit;
      await visit.go("/");
      await page.getByRole("heading", { name: "Aujourd’hui" }).waitFor();
      const card = page.getByRole("article", { name: "Nadia" });
      await card.getByText("Appelez-moi demain matin").waitFor();
      expect(await card.getByRole("link", { name: "Appeler Nadia au 06 12 34 56 78" }).getAttribute("href")).toBe("tel:0612345678");
      await visit.inspect("today");

      await card.getByRole("button", { name: "Noter l’appel" }).click();
      await page.getByLabel("Rendez-vous pris").check();
      await page.getByLabel("Ce qui s’est dit").fill("Visite jeudi, apporter le nuancier.");
      await page.getByRole("group", { name: "Rappeler" }).getByLabel("Dans trois jours").check();
      await visit.inspect("today-call");
      await page.getByRole("button", { name: "Enregistrer l’appel" }).click();
      await card.waitFor({ state: "detached" });
      await soon(nadia, (person) => person.call === null && person.nextCallAt !== null);
      expect(await historyOf(nadia)).toContain("nuancier");
      await page.getByRole("region", { name: "À venir" }).getByRole("link", { name: "Nadia" }).waitFor();

      await page.getByRole("button", { name: "Annuler l’action" }).click();
      await card.waitFor();
      await soon(nadia, (person) => person.call !== null && person.nextCallAt === null && person.lastAct === null);
      expect(await historyOf(nadia)).not.toContain("nuancier");

      await card.getByRole("button", { name: "Note", exact: true }).click();
      await page.getByRole("textbox", { name: "Note" }).fill("Préfère être appelée avant 10 h.");
      await page.getByRole("button", { name: "Enregistrer la note" }).click();
      await soon(nadia, (person) => person.lastAct?.kind === "note");
      await card.getByRole("button", { name: "Demain" }).click();
      await card.waitFor({ state: "detached" });
      await soon(nadia, (person) => person.snoozedUntil !== null);

      const paul = await idOf("paul.mercier@garage-mercier.example");
      await visit.go("/pipeline");
      await page.getByRole("tab", { name: /Proposition personnalisée/ }).click();
      await page.getByRole("button", { name: "Déplacer Paul" }).click();
      await page.getByLabel("Nouvelle étape").selectOption("negotiation");
      await page.getByLabel("Pourquoi ?").fill("Demande une remise");
      await page.getByRole("button", { name: "Déplacer", exact: true }).click();
      await soon(paul, (person) => person.stage === "negotiation" && person.stageBecause.text.fr === "Demande une remise");
      await page.getByRole("tab", { name: /Négociation/ }).click();
      await page.getByRole("link", { name: "Paul" }).waitFor();
      await visit.inspect("pipeline");

      await visit.go(`/people/${nadia}`);
      await visit.inspect("person");
      await page.getByRole("tab", { name: "E-mails" }).click();
      await page.getByRole("button", { name: "Voir l’e-mail" }).last().click();
      const mail = page.frameLocator("dialog iframe");
      await mail.getByText("Nadia").first().waitFor();
      await page.locator("dialog iframe[data-dressed]").waitFor();
      expect(await page.locator("dialog iframe").getAttribute("sandbox")).not.toContain("allow-scripts");
      await visit.inspect("mail");
      await page.getByRole("tab", { name: "Texte brut" }).click();
      expect(await page.locator(".mail-text").textContent()).toContain("Atelier Lumen");
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Tout arrêter" }).click();
      await page.getByLabel("Pourquoi ?").fill("Ne veut plus d’e-mails avant la visite");
      await page.getByRole("dialog").getByRole("button", { name: "Tout arrêter" }).click();
      await page.getByText("Tous les e-mails sont arrêtés", { exact: true }).waitFor();
      expect(await house.client.detail(nadia)).toMatchObject({ paused: true });
      await page.getByRole("tab", { name: "Notes et appels" }).click();
      await page.getByText("Préfère être appelée avant 10 h.").waitFor();
      await visit.inspect("person-stopped");
      await visit.close();
    },
    slow,
  );

  it(
    "goes by keyboard and by mouse, in English, on a wide screen in the dark",
    async () => {
      const visit = await house.open({ as: "sales", locale: "en-GB", dark: true });
      const { page } = visit;
      await visit.go("/today");
      const zoe = await idOf("zoe.dupont@example.com");
      const card = page.getByRole("article", { name: "Zoé" });
      await card.waitFor();
      for (let presses = 0; presses < 12 && (await card.getAttribute("data-chosen")) === null; presses++) await page.keyboard.press("j");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Zoé");
      await visit.inspect("today");

      await page.keyboard.press("n");
      await page.getByRole("textbox", { name: "Note" }).fill("Asked for samples.");
      await page.keyboard.press("Control+Enter");
      await soon(zoe, (person) => person.lastAct?.kind === "note");
      await page.keyboard.press("d");
      await card.waitFor({ state: "detached" });
      await soon(zoe, (person) => person.lastAct?.kind === "call");
      await page.keyboard.press("z");
      await card.waitFor();
      await soon(zoe, (person) => person.call !== null);

      await visit.go("/pipeline");
      const handle = page.getByRole("button", { name: "Move Zoé" });
      await handle.focus();
      await page.keyboard.press(" ");
      await page.getByText("Zoé is picked up, in Connection").waitFor();
      await page.keyboard.press("ArrowRight");
      await page.getByText("Over Qualification, 3 of 7.").waitFor();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await page.getByLabel("Why?").fill("Offer sent this morning");
      await page.getByRole("button", { name: "Move", exact: true }).click();
      await page.locator('[data-stage="proposal"]').getByRole("link", { name: "Zoé" }).waitFor();
      await soon(zoe, (person) => person.stage === "proposal" && person.stageBecause.text.en === "Offer sent this morning");
      await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Move Zoé");

      const tom = await idOf("tom.walker@northlight.example");
      await page.locator(`[data-card="${tom}"]`).dragTo(page.locator('[data-stage="qualification"] h2'));
      await page.getByLabel("Why?").fill("Budget confirmed by phone");
      await page.getByRole("button", { name: "Move", exact: true }).click();
      await soon(tom, (person) => person.stage === "qualification");
      await visit.inspect("pipeline");
      await page.keyboard.press("z");
      await soon(tom, (person) => person.stage === "connection");
      await page.locator('[data-stage="connection"]').getByRole("link", { name: "Tom" }).waitFor();

      await visit.go(`/people/${tom}`);
      await page.getByRole("textbox", { name: "New tag" }).fill("Lyon fair");
      await page.getByRole("button", { name: "Add" }).click();
      await soon(tom, (person) => person.tags.includes("lyon fair"));
      await page.getByRole("region", { name: "Following" }).getByRole("button", { name: "Edit" }).click();
      await page.getByLabel("Looked after by").selectOption({ label: "Sophie Laurent" });
      await page.getByLabel("Worth").fill("4200.50");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await soon(tom, (person) => person.owner === "sophie@atelier-lumen.example" && person.value?.amount === 4200.5);
      await page.getByRole("region", { name: "What comes next" }).getByRole("button", { name: "Take out" }).click();
      await soon(tom, (person) => person.enrollments.every((run) => run.status === "ended"));
      expect(await page.getByRole("button", { name: "Erase" }).getAttribute("aria-disabled")).toBe("true");
      await visit.inspect("person");
      await visit.close();
    },
    slow,
  );

  it(
    "leaves to an owner what the law asks for: a file to hand over, and to be forgotten once the address is typed",
    async () => {
      const chloe = await idOf("chloe.martin@example.com");
      const visit = await house.open({ as: "owner", locale: "fr-FR" });
      const { page } = visit;
      await visit.go(`/people/${chloe}`);
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Exporter son dossier" }).click();
      expect((await download).suggestedFilename()).toBe(`${chloe}.json`);

      await page.getByRole("button", { name: "Effacer" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Pourquoi ?").fill("Demande reçue par courrier");
      await dialog.getByLabel(/Pour confirmer/).fill("quelqu.un@example.com");
      await dialog.getByRole("button", { name: "Effacer définitivement" }).click();
      await dialog.getByRole("alert").waitFor();
      await visit.inspect("erase");
      await dialog.getByLabel(/Pour confirmer/).fill("chloe.martin@example.com");
      await dialog.getByRole("button", { name: "Effacer définitivement" }).click();
      await page.getByText("est effacé(e)").waitFor();

      expect((await house.client.request(`/api/people/${chloe}`)).status).toBe(404);
      await visit.close();
    },
    slow,
  );
});
