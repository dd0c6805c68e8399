import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { ParkedView } from "#contract/api.ts";
import { because } from "#core/reason/sentences.ts";
import { explainFault } from "#core/wording/explain-fault.ts";
import { explainReason } from "#core/wording/explain-reason.ts";
import { fr } from "#console/src/i18n/fr.ts";
import { editor, rewrite, settled } from "./house/editor.ts";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";

/** A day on a slow machine. */
const patience = 240_000;

/** The one problem of the text: where it is said to stand, what it is, what would mend it, and what the line's own mark says. */
async function problemOf(page: Page): Promise<{ readonly place: string; readonly told: string; readonly mark: string }> {
  await settled(page, 1);
  const [place = "", ...told] = (await page.locator("button.problem").innerText()).split("\n");
  await page.locator(".cm-lintRange-error").first().hover();
  const mark = await page.locator(".cm-tooltip .cm-diagnosticText").first().innerText();
  await page.mouse.move(0, 0);
  return { place, told: told.join(" ").replaceAll("\u00a0", " "), mark: mark.replaceAll("\u00a0", " ") };
}

const quiet = (complaints: readonly string[]): readonly string[] => complaints.filter((complaint) => !/status of 4(12|22)/.test(complaint));

describe.skipIf(!hasChromium)("a marketer who works in French", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse("empty");
  }, patience);
  afterAll(() => house?.close());

  it(
    "breaks a sequence, a form and an e-mail, and reads each problem in French, in the list and at its line",
    async () => {
      const at = async (path: string) => {
        const visit = await house.open({ as: "marketer" });
        await visit.go(path);
        await visit.page.getByRole("tab", { name: fr["definitions.side.text"], exact: true }).click();
        await editor(visit.page).waitFor();
        return visit;
      };

      const sequence = await at("/sequences/demo");
      await rewrite(sequence.page, 'audience: "!bought"', 1, ' && person.compny == 1"');
      const field = await problemOf(sequence.page);
      expect(field.place).toMatch(/sequences\/demo\.yaml.*ligne \d+.*audience/);
      expect(field.told).toBe("le champ compny n’existe pas Pour y remédier : vouliez-vous dire company ?");
      expect(field.mark).toBe("le champ compny n’existe pas\nvouliez-vous dire company ?");
      await sequence.inspect("french-sequence-problem");
      await sequence.close();

      const form = await at("/website-forms/demo");
      await rewrite(form.page, "honeypot: website", "website".length, "company");
      const trap = await problemOf(form.page);
      expect(trap.place).toMatch(/forms\/demo\.yaml.*ligne \d+.*honeypot/);
      expect(trap.told).toContain("company est un champ que les gens voient");
      expect(trap.told).toContain("Pour y remédier : choisissez un nom que ne porte aucun champ, comme website");
      await rewrite(form.page, "honeypot: company", 0, ": x");
      await form.page.getByText("il y a deux clés sur cette ligne, ou deux-points dans un texte sans guillemets").first().waitFor();
      expect((await problemOf(form.page)).mark).toContain("vérifiez le décalage et les guillemets autour de cette ligne");
      await form.close();

      const email = await at("/templates/demo-2-facture");
      await rewrite(email.page, "<mj-preview>", 0, "<mj-txt />");
      const tag = await problemOf(email.page);
      expect(tag.place).toMatch(/demo-2-facture\.fr\.mjml.*ligne \d+.*mj-txt/);
      expect(tag.told).toBe("MJML n’a pas de <mj-txt> Pour y remédier : vérifiez l’orthographe (documentation.mjml.io)");
      await email.inspect("french-email-problem");
      await email.close();
    },
    patience,
  );

  it(
    "reads in French why work was given up, also of what nobody foresaw",
    async () => {
      const { page, go, inspect, close } = await house.open({ as: "marketer" });
      const item = (key: string, problem: string): ParkedView => ({
        key,
        kind: "submission",
        personId: null,
        email: `${key}@example.com`,
        name: null,
        sequence: null,
        step: null,
        because: { code: "gave-up", text: explainReason(because("gave-up", { tries: 8, problem })) },
        parkedAt: "2026-11-24T09:00:00.000Z",
        problem,
        problemText: explainFault(problem),
        attempts: 8,
        uncertain: false,
      });
      const items = [
        item("a", "ThrottlingException: Rate exceeded"),
        item("b", "person-busy: The person per_1 was changed by others 12 times in a row."),
        item("c", "TypeError: x is not a function"),
      ];
      await page.route("**/api/parked?*", (route) => route.fulfill({ json: { items, next: null } }));
      await go("/parked");

      const said = page.locator("p").filter({ hasText: "Abandon après 8 essais" });
      await said.first().waitFor();
      expect(await page.locator("p.said").count()).toBe(0);
      expect((await said.allInnerTexts()).map((text) => text.replaceAll("\u00a0", " ").split(" essais : ")[1])).toEqual([
        "AWS a demandé de ralentir. Cela passe tout seul : ce qui s’est arrêté peut être réessayé. (ThrottlingException)",
        "La personne per_1 a été modifiée par d’autres 12 fois de suite pendant ce travail. (person-busy)",
        "Échec inattendu. Texte technique, pour la personne qui exploite Relance : TypeError: x is not a function",
      ]);
      await inspect("french-parked");
      await close();
    },
    patience,
  );

  it(
    "is told in French that somebody published meanwhile, and what a field of a settings' form refuses",
    async () => {
      const { page, go, inspect, close, complaints } = await house.open({ as: "marketer" });
      await go("/settings/manners");
      const company = page.getByLabel(fr["who.company"], { exact: true });
      await company.fill("   ");
      const publish = page.locator("form").filter({ has: company }).getByRole("button", { name: fr["manners.publish"] });
      await publish.click();
      await page.getByText("écrivez quelque chose ici").waitFor();

      await company.fill("Atelier Lumen et Cie");
      const path = "/api/definitions/settings/default";
      const { files, version } = z
        .object({ files: z.record(z.string(), z.string()), version: z.number() })
        .parse(await (await house.client.request(path)).json());
      const other = await house.client.request(path, {
        method: "POST",
        headers: { "content-type": "application/json", "if-match": `"${version}"` },
        body: JSON.stringify({ files: { "settings.yaml": `${files["settings.yaml"]}# changed meanwhile\n` } }),
      });
      expect(other.status).toBe(200);
      await publish.click();

      const refusal = page.getByRole("alert").filter({ hasText: "a été publiée entre-temps" });
      await refusal.waitFor();
      expect(await refusal.innerText()).toMatch(/La version \d+ a été publiée entre-temps par .+\./);
      expect(await refusal.innerText()).toContain("Relisez-le, voyez ce qui a changé");
      expect(quiet(complaints)).toEqual([]);
      (complaints as string[]).length = 0;
      await inspect("french-settings-conflict");
      await close();
    },
    patience,
  );
});
