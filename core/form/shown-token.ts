import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { toBase64Url } from "#core/secret/base64.ts";
import { deriveKey } from "#core/secret/derive-key.ts";
import { sameBytes } from "#core/secret/same-bytes.ts";
import { day, type Instant } from "#core/time/instant.ts";

const macBytes = 12;
/** A page that stood open longer than this tells nothing any more of how long it took to fill in. */
const longestStanding = 7 * day;

/** When a form was shown, signed by us for that form alone: a page carries it along, and a machine cannot make it older. */
export function shownToken(rootKey: Uint8Array, form: string, at: Instant): string {
  const instant = at.toString(36);
  return `${instant}.${toBase64Url(signature(rootKey, form, instant))}`;
}

/** How long ago a form was shown, in milliseconds; `forged` for what we never signed; undefined where nothing is to be told from it. */
export function sinceShown(rootKey: Uint8Array, form: string, token: string | undefined, now: Instant): number | "forged" | undefined {
  if (token === undefined) return undefined;
  const [instant = "", mac = ""] = token.split(".", 2);
  if (!/^[0-9a-z]{1,12}$/.test(instant)) return "forged";
  if (!sameBytes(utf8ToBytes(toBase64Url(signature(rootKey, form, instant))), utf8ToBytes(mac.toWellFormed()))) return "forged";
  const since = now - Number.parseInt(instant, 36);
  return since > longestStanding ? undefined : Math.max(since, 0);
}

function signature(rootKey: Uint8Array, form: string, instant: string): Uint8Array {
  return hmac(sha256, deriveKey(rootKey, "form/shown"), utf8ToBytes(`${form}/${instant}`)).slice(0, macBytes);
}
