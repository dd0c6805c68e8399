import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "#tests/e2e/client.ts";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";

/** What somebody types who wants the mail they get to act on whoever looks at it. */
const hostile = {
  firstName: `<img src=x onerror="top.hacked=1">"><script>top.hacked=1</script>`,
  company: "{{ 7 | times: 7 }}</td><style>*{display:none}</style>",
  email: "mallory@hostile.example",
};

describe.skipIf(!hasChromium)("a sequence's flow and a mail's preview, in a browser", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    const { client } = house;
    await client.submit("demo", { ...hostile, need: "shop", budget: "unknown", role: "decides", timing: "now", consent: "on" });
    await eventually(client.mails, (mails) => mails.some(({ to }) => to === hostile.email));
  }, 300_000);
  afterAll(async () => {
    await house.close();
  });

  it("reads as a list in the order things happen, with how many are where, on a French phone", { timeout: 120_000 }, async () => {
    const { page, ...visit } = await house.open({ phone: true });

    await visit.go("/sequences/demo");
    const flow = page.locator("[data-flow=demo]");
    const steps = flow.getByRole("list", { name: "Étapes de la version 1, dans l’ordre" }).locator(":scope > li");
    await steps.first().waitFor();
    expect(await steps.evaluateAll((all) => all.map((step) => step.getAttribute("data-kind")))).toEqual([
      "send",
      "wait",
      "send",
      "wait",
      "branch",
      "send",
      "wait",
      "send",
      "wait",
      "send",
      "end",
    ]);
    expect(await steps.nth(0).textContent()).toMatch(/^E-mail\s:.*9 envoyés8 remis/);
    expect(await flow.locator("[data-answer=yes] li").count()).toBe(1);
    await visit.inspect("sequence-flow");
    await steps.nth(2).getByRole("link").click();
    await page.waitForURL(/\/templates\/demo-2-facture$/);
    await visit.close();
  });

  it("shows a mail as a chosen person gets it, and what a stranger typed is text in it", { timeout: 120_000 }, async () => {
    const { page, ...visit } = await house.open({ locale: "en-GB" });

    await visit.go("/templates/demo-1-bienvenue");
    const preview = page.locator(".preview");
    const mail = preview.locator("iframe[data-dressed]");
    await mail.waitFor();
    await preview.getByRole("combobox").fill("mallory");
    await preview.getByRole("option").first().waitFor();
    await preview.getByRole("combobox").press("Enter");
    await preview.getByText(hostile.email).waitFor();
    const body = mail.contentFrame().locator("body");
    await body.getByText("<img src=x onerror=", { exact: false }).first().waitFor();
    expect(await body.locator("script, img, iframe").count()).toBe(0);
    expect(await body.isVisible()).toBe(true);
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(await mail.getAttribute("sandbox")).toBe("allow-same-origin");
    await body.getByRole("link").first().click();
    await preview.getByRole("tab", { name: "Phone" }).click();
    await mail.waitFor();
    expect(await mail.evaluate((frame) => frame.clientWidth)).toBe(390);
    const ground = () =>
      body.evaluate(({ ownerDocument }) => getComputedStyle(ownerDocument.querySelector(".page") ?? ownerDocument.body).backgroundColor);
    const light = await ground();
    await preview.getByRole("tab", { name: "Dark" }).click();
    await preview.locator("iframe[data-scheme=dark][data-dressed]").waitFor();
    expect(await ground()).not.toBe(light);
    await visit.inspect("mail-preview-dark");
    await preview.getByRole("tab", { name: "Plain text" }).click();
    await preview.locator("pre").waitFor();
    await visit.inspect("mail-preview-text");
    await visit.close();
  });
});
