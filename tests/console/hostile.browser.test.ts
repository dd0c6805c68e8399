import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { eventually } from "#tests/e2e/client.ts";
import { hasChromium } from "#tests/browser/open-chromium.ts";
import { type House, openHouse } from "./house/house.ts";

/** Each would call `ran` if a page took it for more than text. */
const attacks = [
  `"><img src=x onerror=ran(1)>`,
  "<script>ran(2)</script>",
  "<svg/onload=ran(3)>",
  "javascript:ran(4)",
  `{{constructor.constructor('ran(5)')()}}`,
  `</title></textarea></style><iframe srcdoc="<script>parent.ran(6)</script>">`,
  "'-ran(7)-'\" autofocus onfocus=ran(8) x=",
  `<a href="javascript:ran(9)">call</a>`,
] as const;
const formula = '=HYPERLINK("https://evil.example","x")';
const itemsSchema = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

describe.skipIf(!hasChromium)("what hostile people send", () => {
  let house: House;
  let ids: readonly string[] = [];
  beforeAll(async () => {
    house = await openHouse("empty");
    ids = await fill();
  }, 240_000);
  afterAll(() => house?.close());

  const send = async (method: string, path: string, body: unknown): Promise<unknown> => {
    const answer = await house.client.request(path, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    expect(answer.status, `${method} ${path}: ${text}`).toBeLessThan(400);
    return text === "" ? undefined : JSON.parse(text);
  };
  const refusedOrDone = async (path: string, body: unknown): Promise<void> => {
    const answer = await house.client.request(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(answer.status, `${path}: ${await answer.text()}`).toBeLessThan(500);
  };

  /** A list whose name, headings, cells and evidence are attacks: some rows come in, others are refused and shown with why. */
  const bringHostileList = async (): Promise<void> => {
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const rows = attacks.map((attack, index) => [index % 2 === 0 ? `listed${index}@example.com` : attack, attack, formula, attack]);
    const form = new FormData();
    const csv = [["email", "firstName", "stage", attacks[0]], ...rows].map((row) => row.map(cell).join(",")).join("\n");
    form.set("file", new Blob([csv], { type: "text/csv" }), `${attacks[0].replaceAll('"', "'")}.csv`);
    for (const [name, text] of Object.entries({ basis: "consent", evidence: attacks[1], tags: attacks[2], dryRun: "false" }))
      form.set(name, text);
    const answer = await house.client.request("/api/imports", { method: "POST", body: form });
    expect(answer.status, await answer.text()).toBe(202);
  };

  /** A base full of it, through the doors that strangers and the team have. */
  const fill = async (): Promise<readonly string[]> => {
    for (const [index, attack] of attacks.entries()) {
      const answer = await house.client.submit("demo", {
        email: `hostile${index}@example.com`,
        firstName: attack,
        company: index === 0 ? formula : attack,
        need: "workshop",
        budget: "5k-20k",
        role: "decides",
        timing: "quarter",
        consent: "on",
      });
      expect(answer.status).toBeLessThan(400);
    }
    const source = await house.client.source({
      kind: "json",
      name: attacks[0],
      basis: "consent",
    });
    const hook = await fetch(source.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        id: attacks[0],
        email: "hooked@example.com",
        firstName: attacks[5],
        company: attacks[2],
        [attacks[0]]: attacks[1],
        file: { name: attacks[0], url: attacks[3] },
      }),
    });
    expect(hook.status).toBeLessThan(400);
    const { items: people } = await eventually(
      () => house.client.people(),
      ({ items }) => items.length > attacks.length,
    );
    for (const [index, attack] of attacks.entries()) {
      const id = people[index]?.id ?? "";
      await send("POST", `/api/people/${id}/notes`, { text: attack });
      await send("PATCH", `/api/people/${id}`, { tags: { add: [attack.slice(0, 40)], remove: [] } });
      await send("POST", `/api/people/${id}/stage`, { stage: "proposal", reason: attack });
      await send("POST", `/api/people/${id}/calls`, { outcome: "no-answer", text: attack });
      await send("POST", "/api/views", { name: attack.slice(0, 40), shared: index % 2 === 0, query: { q: attack.slice(0, 40) } });
      await send("POST", "/api/team", { name: attack.slice(0, 60), email: `m${index}@lumen.example`, role: "viewer" });
      await send("POST", "/api/keys", { name: attack.slice(0, 60), scopes: ["people:read"] });
      await refusedOrDone(`/api/definitions/sequence/${encodeURIComponent(attack)}`, {
        files: { [`sequences/${attack}.yaml`]: attack },
        note: attack,
      });
    }
    await bringHostileList();
    const [mail] = await eventually(
      () => house.client.mails(),
      (mails) => mails.length > 0,
    );
    if (mail !== undefined) await house.client.happen(mail.id, { type: "reply", text: attacks.join("\n") });
    const email = z
      .object({ files: z.record(z.string(), z.string()) })
      .parse(await (await house.client.request("/api/definitions/email/demo-5-au-revoir")).json());
    const files = Object.fromEntries(
      Object.entries(email.files).map(([name, text]) => [
        name,
        text.replace(/^subject: .*$/m, `subject: ${JSON.stringify(`${attacks[0]} ${attacks[1]}`)}`),
      ]),
    );
    await refusedOrDone("/api/definitions/email/demo-5-au-revoir", { files, note: attacks[0] });
    return people.map(({ id }) => id);
  };

  /** A window in which whatever runs, asks elsewhere or is stopped by the policy is noted. */
  const watched = async (locale: "fr-FR" | "en-GB") => {
    const visit = await house.open({ locale });
    const ran: string[] = [];
    const policies = new Map<string, string>();
    await visit.page.exposeFunction("ran", (which: unknown) => ran.push(String(which)));
    await visit.page.exposeFunction("violated", (what: string) => ran.push(`policy: ${what}`));
    await visit.page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
        Reflect.get(window, "violated")?.(`${violatedDirective} ${blockedURI}`);
      });
    });
    visit.page.on("response", (response) => {
      if (response.headers()["content-type"]?.startsWith("text/html") === true)
        policies.set(new URL(response.url()).pathname, response.headers()["content-security-policy"] ?? "none");
    });
    return { visit, ran, policies };
  };

  const expectNothingInjected = async (page: Page, path: string): Promise<void> => {
    for (const frame of page.frames()) {
      const looking = frame.evaluate(() =>
        Array.from(document.querySelectorAll("*"))
          .filter(
            (element) =>
              Array.from(element.attributes).some(
                ({ name, value }) => name.startsWith("on") || (/^\s*javascript:/i.test(value) && ["href", "src", "action"].includes(name)),
              ) ||
              (element.localName === "script" && !element.hasAttribute("src")) ||
              (element.localName === "img" && element.getAttribute("src") === "x"),
          )
          .map((element) => element.outerHTML.slice(0, 200)),
      );
      // A preview is framed anew as its mail is made: a frame that has gone holds nothing.
      const injected = await looking.catch((fault: unknown) => {
        if (frame.isDetached()) return [];
        throw fault;
      });
      expect(injected, path).toEqual([]);
    }
  };

  const expectSoundPolicies = (policies: ReadonlyMap<string, string>): void => {
    expect(policies.size).toBeGreaterThan(0);
    for (const [path, policy] of policies) {
      expect(policy, path).toMatch(/default-src 'none'/);
      expect(policy, path).not.toMatch(/unsafe-inline|unsafe-eval|\*(?![:\d])|https:/);
      expect(policy, path).toMatch(/base-uri 'none'/);
      expect(policy, path).toMatch(/frame-ancestors/);
    }
  };

  it.each(["fr-FR", "en-GB"] as const)(
    "is text on every page of the console, and on all that these lead to: %s",
    async (locale) => {
      const { visit, ran, policies } = await watched(locale);
      const { page } = visit;
      const kinds = new Map<string, number>();
      const waiting = [
        "/people",
        ...ids.slice(0, 3).map((id) => `/people/${id}`),
        `/people?q=${encodeURIComponent(attacks[0])}`,
        `/nothing/${encodeURIComponent(attacks[1])}`,
      ];
      const seen = new Set<string>();

      while (waiting.length > 0) {
        const path = waiting.shift() ?? "";
        const kind = path.replaceAll(/[a-z]{2,3}_[0-9A-Z]{26}/g, "*").replace(/\?.*/, "");
        if (seen.has(path) || (kinds.get(kind) ?? 0) >= 3) continue;
        seen.add(path);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        await visit.go(path);
        await expectNothingInjected(page, path);
        const links = await page.locator("a[href^='/']").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
        waiting.push(...links.filter((link) => !/^\/(local|api|forms|u)\//.test(link)));
      }

      expect(ran).toEqual([]);
      expect(visit.complaints.filter((complaint) => !/status of 404/.test(complaint))).toEqual([]);
      expect(seen.size).toBeGreaterThan(6);
      expectSoundPolicies(policies);
      await visit.close();
    },
    300_000,
  );

  it("is text in the hosted form, in what it says is wrong, in the mailbox and on every page a mail leads to", async () => {
    const { visit, ran, policies } = await watched("fr-FR");
    const { page } = visit;
    const { url, token } = house.relance;
    const query = attacks
      .map((attack, index) => `${["firstName", "company", "email", "lang", "x"][index % 5]}=${encodeURIComponent(attack)}`)
      .join("&");

    await page.goto(`${url}/forms/demo?${query}`);
    await expectNothingInjected(page, "form");
    await page.getByLabel(/Prénom/).fill(attacks[0]);
    await page.getByLabel(/Entreprise/).fill(attacks[6]);
    await page.locator("form").evaluate((form) => form.setAttribute("novalidate", ""));
    await page.getByLabel(/Adresse e-mail/).fill(`a"${attacks[2]}@x`);
    await page.locator("form button, form input[type=submit]").first().click();
    await page.locator(".summary, .error").first().waitFor();
    await expectNothingInjected(page, "refused form");
    for (const path of ["/local/", "/local/mailbox"]) {
      await page.goto(`${url}${path}#token=${token}`);
      await page.locator("main:visible").first().waitFor();
      await page.waitForLoadState("networkidle");
      await expectNothingInjected(page, path);
    }
    const mails = await house.client.mails();
    for (const { html } of mails.slice(0, 4)) {
      expect(html).not.toMatch(/<script|<img src=x|<svg\/onload|<iframe/i);
      const leave = /href="([^"]*\/u\/[^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
      if (leave !== undefined) await page.goto(leave);
      await expectNothingInjected(page, "unsubscribe");
    }
    for (const path of [
      `/forms/${encodeURIComponent(attacks[0])}`,
      `/u/${encodeURIComponent(attacks[1])}`,
      `/hooks/${encodeURIComponent(attacks[2])}`,
    ]) {
      await page.goto(`${url}${path}`).catch(() => undefined);
      await expectNothingInjected(page, path);
    }

    expect(mails.length).toBeGreaterThan(0);
    expect(ran).toEqual([]);
    expectSoundPolicies(policies);
    await visit.close();
  }, 240_000);

  it("is text in a spreadsheet: no cell of the export is a formula", async () => {
    const answer = z.object({ csv: z.string() }).parse(await (await house.client.request("/api/people/export")).json());
    const cells = z
      .array(z.array(z.string()))
      .parse(parse(answer.csv, { bom: true, relax_column_count: true }))
      .flat();

    expect(cells.filter((cell) => /^[\s]*[=+\-@\t\r]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell))).toEqual([]);
    expect(cells.some((cell) => cell.includes("HYPERLINK"))).toBe(true);
  });

  it("changes nothing of what is answered to others", async () => {
    for (const path of ["/api/team", "/api/keys", "/api/views", "/api/sources"]) {
      const answer = await house.client.request(path);
      expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(itemsSchema.parse(await answer.json()).items.length).toBeGreaterThan(0);
    }
  });
});
