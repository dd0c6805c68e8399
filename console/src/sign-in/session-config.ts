import createClient from "openapi-fetch";
import type { paths } from "#contract/client/api-schema.ts";
import type { SessionConfig } from "#contract/session.ts";
import { answered } from "../api/answered.ts";

export type OidcConfig = Extract<SessionConfig, { kind: "oidc" }>;

/** Whoever asks how one signs in has no token yet. */
const stranger = createClient<paths>({ baseUrl: location.origin });

let asked: Promise<SessionConfig> | undefined;

/** How one signs in here, asked once; what failed may be asked again. */
export function sessionConfig(): Promise<SessionConfig> {
  asked ??= answered(stranger.GET("/api/session/config")).catch((fault: unknown) => {
    asked = undefined;
    throw fault;
  });
  return asked;
}
