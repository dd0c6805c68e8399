import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dnsNameServers } from "#functions/adapters/dns/dns-name-servers.ts";
import { type DnsServer, startDnsServer } from "#local/dns/dns-server.ts";
import { openZone } from "#local/dns/zone.ts";

describe("the name servers of this machine, asked by the functions' own resolver", () => {
  let folder: string;
  let server: DnsServer;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "relance-dns-"));
    server = await startDnsServer(openZone(folder));
  });
  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  const zone = (records: unknown) => writeFile(join(folder, "dns.json"), JSON.stringify(records));

  it("answer as for somebody who did all that SES asks, and no more", async () => {
    const names = dnsNameServers(server.address);

    expect(await names.lookUp("replies.lumen.example", "MX")).toEqual({
      kind: "answered",
      values: ["10 inbound-smtp.eu-west-3.amazonaws.com"],
    });
    expect(await names.lookUp("bounce.lumen.example", "TXT")).toEqual({ kind: "answered", values: ["v=spf1 include:amazonses.com ~all"] });
    expect(await names.lookUp("_dmarc.lumen.example", "TXT")).toEqual({ kind: "answered", values: [] });
  });

  it("say what the zone file says, from the next question on", async () => {
    const names = dnsNameServers(server.address);
    const long = `v=DMARC1; p=none; rua=mailto:${"a".repeat(200)}@lumen.example`;
    await zone({ "_dmarc.lumen.example": { TXT: [long] }, "a._domainkey.lumen.example": { CNAME: ["a.dkim.amazonses.com"] } });

    expect(await names.lookUp("_dmarc.lumen.example", "TXT")).toEqual({ kind: "answered", values: [long] });
    expect(await names.lookUp("a._domainkey.lumen.example", "CNAME")).toEqual({ kind: "answered", values: ["a.dkim.amazonses.com"] });
    expect(await names.lookUp("replies.lumen.example", "MX")).toEqual({ kind: "answered", values: [] });
  });

  it("that fail are told apart from a name that has nothing", async () => {
    const names = dnsNameServers(server.address);
    await writeFile(join(folder, "dns.json"), "not json");

    expect(await names.lookUp("lumen.example", "MX")).toEqual({ kind: "unanswered" });
  });
});
