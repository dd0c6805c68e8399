/** Any value JSON can write. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What no text without long integers has: most bodies need not be gone through token by token. */
const longDigits = /\d{16}/;

/** The tokens of JSON that matter here: whole strings, so that digits inside them are let be, and whole numbers. */
const stringsAndNumbers = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/**
 * The value of a JSON text; undefined if it is none. Integers beyond 2^53 become strings, for as numbers they would lose their
 * last digits: shops and form builders give ids of 19 digits.
 */
export function parseJson(text: string): Json | undefined {
  const exact = !longDigits.test(text) ? text : text.replace(stringsAndNumbers, (token) => (isLongInteger(token) ? `"${token}"` : token));
  try {
    return JSON.parse(exact);
  } catch {
    return undefined;
  }
}

function isLongInteger(token: string): boolean {
  return token.length > 15 && /^-?(?:0|[1-9]\d*)$/.test(token) && !Number.isSafeInteger(Number(token));
}

/** A JSON object's own entries; none for anything else. */
export function entriesOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isObject(value) ? Object.entries(value) : [];
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a scalar says as text; undefined for null, an empty text, an object and an array. */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** What a value is as an answer: a scalar, or the scalars of an array. */
export function answerOf(value: Json | undefined): string | number | boolean | string[] | undefined {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return textOf(value);
  if (!Array.isArray(value)) return undefined;
  const texts = value.flatMap((item: Json) => textOf(item) ?? []);
  return texts.length === 0 ? undefined : texts;
}
