import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";

describe.skipIf(!hasChromium)("merging two people in the console", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    for (const [email, firstName, lastName] of [
      ["chloe.durand@gmail.com", "Chloé", "Durand"],
      ["chloedurand+salon@gmail.com", "Chloé", "Durand"],
      ["lea.petit@gmail.com", "Léa", "Petit"],
      ["lea.petit@gmial.com", "Léa", "Petit"],
    ]) {
      const added = await house.client.request("/api/people", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          email,
          firstName,
          lastName,
          phone: firstName === "Chloé" ? "06 12 34 56 78" : "",
          basis: "consent",
          proof: "Salon",
        }),
      });
      expect(added.status).toBe(201);
    }
  }, 300_000);
  afterAll(() => house?.close());

  it("finds the other, shows side by side what there would be, merges and takes it back, in French", { timeout: 300_000 }, async () => {
    const visit = await house.open({ locale: "fr-FR" });
    const { page } = visit;
    const paul = await house.client.person("paul.mercier@garage-mercier.example");
    await visit.go(`/people/${paul?.id}`);

    await page.getByRole("button", { name: "Fusionner avec…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("searchbox").fill("lea.petit@gmail");
    await dialog.getByRole("button", { name: /^Choisir Léa/ }).click();
    await dialog.getByRole("columnheader", { name: "Après la fusion" }).waitFor();
    expect(await dialog.getByRole("row", { name: /^Adresse/ }).innerText()).toContain("(lea.petit@gmail.com)");
    await visit.inspect("merge-dialog");
    await dialog.getByLabel("Adresse à laquelle écrire").selectOption({ label: "lea.petit@gmail.com" });
    await expect.poll(() => dialog.getByRole("row", { name: /^Adresse/ }).innerText()).toContain("(paul.mercier@garage-mercier.example)");
    await dialog.getByRole("button", { name: "Garder plutôt l’autre" }).click();
    await dialog.getByRole("button", { name: "Garder plutôt l’autre" }).click();
    await dialog.getByRole("button", { name: "Fusionner", exact: true }).click();

    await page
      .getByText(/Fusion avec lea\.petit@gmail\.com/)
      .first()
      .waitFor();
    await expect.poll(async () => (await house.client.person("lea.petit@gmail.com"))?.id).toBe(paul?.id);
    await visit.inspect("merged-person");
    await page.getByRole("button", { name: "Annuler la fusion" }).click();
    await page.getByText("Les deux fiches sont de retour").waitFor();
    await expect.poll(async () => (await house.client.person("lea.petit@gmail.com"))?.id).not.toBe(paul?.id);
    await visit.close();
  });

  it("suggests who is likely to be there twice, on a page of its own and on each person's, in English", { timeout: 300_000 }, async () => {
    const visit = await house.open({ locale: "en-GB", as: "sales" });
    const { page } = visit;
    await visit.go("/people");
    await page.getByRole("link", { name: "Likely duplicates" }).click();
    await page.getByRole("heading", { name: /Léa Petit/ }).waitFor();
    await visit.inspect("duplicates");

    const chloe = page.getByRole("region", { name: /Chloé Durand/ });
    await chloe.getByText("96% sure").waitFor();
    await chloe.getByRole("button", { name: "Compare and merge" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Merge", exact: true }).click();
    await page.getByText(/is merged into/).waitFor();
    await page.getByRole("button", { name: /^Undo/ }).first().click();
    await expect
      .poll(async () => (await house.client.person("chloedurand+salon@gmail.com"))?.email, { timeout: 30_000 })
      .toBe("chloedurand+salon@gmail.com");

    const lea = await house.client.person("lea.petit@gmial.com");
    await visit.go(`/people/${lea?.id}`);
    await page.getByRole("heading", { name: "Looks like the same as" }).waitFor();
    await visit.inspect("lookalike");
    await page.getByRole("button", { name: "Not the same" }).click();
    await page.getByText(/are not suggested again/).waitFor();
    await expect.poll(() => page.getByRole("heading", { name: "Looks like the same as" }).count()).toBe(0);
    await visit.close();
  });

  it("leads an old link to the one who stays, and is sound in the dark and on a phone", { timeout: 300_000 }, async () => {
    const [one, other] = await Promise.all(
      ["chloe.durand@gmail.com", "chloedurand+salon@gmail.com"].map((email) => house.client.person(email)),
    );
    await house.client.request(`/api/people/${one?.id}/merge`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ other: other?.id }),
    });
    for (const reader of [{ dark: true }, { phone: true }, { dark: true, phone: true }] as const) {
      const visit = await house.open(reader);
      await visit.go(`/people/${other?.id}`);
      await expect.poll(() => visit.page.url()).toContain(one?.id);
      await visit.page
        .getByText(/Fusion avec/)
        .first()
        .waitFor();
      await visit.inspect("merged-person");
      await visit.page.getByRole("button", { name: "Fusionner avec…" }).click();
      await visit.page.getByRole("dialog").getByRole("searchbox").fill("lea.petit");
      await visit.page
        .getByRole("dialog")
        .getByRole("button", { name: /^Choisir Léa/ })
        .first()
        .click();
      await visit.page.getByRole("dialog").getByRole("columnheader", { name: "Après la fusion" }).waitFor();
      await visit.inspect("merge-dialog");
      await visit.go("/people/duplicates");
      await visit.inspect("duplicates");
      await visit.close();
    }
  });
});
