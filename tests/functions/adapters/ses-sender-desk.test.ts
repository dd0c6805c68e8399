import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awsClientOptions } from "#functions/adapters/aws-client.ts";
import { dnsNameServers } from "#functions/adapters/dns/dns-name-servers.ts";
import { sesSenderDesk } from "#functions/adapters/ses/ses-sender-desk.ts";
import { readSenderStatus } from "#functions/work/read-sender-status.ts";
import { type StartedLocal, startLocal } from "#tests/local/start-local.ts";

describe("what SES knows of us, read by its own client", () => {
  let relance: StartedLocal;
  beforeAll(async () => {
    relance = await startLocal({ ses: { perDay: 200, perSecond: 1 } });
  });
  afterAll(() => relance.stop());
  const desk = () => sesSenderDesk(new SESv2Client(awsClientOptions(relance.aws)), relance.aws.AWS_REGION);

  it("is the account's quota, standing and list", async () => {
    expect(await desk().account()).toEqual({
      isProduction: true,
      isSending: true,
      standing: "HEALTHY",
      perSecond: 1,
      perDay: 200,
      sentLastDay: 0,
      suppressedFor: ["BOUNCE", "COMPLAINT"],
    });
  });

  it("is a domain with its keys and its MAIL FROM, or that it does not know it", async () => {
    const found = await desk().identity("lumen.example");

    expect(found).toMatchObject({
      kind: "found",
      identity: { name: "lumen.example", maySend: true, dkim: { state: "success", zone: "dkim.amazonses.com" } },
    });
    expect(found.kind === "found" ? found.identity.dkim.tokens : []).toHaveLength(3);
    expect(await desk().identity("nobody.invalid")).toEqual({ kind: "unknown" });
  });

  it("follows the domain name system: without the keys nothing is verified, and each record says so", async () => {
    const workshop = { sender: desk(), names: dnsNameServers(relance.aws.DNS_SERVER) };
    const of = { domain: "lumen.example", replyDomain: "replies.lumen.example" };
    const before = await readSenderStatus(workshop, of);
    await writeFile(join(relance.folder, "dns.json"), JSON.stringify({ "replies.lumen.example": { MX: ["10 mx.other.example"] } }));

    const after = await readSenderStatus(workshop, of);

    expect(before.records.filter(({ state }) => state !== "found").map(({ purpose }) => purpose)).toEqual(["dmarc"]);
    expect(before.identity?.maySend).toBe(true);
    expect(after.identity).toMatchObject({ maySend: false, verification: "pending" });
    expect(after.records.map(({ purpose, state }) => `${purpose} ${state}`)).toEqual([
      "dkim missing",
      "dkim missing",
      "dkim missing",
      "mail-from-mx missing",
      "mail-from-spf missing",
      "dmarc missing",
      "replies different",
    ]);
  });

  it("leaves the rest standing where SES does not answer", async () => {
    const away = sesSenderDesk(
      new SESv2Client({ ...awsClientOptions({ ...relance.aws, AWS_ENDPOINT_URL: "http://127.0.0.1:9" }), maxAttempts: 1 }),
      "eu-west-3",
    );

    const status = await readSenderStatus(
      { sender: away, names: dnsNameServers(relance.aws.DNS_SERVER) },
      { domain: "a.example", replyDomain: "r.a.example" },
    );

    expect(status).toMatchObject({ account: undefined, identity: undefined, identityProblem: "unanswered" });
    expect(status.problem).toContain("ECONNREFUSED");
    expect(status.records.map(({ purpose }) => purpose)).toEqual(["dmarc", "replies"]);
  });
});
