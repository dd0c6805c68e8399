import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { en } from "#console/src/i18n/en.ts";
import { buildConsole } from "#local/build-console.ts";
import { type Relance, startRelance } from "#local/relance.ts";
import { hasChromium, openChromium } from "#tests/browser/open-chromium.ts";

const owner = "lea@lumen.example";
const stranger = "stranger@elsewhere.example";
const clientId = "relance-console";

/** What the provider was asked for a token with. */
interface Grant {
  readonly type: string;
  readonly hasVerifier: boolean;
  readonly hasSecret: boolean;
}

/**
 * The certified library `oidc-provider` on loopback, as a company's own: the console is a public client that must use PKCE, id
 * tokens are short, refresh tokens are good once, and its own pages ask who one is.
 */
interface Company {
  readonly issuer: string;
  readonly grants: Grant[];
  /** Changes the address by which it sends people back, as somebody between might. */
  alter: ((answer: URL) => void) | undefined;
  /** Lets it know the console, once that has an address. */
  open(consoleUrl: string): Promise<void>;
  close(): Promise<void>;
}

/** The part of the library that is used here: it has no types of its own. */
interface Provider {
  callback(): RequestListener;
  on(
    event: "grant.success" | "grant.error",
    heard: (ctx: { readonly oidc: { readonly params: Readonly<Record<string, unknown>> } }) => void,
  ): void;
}
type ProviderClass = new (issuer: string, configuration: Readonly<Record<string, unknown>>) => Provider;

