import { createHmac } from "node:crypto";
import { base64url, exportSPKI, generateKeyPair, SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { verifyIdToken } from "#functions/access/verify-id-token.ts";
import { anIssuer, claimsOf, clientId, issuer, type TestIssuer } from "./an-issuer.ts";

const now = Date.UTC(2026, 10, 24, 9);
const at = now / 1000;
const email = "zoe@lumen.example";
let ours: TestIssuer;
beforeAll(async () => {
  ours = await anIssuer(() => now);
});

const verify = (token: string) => verifyIdToken(token, { issuer, clientId, keyOf: ours.provider.keyOf, now });
const encode = (value: unknown) => base64url.encode(JSON.stringify(value));

describe("an id token", () => {
  it("is good for the address that its issuer vouches for, in lower case", async () => {
    expect(await verify(await ours.token("Zoe@Lumen.example", { name: "Zoé" }))).toEqual({
      kind: "verified",
      identity: { email, name: "Zoé" },
    });
  });

  it("is good half a minute after its end, for clocks differ, and no longer", async () => {
    expect(await verify(await ours.token(email, { exp: at - 29 }))).toMatchObject({ kind: "verified" });
    expect(await verify(await ours.token(email, { exp: at - 31 }))).toMatchObject({ kind: "refused", detail: "Your session has ended." });
  });

  it.each([
    ["of another issuer", { iss: "https://id.evil.example" }],
    ["of the issuer's name with a slash more", { iss: `${issuer}/` }],
    ["for another program", { aud: "another" }],
    ["for several programs without saying which bears it", { aud: [clientId, "another"] }],
    ["borne by another program", { aud: [clientId, "another"], azp: "another" }],
    ["without an end", { exp: undefined }],
    ["without a beginning", { iat: undefined }],
    ["without a subject", { sub: undefined }],
    ["that begins in a minute", { nbf: at + 60 }],
    ["that was made in a minute", { iat: at + 60 }],
    ["made two days ago that never ends", { iat: at - 2 * 86_400, exp: at + 1e9 }],
    ["without an address", { email: undefined }],
    ["with an address nobody has verified", { email_verified: false }],
    ["with an address said to be verified in words", { email_verified: "true" }],
    ["with two addresses in one", { email: "zoe@lumen.example,owner@lumen.example" }],
    ["with a letter that only looks like ours", { email: "zo\u212A@lumen.example" }],
    ["with an address that is no text", { email: { toString: "zoe" } }],
  ])("is refused %s", async (_what, change) => {
    const verified = await verify(await ours.token(email, change));

    expect(verified.kind).toBe("refused");
    if (verified.kind === "refused") expect(verified.remedy.length).toBeGreaterThan(5);
  });

  it.each(["at+jwt", "logout+jwt", "refresh+jwt"])("is refused if it is of the type %s", async (typ) => {
    expect(await verify(await ours.token(email, {}, { typ }))).toMatchObject({ kind: "refused" });
  });

  it("tells a wrong clock from a wrong token", async () => {
    const verified = await verify(await ours.token(email, { nbf: at + 3_600 }));

    expect(verified).toMatchObject({ remedy: expect.stringContaining("clock") });
  });
});

describe("a forged token", () => {
  it("is refused where anything of it was altered", async () => {
    const [header = "", payload = "", signature = ""] = (await ours.token(email)).split(".");
    const owner = encode({ ...claimsOf("owner@lumen.example", now) });
    const flipped = `${signature.slice(0, -4)}${signature.at(-4) === "A" ? "B" : "A"}${signature.slice(-3)}`;

    for (const token of [`${header}.${owner}.${signature}`, `${header}.${payload}.${flipped}`, `${header}.${payload}.`])
      expect(await verify(token), token).toMatchObject({ kind: "refused" });
  });

  it.each(["none", "None", "NONE", "nOnE", ""])("is refused with the algorithm %j", async (alg) => {
    const claims = encode(claimsOf("owner@lumen.example", now));

    for (const signature of ["", "AAAA"])
      expect(await verify(`${encode({ alg, typ: "JWT" })}.${claims}.${signature}`)).toMatchObject({ kind: "refused" });
  });

  it.each(["HS256", "HS384", "HS512"])("is refused if it takes the public key for a %s secret", async (alg) => {
    const signed = `${encode({ alg, kid: "one", typ: "JWT" })}.${encode(claimsOf("owner@lumen.example", now))}`;
    const pem = await exportSPKI(ours.publicKey);
    const signature = createHmac(`sha${alg.slice(2)}`, pem)
      .update(signed)
      .digest("base64url");

    expect(await verify(`${signed}.${signature}`)).toMatchObject({ kind: "refused" });
  });

  it.each(["one", "two", undefined])("is refused if a key of another's signed it as %j", async (kid) => {
    const foreign = await generateKeyPair("RS256");
    const token = await new SignJWT(claimsOf(email, now))
      .setProtectedHeader(kid === undefined ? { alg: "RS256" } : { alg: "RS256", kid })
      .sign(foreign.privateKey);

    expect(await verify(token)).toMatchObject({ kind: "refused" });
  });

  it("is refused if it brings its own key, or says where to fetch one", async () => {
    const foreign = await generateKeyPair("RS256", { extractable: true });
    const { exportJWK } = await import("jose");
    const jwk = await exportJWK(foreign.publicKey);
    const before = ours.asked.length;
    for (const header of [{ jwk }, { jku: "https://evil.example/jwks" }, { x5u: "https://evil.example/cert" }]) {
      const token = await new SignJWT(claimsOf(email, now))
        .setProtectedHeader({ alg: "RS256", kid: "one", ...header })
        .sign(foreign.privateKey);
      expect(await verify(token)).toMatchObject({ kind: "refused" });
    }

    expect(ours.asked.slice(before).filter((url) => !url.startsWith(issuer))).toEqual([]);
  });

  it.each(["", "a", "a.b", "a.b.c", "....", "eyJhbGciOiJSUzI1NiJ9..", `${"a".repeat(5_000)}.b.c`])(
    "is refused where it is no token: %j",
    async (token) => {
      expect(await verify(token)).toMatchObject({ kind: "refused" });
    },
  );
});
