import { heedRefusal } from "./refusal.ts";
import { freshToken, renew } from "./renew.ts";
import { session } from "./session.ts";

/** Asks the API as whoever is signed in. A refused id token is renewed once and the request sent again. */
export async function asMyself(request: Request): Promise<Response> {
  const first = await send(request.clone());
  const isEnded = first.status === 401 && session()?.kind === "oidc";
  const answer = isEnded && (await renew()) ? await send(request) : first;
  if (!answer.ok) await heedRefusal(answer.clone());
  return answer;
}

async function send(request: Request): Promise<Response> {
  const token = await freshToken();
  if (token !== undefined) request.headers.set("authorization", `Bearer ${token}`);
  return fetch(request);
}
