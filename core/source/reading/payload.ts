import type { Delivery } from "../delivery.ts";
import type { Json } from "../json.ts";

/** More steps than any form's names have. */
const deepest = 6;

type Building = string | Building[] | Map<string, Building>;

/**
 * What a delivery says, as one value. A form's fields become an object: `fields[email][value]` goes inwards as PHP and Rails
 * read it, a name that comes again, or ends in `[]`, holds a list.
 */
export function payloadOf({ decoded }: Pick<Delivery, "decoded">): Json {
  if (decoded.kind === "json") return decoded.json;
  const root = new Map<string, Building>();
  for (const [name, value] of decoded.fields) put(root, name, value);
  return toJson(root);
}

function put(root: Map<string, Building>, name: string, value: string): void {
  const steps = stepsOf(name);
  let place = root;
  for (const step of steps.slice(0, -1)) {
    const inner = place.get(step) ?? new Map<string, Building>();
    if (!(inner instanceof Map)) return append(root, name, value);
    place.set(step, inner);
    place = inner;
  }
  append(place, steps.at(-1) ?? name, value);
}

/** The steps of a name; a `[]` at its end only says that there may be several. */
function stepsOf(name: string): readonly string[] {
  const open = name.indexOf("[");
  if (open <= 0 || !name.endsWith("]")) return [name];
  const inner = name.slice(open + 1, -1).split("][");
  if (inner.length > deepest) return [name];
  if (inner.at(-1) === "") inner.pop();
  return [name.slice(0, open), ...inner];
}

function append(place: Map<string, Building>, key: string, value: string): void {
  const known = place.get(key);
  if (known === undefined) place.set(key, value);
  else if (Array.isArray(known)) known.push(value);
  else if (typeof known === "string") place.set(key, [known, value]);
}

function toJson(value: Building): Json {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(toJson);
  return Object.fromEntries([...value].map(([key, inner]) => [key, toJson(inner)]));
}
