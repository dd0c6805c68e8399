import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { eventually } from "#tests/e2e/client.ts";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";
import { readers } from "./house/readers.ts";

const definitionSchema = z.looseObject({ version: z.number(), files: z.record(z.string(), z.string()) });
const sections = ["sender", "manners", "team", "keys", "usage", "log"];
const patience = 240_000;

describe.skipIf(!hasChromium)("the settings and the first steps, over an empty base", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse("empty");
  });
  afterAll(() => house?.close());

  it(
    "lead a French marketer on a wide screen from nothing to a mail in the mailbox, and do not come back once put away",
    async () => {
      const visit = await house.open({ locale: "fr-FR", as: "marketer" });
      const { page } = visit;
      await visit.go("/");
      await page.getByRole("heading", { name: "Premiers pas" }).waitFor();
      expect(new URL(page.url()).pathname).toBe("/first-run");
      await page.getByText("Atelier Lumen écrit sous le nom de").waitFor();
      expect(await page.locator(".step[data-done]").count()).toBe(2);
      await visit.inspect("first-run");

      await page.getByRole("button", { name: "Envoyer le test" }).click();
      await page.getByText("est parti pour malik@atelier-lumen.example").waitFor();

      const mails = await eventually(house.client.mails, (all) => all.some(({ to }) => to === "malik@atelier-lumen.example"));
      const mail = mails.find(({ to }) => to === "malik@atelier-lumen.example");
      expect(mail?.subject).toMatch(/^\[Test\] /);
      expect(await page.getByRole("link", { name: "Le voir dans le courrier" }).getAttribute("href")).toBe(`/local/mailbox#${mail?.id}`);
      await page.locator(".step[data-done]").nth(2).waitFor();
      expect((await house.client.people()).items).toEqual([]);
      await visit.inspect("first-run-done");

      await page.getByRole("button", { name: "Aller à la console" }).click();
      await page.waitForURL((url) => url.pathname !== "/first-run");
      await visit.go("/");
      expect(new URL(page.url()).pathname).not.toBe("/first-run");
      await visit.close();
    },
    patience,
  );

  it(
    "make a key on an English phone, which opens what it says and nothing beside, until it is revoked",
    async () => {
      const visit = await house.open({ locale: "en-GB", phone: true });
      const { page } = visit;
      await visit.go("/settings/keys");
      await page.getByRole("button", { name: "Make a key" }).click();
      await page.getByLabel("What it is for").fill("The shop");
      await page.getByLabel("See people, their history and their mails").check();
      await page.getByRole("dialog").getByRole("button", { name: "Make a key" }).click();
      const token = (await page.locator("[data-token]").textContent())?.trim() ?? "";
      await visit.inspect("settings-key-made");
      const ask = (path: string) => fetch(`${house.relance.url}${path}`, { headers: { authorization: `Bearer ${token}` } });

      expect((await ask("/api/people")).status).toBe(200);
      expect((await ask("/api/audit")).status).toBe(403);
      await page.getByRole("button", { name: "I have kept it" }).click();
      expect(await page.getByText(token).count()).toBe(0);

      await page.locator(".table-row", { hasText: "The shop" }).getByRole("button", { name: "Revoke" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
      await page.locator(".table-row", { hasText: "The shop" }).getByText("revoked", { exact: true }).waitFor();

      expect((await ask("/api/people")).status).toBe(401);
      await visit.go("/settings/log");
      await page.locator(".log li", { hasText: "made · API key" }).first().waitFor();
      await visit.close();
    },
    patience,
  );

  it(
    "change the sending hours in the text itself, as a version that can be taken back",
    async () => {
      const visit = await house.open({ locale: "fr-FR", as: "marketer" });
      const { page } = visit;
      const inForce = async () => definitionSchema.parse(await (await house.client.request("/api/definitions/settings/default")).json());
      const before = await inForce();
      await visit.go("/settings/manners");
      await page.getByText("Les e-mails partent du lundi au vendredi").waitFor();
      await page.getByLabel("vendredi").uncheck();
      await page.getByLabel("À", { exact: true }).fill("17:30");
      await page.getByLabel("Pourquoi").fill("Fermé le vendredi");
      await page.getByRole("button", { name: "Publier" }).first().click();
      await page.getByText("Les e-mails partent du lundi au jeudi").waitFor();

      const after = await inForce();
      expect(after.version).toBe(before.version + 1);
      expect(after).toMatchObject({ note: "Fermé le vendredi" });
      expect(after.files["settings.yaml"]).toBe(
        before.files["settings.yaml"]?.replace("[mon, tue, wed, thu, fri]", "[mon, tue, wed, thu]").replace('"18:00"', '"17:30"'),
      );

      await page.getByRole("button", { name: "Annuler l’action" }).click();
      await page.getByText("Les e-mails partent du lundi au vendredi").waitFor();
      expect((await inForce()).files).toEqual(before.files);
      await visit.close();
    },
    patience,
  );

  it(
    "tell a salesperson what is not theirs to change, and who may",
    async () => {
      const visit = await house.open({ locale: "fr-FR", as: "sales" });
      const { page } = visit;
      await visit.go("/settings/manners");
      const publish = page.getByRole("button", { name: "Publier" }).first();
      await publish.waitFor();
      expect(await publish.getAttribute("aria-disabled")).toBe("true");
      const reason = (await publish.getAttribute("aria-describedby")) ?? "";
      expect(await page.locator(`[id="${reason}"]`).textContent()).toContain("Réservé à un propriétaire ou un membre du marketing");

      await visit.go("/settings/keys");
      await page.getByText("Réservé à un propriétaire").waitFor();
      await visit.go("/settings/team");
      expect(await page.getByRole("button", { name: "Ajouter quelqu’un" }).getAttribute("aria-disabled")).toBe("true");
      await visit.inspect("settings-team-sales");
      await visit.close();
    },
    patience,
  );

  it(
    "say which record is missing, and give the letter to forward",
    async () => {
      const visit = await house.open({ locale: "fr-FR" });
      const { page } = visit;
      await visit.go("/settings/sender");
      const dmarc = page.locator(".record", { hasText: "Politique (DMARC)" });
      await dmarc.getByText("absent").waitFor();
      expect(await page.locator(".record", { hasText: "Signature (DKIM)" }).getByText("trouvé").count()).toBe(3);

      await page.getByRole("button", { name: /Copier la demande/ }).click();
      const letter = await eventually(
        () => page.evaluate(() => navigator.clipboard.readText()),
        (text) => text.includes("_dmarc"),
      );
      expect(letter).toContain("_dmarc.atelier-lumen.example");
      expect(letter).toContain("v=DMARC1; p=none");
      expect(letter).not.toContain("_domainkey");
      await visit.close();
    },
    patience,
  );

  it.each(readers)(
    "stand whole and sound, with the design system's page, for $locale, dark: $dark, phone: $phone",
    async (reader) => {
      const visit = await house.open(reader);
      for (const section of sections) {
        await visit.go(`/settings/${section}`);
        await visit.inspect(`settings-${section}`);
      }
      for (const path of ["/first-run", "/design"]) {
        await visit.go(path);
        await visit.inspect(path.slice(1));
      }

      expect(visit.complaints).toEqual([]);
      await visit.close();
    },
    patience,
  );
});
