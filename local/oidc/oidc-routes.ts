import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody } from "#local/gateway/read-body.ts";
import { writeBytes } from "#local/gateway/write-answer.ts";
import { sealed, writeJson, writeProblem } from "#local/mailbox/respond.ts";
import type { Guard } from "#local/gateway/guard.ts";
import { preferredLanguage } from "#functions/http/negotiate.ts";
import { authorizePage, type PageLanguage, refusedPage, strangerPage } from "./authorize-page.ts";
import type { LocalSignIn } from "./local-sign-in.ts";
import { type AuthorizationRequest, type LocalIssuer, localClientId } from "./issuer.ts";

/** What stands where the issuer does. */
const metadataOf = (issuer: LocalIssuer) => ({
  issuer: issuer.url,
  authorization_endpoint: `${issuer.url}/authorize`,
  token_endpoint: `${issuer.url}/token`,
  jwks_uri: `${issuer.url}/jwks`,
  response_types_supported: ["code"],
  grant_types_supported: ["authorization_code", "refresh_token"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["ES256"],
  code_challenge_methods_supported: ["S256"],
  token_endpoint_auth_methods_supported: ["none"],
  authorization_response_iss_parameter_supported: true,
  scopes_supported: ["openid", "email", "profile", "offline_access"],
});

/** Answers the local issuer's own addresses, `/local/oidc/…`. Only who has shown the printed token may choose who to be. */
export async function answerOidc(
  { issuer, guard }: Pick<LocalSignIn, "issuer" | "guard">,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", issuer.url);
  switch (`${request.method} ${url.pathname.slice("/local/oidc".length)}`) {
    case "GET /.well-known/openid-configuration":
      return writeJson(response, 200, metadataOf(issuer));
    case "GET /jwks":
      return writeJson(response, 200, { keys: [issuer.publicKey] });
    case "GET /authorize":
    case "POST /authorize":
      return authorize(issuer, guard, url, request, response);
    case "POST /token":
      return giveTokens(issuer, request, response);
    default:
      return writeProblem(response, 404, `Nothing answers ${request.method} ${url.pathname}.`);
  }
}

async function authorize(issuer: LocalIssuer, guard: Guard, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const language = languageOf(url, request);
  const asked = readRequest(issuer, url.searchParams);
  if (asked === undefined) return writeHtml(response, 400, refusedPage(language));
  const form = new URLSearchParams(request.method === "POST" ? (await readBody(request))?.toString("utf8") : "");
  const token = form.get("token");
  const cookie = token === null ? undefined : guard.cookieFor(token);
  if (cookie !== undefined) return goTo(response, url.pathname + url.search, { "set-cookie": cookie });
  if (guard.owner(request) !== undefined) return writeHtml(response, 401, strangerPage(language, token !== null));
  const person = form.get("person");
  if (person === null) return writeHtml(response, 200, authorizePage(language));
  const code = issuer.authorize(asked, person);
  if (code === undefined) return writeHtml(response, 400, refusedPage(language));
  const back = new URL(asked.redirectUri);
  back.search = new URLSearchParams({ code, state: asked.state, iss: issuer.url }).toString();
  goTo(response, back.href);
}

function goTo(response: ServerResponse, location: string, headers: Readonly<Record<string, string>> = {}): void {
  writeBytes(response, 303, { ...sealed, ...headers, location }, Buffer.alloc(0));
}

/** The language the console speaks (`ui_locales`), else the browser's. */
function languageOf(url: URL, { headers }: IncomingMessage): PageLanguage {
  const wanted = url.searchParams.get("ui_locales") ?? headers["accept-language"];
  return preferredLanguage(wanted, ["fr", "en"]) === "fr" ? "fr" : "en";
}

/** The request, if it is the console's and asks for a code with PKCE: nothing is sent to a redirect that is not ours. */
function readRequest(issuer: LocalIssuer, query: URLSearchParams): AuthorizationRequest | undefined {
  const redirectUri = query.get("redirect_uri") ?? "";
  const challenge = query.get("code_challenge") ?? "";
  const isOurs = query.get("client_id") === localClientId && issuer.knows(redirectUri);
  const isCode = query.get("response_type") === "code" && query.get("code_challenge_method") === "S256";
  if (!isOurs || !isCode || !/^[\w-]{43}$/.test(challenge)) return undefined;
  return { redirectUri, challenge, state: query.get("state") ?? "", nonce: query.get("nonce") ?? undefined };
}

async function giveTokens(issuer: LocalIssuer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams((await readBody(request))?.toString("utf8") ?? "");
  const field = (name: string): string => form.get(name) ?? "";
  const tokens =
    field("grant_type") === "authorization_code"
      ? await issuer.exchange(field("code"), field("redirect_uri"), field("code_verifier"))
      : field("grant_type") === "refresh_token"
        ? await issuer.refresh(field("refresh_token"))
        : undefined;
  // The console may have been opened by our other name: `localhost` and `127.0.0.1` are two origins to a browser.
  const { origin } = request.headers;
  if (origin !== undefined) response.setHeader("access-control-allow-origin", origin);
  return tokens === undefined ? writeJson(response, 400, { error: "invalid_grant" }) : writeJson(response, 200, tokens);
}

/** The page posts to itself and is then sent to the console: `same-origin` so that the post bears its origin and not `null`. */
const pageHeaders = {
  ...sealed,
  "referrer-policy": "same-origin",
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; form-action 'self' http://127.0.0.1:* http://localhost:*; base-uri 'none'; frame-ancestors 'none'",
};

function writeHtml(response: ServerResponse, status: number, page: string): void {
  writeBytes(response, status, pageHeaders, Buffer.from(page));
}
