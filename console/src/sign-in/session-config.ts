import type { SessionConfig } from "#contract/session.ts";
import { answered, client } from "../api/client.ts";

export type OidcConfig = Extract<SessionConfig, { kind: "oidc" }>;

let asked: Promise<SessionConfig> | undefined;

/** How one signs in here, asked once; what failed may be asked again. */
export function sessionConfig(): Promise<SessionConfig> {
  asked ??= answered(client.GET("/api/session/config")).catch((fault: unknown) => {
    asked = undefined;
    throw fault;
  });
  return asked;
}
