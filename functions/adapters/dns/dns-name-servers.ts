import { Resolver } from "node:dns/promises";
import type { NameServers } from "#core/ports/outside.ts";
import type { RecordType } from "#core/sender/dns-record.ts";

/** How long one server is waited for, in ms, and how often it is asked: the page that asks has 25 seconds for all records. */
const patience = { timeout: 2_000, tries: 2 };

/** The system's own name servers; or one at an address and port, as the local runtime's. */
export function dnsNameServers(server: string | undefined): NameServers {
  const resolver = new Resolver(patience);
  if (server !== undefined) resolver.setServers([server]);
  return {
    lookUp: async (name, type) => {
      try {
        return { kind: "answered", values: await ask(resolver, name, type) };
      } catch (thrown) {
        return isNothingThere(thrown) ? { kind: "answered", values: [] } : { kind: "unanswered" };
      }
    },
  };
}

async function ask(resolver: Resolver, name: string, type: RecordType): Promise<readonly string[]> {
  switch (type) {
    case "CNAME":
      return resolver.resolveCname(name);
    case "MX":
      return (await resolver.resolveMx(name)).map(({ priority, exchange }) => `${priority} ${exchange}`);
    case "TXT":
      // A text longer than 255 bytes comes in pieces that belong together (RFC 7208, section 3.3).
      return (await resolver.resolveTxt(name)).map((pieces) => pieces.join(""));
  }
}

/** The name does not exist, or has no record of this type. */
function isNothingThere(thrown: unknown): boolean {
  return thrown instanceof Error && "code" in thrown && (thrown.code === "ENOTFOUND" || thrown.code === "ENODATA");
}
