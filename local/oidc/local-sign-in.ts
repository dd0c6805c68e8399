import type { IncomingMessage } from "node:http";
import { sameText } from "#core/secret/same-bytes.ts";
import type { Guard } from "#local/gateway/guard.ts";
import { demoPeople } from "./demo-people.ts";
import type { LocalIssuer } from "./issuer.ts";

/** How one signs in on a laptop: by the issuer's page, or by the printed token. */
export interface LocalSignIn {
  readonly issuer: LocalIssuer;
  readonly guard: Guard;
  /** Puts the owner's id token in the place of the printed token: the functions know id tokens alone, as on AWS. */
  readonly standIn: (request: IncomingMessage) => Promise<Readonly<Record<string, string>>>;
}

export function createLocalSignIn(issuer: LocalIssuer, guard: Guard, printed: string): LocalSignIn {
  return {
    issuer,
    guard,
    standIn: async ({ headers }) => {
      const bearer = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? "")?.[1];
      if (bearer === undefined || !sameText(bearer, printed)) return {};
      return { authorization: `Bearer ${await issuer.idTokenOf(demoPeople[0])}` };
    },
  };
}