async function aCompany(): Promise<Company> {
  let answer: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server: Server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const grants: Grant[] = [];
  const company: Company = {
    issuer,
    grants,
    alter: undefined,
    open: async (consoleUrl) => {
      const library = "oidc-provider";
      const { default: OidcProvider } = (await import(library)) as { readonly default: ProviderClass };
      const provider = new OidcProvider(issuer, {
        clients: [
          {
            client_id: clientId,
            token_endpoint_auth_method: "none",
            grant_types: ["authorization_code", "refresh_token"],
            response_types: ["code"],
            redirect_uris: [`${consoleUrl}/signed-in`],
            post_logout_redirect_uris: [`${consoleUrl}/`],
          },
        ],
        pkce: { required: () => true },
        rotateRefreshToken: true,
        issueRefreshToken: () => true,
        clientBasedCORS: (_ctx: unknown, origin: string) => origin === consoleUrl,
        conformIdTokenClaims: false,
        claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
        findAccount: (_ctx: unknown, id: string) => ({
          accountId: id,
          claims: () => ({ sub: id, email: id, email_verified: true, name: "Léa Morel" }),
        }),
        ttl: { IdToken: 8, AccessToken: 60, AuthorizationCode: 60, RefreshToken: 3_600, Session: 3_600, Interaction: 600, Grant: 3_600 },
        cookies: { keys: ["a key for a test"] },
      });
      provider.on("grant.success", ({ oidc: { params } }) =>
        grants.push({
          type: String(params["grant_type"]),
          hasVerifier: params["code_verifier"] !== undefined,
          hasSecret: params["client_secret"] !== undefined,
        }),
      );
      const callback = provider.callback();
      answer = (request, response) => {
        const set = response.setHeader.bind(response);
        response.setHeader = (name, value) => set(name, name.toLowerCase() === "location" ? altered(String(value)) : value);
        return callback(request, response);
      };
      const altered = (location: string): string => {
        if (company.alter === undefined || !location.startsWith(`${consoleUrl}/signed-in`)) return location;
        const url = new URL(location);
        company.alter(url);
        return url.href;
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return company;
}

describe.skipIf(!hasChromium)("signing in with a certified OpenID provider, in Chromium", { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "relance-oidc-"));
  let company: Company;
  let relance: Relance;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let foreign: string[];

  beforeAll(async () => {
    await buildConsole({ say: () => undefined, warn: (text) => console.warn(text) });
    company = await aCompany();
    relance = await startRelance({
      folder,
      templates: "templates",
      schedule: false,
      signIn: { OIDC_ISSUER: company.issuer, OIDC_CLIENT_ID: clientId, OWNER_EMAIL: owner },
    });
    await company.open(relance.url);
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await relance?.stop();
    await company?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    foreign = [];
    company.alter = undefined;
    // The provider's own pages would fetch a font: they are not ours, and nobody is asked in a test.
    await context.route(
      (url) => ![relance.url, company.issuer].includes(url.origin),
      (route) => route.abort(),
    );
    page.on("request", (request) => {
      const from = request.frame().url();
      const isOurs = from.startsWith(relance.url) && request.url().startsWith("http");
      if (isOurs && ![relance.url, company.issuer].includes(new URL(request.url()).origin)) foreign.push(request.url());
    });
  });
  afterEach(async () => {
    expect(foreign).toEqual([]);
    await context.close();
  });

  /** From the door to the provider's first page; answers what it was asked with. */
  const knock = async (path = "/people"): Promise<URLSearchParams> => {
    await page.goto(`${relance.url}${path}`);
    const asked = page.waitForRequest((request) => request.url().startsWith(`${company.issuer}/auth`));
    await page.getByRole("button", { name: en["signIn.go"], exact: true }).click();
    return new URL((await asked).url()).searchParams;
  };
  const sayWho = async (who: string): Promise<void> => {
    await page.locator("[name=login]").fill(who);
    await page.locator("[name=password]").fill("anything");
    await page.locator("button[type=submit]").click();
    await page.locator("[name=prompt][value=consent]").waitFor({ state: "attached" });
    await page.locator("button[type=submit]").click();
  };
  const heldBy = (): Promise<string | null> => page.evaluate(() => sessionStorage.getItem("relance.session"));
  const expectDoor = async (text: string): Promise<void> => {
    await page.getByText(text).waitFor();
    expect(await heldBy()).toBeNull();
  };

  it("asks for a code with PKCE, comes back to where one was going, and keeps nothing of it in the address", async () => {
    const asked = await knock("/people?sort=name");
    const before = company.grants.length;
    await sayWho(owner);
    await page.locator("h1").waitFor();
    await page.waitForURL(`${relance.url}/people?sort=name`);

    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: clientId,
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: `${relance.url}/signed-in`,
      scope: expect.stringMatching(/^openid email profile/),
    });
    for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name), name).toMatch(/^[\w-]{40,}$/);
    expect(asked.get("state")).not.toBe(asked.get("nonce"));
    expect(company.grants.slice(before)[0]).toEqual({ type: "authorization_code", hasVerifier: true, hasSecret: false });
    await page.getByText("Léa Morel").first().waitFor();
    const kept = await page.evaluate(() => JSON.stringify([localStorage, document.cookie]));
    expect(kept).not.toContain("eyJ");
    expect(await page.evaluate(() => sessionStorage.getItem("relance.signing-in"))).toBeNull();
  });

  it("renews a token before it ends, without anybody noticing, each refresh token once", async () => {
    await knock();
    await sayWho(owner);
    await page.getByText("Léa Morel").first().waitFor();
    const first = await heldBy();
    const renewals = () => company.grants.filter(({ type }) => type === "refresh_token").length;
    const before = renewals();

    await expect.poll(renewals, { timeout: 120_000, interval: 500 }).toBeGreaterThan(before);
    const second: { refreshToken?: string; token?: string } = JSON.parse((await heldBy()) ?? "{}");
    expect(JSON.parse(first ?? "{}")).not.toMatchObject({ refreshToken: second.refreshToken });
    await page.reload();
    await page.getByText("Léa Morel").first().waitFor();
  });

  it("signs out here and at the provider, which asks again who one is", async () => {
    await knock();
    await sayWho(owner);
    await page.getByText("Léa Morel").first().click();
    await page.getByRole("button", { name: en["who.signOut"] }).click();
    await page.waitForURL((url) => url.origin === company.issuer);
    await page.getByRole("button", { name: /yes/i }).click();
    await page.waitForURL(`${relance.url}/**`);

    expect(await heldBy()).toBeNull();
    await page.getByRole("button", { name: en["signIn.go"], exact: true }).click();
    await page.locator("[name=login]").waitFor();
  });

  it("stays closed to who is known there and not in the team, and says whom to ask", async () => {
    await knock();
    await sayWho(stranger);

    await expectDoor(en["signIn.fault.not-a-member"]);
    await page.getByText(stranger).waitFor();
    expect((await relance.stores.members.list()).map(({ email }) => email)).not.toContain(stranger);
  });

  it("stays closed to who gives up at the provider", async () => {
    await knock();
    await page.getByText(/cancel/i).click();

    await expectDoor(en["signIn.fault.denied"]);
  });

  it.each([
    ["with another state", (url: URL) => url.searchParams.set("state", "another")],
    ["from another issuer (RFC 9207)", (url: URL) => url.searchParams.set("iss", "https://id.evil.example")],
    ["without its issuer", (url: URL) => url.searchParams.delete("iss")],
  ] as const)("takes no answer %s", async (_what, alter) => {
    company.alter = alter;
    const before = company.grants.length;
    await knock();
    await sayWho(owner);

    await expectDoor(en["signIn.fault.stale"]);
    expect(company.grants).toHaveLength(before);
  });

  it("takes no answer to what was begun in another tab, nor the same one twice", async () => {
    await page.goto(`${relance.url}/signed-in?code=stolen&state=stolen&iss=${encodeURIComponent(company.issuer)}`);

    await expectDoor(en["signIn.fault.stale"]);
    expect(page.url()).not.toContain("stolen");
  });

  it("takes no token that was made for another sign-in", async () => {
    await page.route(`${company.issuer}/token`, async (route) => {
      const answer = await route.fetch();
      const tokens = (await answer.json()) as { id_token: string };
      const [header, payload = "", signature] = tokens.id_token.split(".");
      const claims: Record<string, unknown> = JSON.parse(Buffer.from(payload, "base64url").toString());
      const replayed = Buffer.from(JSON.stringify({ ...claims, nonce: "another" })).toString("base64url");
      await route.fulfill({ response: answer, json: { ...tokens, id_token: `${header}.${replayed}.${signature}` } });
    });
    await knock();
    await sayWho(owner);

    await expectDoor(en["signIn.fault.stale"]);
  });

  it("says so where the provider does not answer", async () => {
    await page.route(`${company.issuer}/token`, (route) => route.abort("connectionrefused"));
    await knock();
    await sayWho(owner);

    await expectDoor(en["signIn.fault.provider"]);
  });
});
