import { sameText } from "#core/secret/same-bytes.ts";
import type { RawDelivery } from "./delivery.ts";
import { hmacText } from "./signatures/scheme.ts";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * How a tool tries an address. `hub-challenge`: a GET with a word to show again, if the token beside it is ours (Meta).
 * `signed-challenge`: a GET with a code to be given back signed (LinkedIn). `any-answer`: a GET or HEAD that need only be
 * answered 200 (Mailchimp, SurveyMonkey).
 */
export type Handshake = "hub-challenge" | "signed-challenge" | "any-answer";

export type HandshakeAnswer =
  | { readonly kind: "answer"; readonly contentType: string; readonly body: string }
  /** The tool showed a token that is not this source's, or there is no secret to sign with. */
  | { readonly kind: "refused"; readonly problem: string; readonly remedy: string }
  /** This is no such try. */
  | { readonly kind: "none" };

/** What a try of a source's address is answered. Nothing else of the source is told. */
export function answerHandshake(
  handshake: Handshake | undefined,
  source: { readonly secrets: readonly string[]; readonly tokens?: readonly string[] | undefined },
  { method, query }: Pick<RawDelivery, "method" | "query">,
): HandshakeAnswer {
  if (handshake === undefined || (method !== "GET" && method !== "HEAD")) return { kind: "none" };
  switch (handshake) {
    case "any-answer":
      return { kind: "answer", contentType: "text/plain; charset=utf-8", body: "" };
    case "hub-challenge":
      return answerHubChallenge(query, [...(source.tokens ?? []), ...source.secrets]);
    case "signed-challenge":
      return answerSignedChallenge(query["challengeCode"], source.secrets[0]);
  }
}

/** Longer than any challenge; what is longer is not shown again. */
const longestChallenge = 500;

/** developers.facebook.com/docs/graph-api/webhooks/getting-started, "Verification requests". */
function answerHubChallenge(query: RawDelivery["query"], tokens: readonly string[]): HandshakeAnswer {
  const challenge = query["hub.challenge"];
  if (query["hub.mode"] !== "subscribe" || challenge === undefined) return { kind: "none" };
  const shown = query["hub.verify_token"] ?? "";
  if (!tokens.some((token) => sameText(token, shown))) {
    return {
      kind: "refused",
      problem: "The verify token is not this source's.",
      remedy: "Copy the verify token again from the source's page.",
    };
  }
  return { kind: "answer", contentType: "text/plain; charset=utf-8", body: challenge.slice(0, longestChallenge) };
}

/** learn.microsoft.com/en-us/linkedin/shared/api-guide/webhook-validation: hex HMAC-SHA256 of the code under the client secret. */
function answerSignedChallenge(code: string | undefined, secret: string | undefined): HandshakeAnswer {
  if (code === undefined) return { kind: "none" };
  if (secret === undefined) {
    return {
      kind: "refused",
      problem: "This source has no secret to sign the challenge with.",
      remedy: "Give the source the client secret of your LinkedIn application.",
    };
  }
  const challengeCode = code.slice(0, longestChallenge);
  const challengeResponse = hmacText(secret, utf8ToBytes(challengeCode), "hex");
  return { kind: "answer", contentType: "application/json", body: JSON.stringify({ challengeCode, challengeResponse }) };
}
