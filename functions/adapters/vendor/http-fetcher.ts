import type { Fetched, Fetcher } from "#core/ports/fetcher.ts";
import type { FetchRequest } from "#core/source/fetch-plan.ts";
import { parseJson } from "#core/source/json.ts";

const patience = 10_000;
const largestAnswer = 1_000_000;
const longestPause = 3_600_000;

/**
 * Asks vendors over HTTPS. The token goes into the request's headers or its body and into nothing else: not into an address, which logs
 * keep, and to no other host, for redirects are not followed.
 */
export function httpFetcher(send: typeof fetch = fetch): Fetcher {
  return {
    fetch: async (request, token) => {
      try {
        return await ask(send, request, token);
      } catch (thrown) {
        const name = thrown instanceof Error ? thrown.name : "unknown";
        return { kind: "later", problem: `${hostOf(request)} did not answer (${name}).`, afterMs: undefined };
      }
    },
  };
}

async function ask(send: typeof fetch, request: FetchRequest, token: string): Promise<Fetched> {
  const filled = (values: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.replaceAll("{token}", () => token)]));
  const posted = request.form === undefined ? {} : { method: "POST", body: new URLSearchParams(filled(request.form)) };
  const signal = AbortSignal.timeout(request.within ?? patience);
  const answer = await send(request.url, { ...posted, headers: filled(request.headers), redirect: "manual", signal });
  const { status } = answer;
  const host = hostOf(request);
  if (status === 429 || status >= 500) {
    return { kind: "later", problem: `${host} answered ${status}.`, afterMs: pauseOf(answer.headers.get("retry-after")) };
  }
  if (status === 401 || status === 403) {
    return {
      kind: "refused",
      problem: `${host} does not accept the access token (${status}).`,
      remedy: "Make a new access token there, with the rights its steps name, and give it to the source.",
    };
  }
  if (!answer.ok) {
    return { kind: "refused", problem: `${host} answered ${status}.`, remedy: "Look whether what was asked for is still there." };
  }
  const text = await boundedText(answer);
  const json = text === undefined ? undefined : parseJson(text);
  return json === undefined
    ? { kind: "refused", problem: `${host} answered something else than JSON.`, remedy: "Try again later; it may be out of order." }
    : { kind: "answer", json };
}

/** The answer's text, read no further than an answer of such an API ever goes. */
async function boundedText({ body }: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > largestAnswer) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function hostOf({ url }: FetchRequest): string {
  return URL.canParse(url) ? new URL(url).host : "The tool";
}

function pauseOf(retryAfter: string | null): number | undefined {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1_000, longestPause) : undefined;
}
