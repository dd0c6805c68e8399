import {
  AuthorizationResponseError,
  authorizationCodeGrantRequest,
  JWT_TIMESTAMP_CHECK,
  None,
  OperationProcessingError,
  processAuthorizationCodeResponse,
  validateAuthResponse,
} from "oauth4webapi";
import { takePending } from "./begin.ts";
import { clientOf, manners, redirectUriOf, serverOf } from "./provider.ts";
import { hold } from "./session.ts";
import type { OidcConfig } from "./session-config.ts";
import { SignInFault } from "./sign-in-fault.ts";
import { sessionOf } from "./tokens.ts";

/** Ends what `beginSignIn` began, at the address the provider sent us back to. Answers where somebody wanted to go. */
export async function finishSignIn(config: OidcConfig): Promise<string> {
  const pending = takePending();
  const answer = new URL(location.href);
  // A code is good once, and the address with it is not for the history.
  history.replaceState(null, "", config.redirectPath);
  if (pending === undefined) throw new SignInFault("stale", "no sign-in was begun in this tab");
  const [server, client] = [serverOf(config), clientOf(config)];
  try {
    const params = validateAuthResponse(server, client, answer, pending.state);
    const { verifier, nonce } = pending;
    const response = await authorizationCodeGrantRequest(server, client, None(), params, redirectUriOf(config), verifier, manners(config));
    const tokens = await processAuthorizationCodeResponse(server, client, response, { expectedNonce: nonce, requireIdToken: true });
    const session = sessionOf(tokens, undefined);
    if (session === undefined) throw new SignInFault("provider", "the provider gave no id token");
    hold(session);
  } catch (fault) {
    throw faultOf(fault);
  }
  // Only ever a path of our own: what stood in the address bar when somebody began.
  return /^\/(?![/\\])/.test(pending.backTo) ? pending.backTo : "/";
}

function faultOf(fault: unknown): SignInFault {
  if (fault instanceof SignInFault) return fault;
  const message = fault instanceof Error ? fault.message : String(fault);
  if (fault instanceof AuthorizationResponseError) return new SignInFault("denied", fault.error_description ?? fault.error);
  if (fault instanceof OperationProcessingError && fault.code === JWT_TIMESTAMP_CHECK) return new SignInFault("clock", message);
  // `fetch` fails with a TypeError where nobody answers, and by the policy where it may not ask.
  if (fault instanceof TypeError || (fault instanceof DOMException && fault.name === "TimeoutError"))
    return new SignInFault("provider", message);
  return new SignInFault("stale", message);
}
