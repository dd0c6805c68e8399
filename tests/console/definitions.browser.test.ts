import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "#console/src/i18n/en.ts";
import { fr } from "#console/src/i18n/fr.ts";
import { editor, goToLine, rewrite, settled } from "./house/editor.ts";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";

/** A day on a slow machine. */
const patience = 240_000;

async function publish(page: Page, words: typeof fr | typeof en, note: string): Promise<void> {
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog", { name: words["publish.title"] });
  await dialog.getByLabel(words["publish.note"]).fill(note);
  await dialog.getByRole("button", { name: words["definitions.publish"], exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

const quiet = (complaints: readonly string[]): readonly string[] => complaints.filter((complaint) => !/status of 4(04|12)/.test(complaint));

describe.skipIf(!hasChromium)("the marketer's day with texts", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse("empty");
  }, patience);
  afterAll(() => house?.close());

  it(
    "opens a sequence, is told a mistake at its line, mends it, compares, publishes with a note and restores, in French",
    async () => {
      const { page, go, inspect, close } = await house.open({ as: "marketer" });
      await go("/sequences");
      await inspect("sequences");
      await page.getByRole("link", { name: "Demande d’étude d’éclairage" }).click();
      await page.locator("[data-flow=demo]").waitFor();
      await inspect("sequence-flow");
      await page.getByRole("tab", { name: fr["definitions.side.text"] }).click();

      await rewrite(page, "reentry: P90D", 0, "X");
      await settled(page, 1);
      const problem = page.locator("button.problem");
      expect(await problem.innerText()).toMatch(/ligne 17/);
      expect(await problem.innerText()).toContain("P90DX n’est pas une durée");
      expect(await problem.innerText()).toContain("écrivez never (une seule fois), always (toujours), ou une durée comme P90D");
      await page.locator(".cm-lintRange-error").waitFor();
      const publishing = page.getByRole("button", { name: fr["definitions.publish"] });
      expect(await publishing.getAttribute("aria-disabled")).toBe("true");
      await inspect("sequence-problem");
      await goToLine(page, "sequence: demo");
      await problem.focus();
      await page.keyboard.press("Enter");
      await page.locator(".cm-activeLine", { hasText: "P90DX" }).waitFor();
      expect(await editor(page).evaluate((element) => element === document.activeElement)).toBe(true);

      await rewrite(page, "reentry: P90DX", 4, "60D");
      await settled(page, 0);
      await page.getByRole("tab", { name: fr["definitions.side.changes"] }).click();
      await page.locator(".cm-changedLine, .cm-deletedChunk", { hasText: "P90D" }).first().waitFor();
      await page.locator(".cm-changedLine", { hasText: "P60D" }).first().waitFor();
      await inspect("sequence-changes");
      await publish(page, fr, "On peut revenir plus tôt");
      await page.locator(".facts", { hasText: "Version 2" }).waitFor();
      expect(await page.locator(".facts").innerText()).toContain("On peut revenir plus tôt");

      await page.getByRole("tab", { name: fr["definitions.side.history"] }).click();
      await page.locator(".version", { hasText: "On peut revenir plus tôt" }).waitFor();
      await page.locator("#comparison .cm-changedLine", { hasText: "P60D" }).first().waitFor();
      await inspect("sequence-history");
      await page.getByRole("button", { name: fr["history.restore"] }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox").fill("Trois mois, finalement");
      await dialog.getByRole("button", { name: fr["history.restore"] }).click();
      await page.locator(".facts", { hasText: "Version 3" }).waitFor();
      await page.getByRole("tab", { name: fr["definitions.side.text"] }).click();

      await editor(page).locator(".cm-line", { hasText: "reentry: P90D" }).waitFor();
      await close();
    },
    patience,
  );

  it(
    "keeps what two people write at the same time: who comes second sees the other's version and decides",
    async () => {
      const [one, other] = await Promise.all([house.open({ as: "marketer" }), house.open({ as: "owner", locale: "en-GB", dark: true })]);
      await Promise.all([one.go("/website-forms/demo"), other.go("/website-forms/demo")]);
      await rewrite(one.page, "en: Your lighting study", 0, " A");
      await rewrite(other.page, "en: Thank you, we have it", 0, " B");
      await Promise.all([settled(one.page, 0), settled(other.page, 0)]);

      await publish(one.page, fr, "Le premier");
      await one.page.locator(".facts", { hasText: "Version 2" }).waitFor();
      await publish(other.page, en, "The second");
      await other.page.getByRole("alert").filter({ hasText: "version 2" }).waitFor();
      await other.page.getByRole("button", { name: en["definitions.compareWithTheirs"] }).click();
      await other.page.locator(".cm-changedLine", { hasText: "Thank you" }).first().waitFor();
      expect(quiet(other.complaints)).toEqual([]);
      (other.complaints as string[]).length = 0;
      await other.inspect("form-overtaken");
      await other.page.getByRole("button", { name: en["definitions.keepMine"] }).click();
      await publish(other.page, en, "The second, knowingly");

      await other.page.locator(".facts", { hasText: "Version 3" }).waitFor();
      await Promise.all([one.close(), other.close()]);
    },
    patience,
  );

  it(
    "begins a new e-mail from a starter, on a phone and in English, and finds unpublished words again",
    async () => {
      const { page, go, inspect, close, complaints } = await house.open({ as: "marketer", locale: "en-GB", phone: true });
      await go("/templates");
      await inspect("templates");
      await page.getByRole("button", { name: en["definitions.email.new"] }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(en["definitions.nameLabel"]).fill("Offre d’été");
      await dialog.getByText("offre-d-ete").waitFor();
      await dialog.getByRole("button", { name: en["definitions.begin"] }).click();
      await page.waitForURL("**/templates/new/offre-d-ete");
      await settled(page, 0);
      await goToLine(page, "Write here what you have to say");
      await page.keyboard.press("Home");
      await page.keyboard.type("{{ person.fir");
      // By a touch: a key pressed within 75 ms of the list's coming is not taken for it (CodeMirror's interactionDelay).
      await page.getByRole("option", { name: "firstName" }).click();
      await page.keyboard.type(" | default: 'you' }} ");
      await settled(page, 0);
      await inspect("template-new");

      await page.getByRole("tab", { name: en["definitions.side.preview"] }).click();
      await page.locator(".preview").waitFor();
      await publish(page, en, "For the summer");
      await page.waitForURL("**/templates/offre-d-ete");
      await page.locator(".facts", { hasText: "Version 1" }).waitFor();
      await page.getByRole("tab", { name: en["definitions.side.text"], exact: true }).click();
      await goToLine(page, "preheader:");
      await page.keyboard.type(" ");
      await page.getByText(en["definitions.draft"]).waitFor();
      await page.getByRole("link", { name: en["definitions.email.title"] }).first().click();
      await page
        .getByRole("link", { name: /offre|Offre/ })
        .first()
        .click();

      await page.getByText(/Here is the text you left/).waitFor();
      await page.getByRole("button", { name: en["definitions.discard"] }).click();
      await page.getByText(/Here is the text you left/).waitFor({ state: "hidden" });
      expect(complaints).toEqual([]);
      await close();
    },
    patience,
  );

  it(
    "lets a viewer read the rules in words and the text, and says why nothing can be published",
    async () => {
      const { page, go, inspect, close } = await house.open({ as: "viewer", dark: true });
      await go("/scoring");
      await page.getByText("Décide de l’achat").waitFor();
      await page
        .getByText(/Votre rôle est «\sJe décide/)
        .first()
        .waitFor();
      await inspect("scoring-rules");
      await page.getByRole("tab", { name: fr["definitions.side.text"] }).click();
      await editor(page).waitFor();

      expect(await editor(page).getAttribute("contenteditable")).toBe("false");
      const publishing = page.getByRole("button", { name: fr["definitions.publish"] });
      expect(await publishing.getAttribute("aria-disabled")).toBe("true");
      const why = await publishing.getAttribute("aria-describedby");
      expect(await page.locator(`[id="${why}"]`).textContent()).toContain(fr["role.viewer"]);
      await inspect("scoring-text");
      await close();
    },
    patience,
  );
});
