import { entriesOf, isObject, type Json, textOf } from "./json.ts";
import type { Mapping } from "./mapping.ts";
import { joinPath } from "./path.ts";
import { remembering } from "./remembering.ts";

const emailKeys = ["email", "emailaddress", "mail", "courriel", "adresseemail", "adressemail", "customeremail"];

/** The keys people call things by, without case, spaces and signs; the first that is there wins. */
const usualKeys: readonly (readonly [string, readonly string[]])[] = [
  ["email", emailKeys],
  ["firstName", ["firstname", "givenname", "prenom", "fname"]],
  ["lastName", ["lastname", "familyname", "surname", "nom", "nomdefamille", "lname"]],
  ["fullName", ["fullname", "name", "nomcomplet", "customername"]],
  ["phone", ["phone", "phonenumber", "telephone", "tel", "mobile"]],
  ["company", ["company", "companyname", "organization", "organisation", "entreprise", "societe"]],
  ["message", ["message", "comment", "comments", "commentaire"]],
  ["locale", ["locale", "language", "lang", "langue"]],
  ["timeZone", ["timezone"]],
  ["consent", ["consent", "optin", "marketingconsent", "acceptsmarketing", "newsletter", "consentement"]],
  ["eventId", ["eventid", "deliveryid", "submissionid"]],
  ["utm.source", ["utmsource"]],
  ["utm.medium", ["utmmedium"]],
  ["utm.campaign", ["utmcampaign"]],
  ["utm.term", ["utmterm"]],
  ["utm.content", ["utmcontent"]],
];

/** Under these keys shops tell of what was bought. */
const purchaseKeys: readonly string[] = ["purchase", "order"];

/** How deep, and over how many objects, a guess looks: senders wrap the person once or twice, not more. */
const deepest = 3;
const mostObjects = 200;

/** How many keys of one object: no sender who means people has more. */
const mostKeys = 1_000;

const keysOf = (value: Json | undefined): readonly (readonly [string, Json])[] => entriesOf(value).slice(0, mostKeys);

/** An object of the sender's, and its own scalars by their plain keys. */
interface Place {
  readonly path: string;
  readonly value: Json;
  readonly scalars: ReadonlyMap<string, string>;
}

/**
 * A mapping for a sender nobody has described: common keys, nearest to the top first. Scalars beside the e-mail
 * address that are called by no usual name become answers, so that nothing a form says is lost.
 */
export function guessMapping(json: Json): Mapping {
  const objects = objectsOf(json);
  const mapping = new Map<string, string>();
  const home = objects.find(({ scalars }) => emailKeys.some((key) => scalars.has(key)));
  for (const [field, keys] of usualKeys) {
    const path = findKey(placesFor(field, objects, home), keys);
    if (path !== undefined) mapping.set(field, path);
  }
  for (const [field, path] of guessPurchase(objects)) mapping.set(field, path);
  const taken = new Set(mapping.values());
  for (const { path, key } of besideEmail(home)) {
    if (!taken.has(path) && !mapping.has(key)) mapping.set(key, path);
  }
  return Object.fromEntries(mapping);
}

/** The objects of a value, nearest to the top first. */
function objectsOf(json: Json): readonly Place[] {
  const found: Place[] = [placeOf("", json)];
  const depths = [0];
  for (let index = 0; index < found.length && found.length < mostObjects; index++) {
    const place = found[index];
    const depth = depths[index] ?? deepest;
    if (place === undefined || depth >= deepest) continue;
    for (const [key, value] of keysOf(place.value)) {
      if (!isObject(value) || found.length >= mostObjects) continue;
      found.push(placeOf(joinPath(place.path, key), value));
      depths.push(depth + 1);
    }
  }
  return found;
}

/** The address's own object is looked at first: a `name` elsewhere may be the form's, or the product's. */
function placesFor(field: string, objects: readonly Place[], home: Place | undefined): readonly Place[] {
  if (home === undefined) return objects;
  return field === "fullName" ? [home] : [home, ...objects];
}

function placeOf(path: string, value: Json): Place {
  const scalars = new Map<string, string>();
  for (const [key, scalar] of keysOf(value)) {
    const name = plain(key);
    if (textOf(scalar) !== undefined && !scalars.has(name)) scalars.set(name, key);
  }
  return { path, value, scalars };
}

function findKey(objects: readonly Place[], keys: readonly string[]): string | undefined {
  for (const { path, scalars } of objects) {
    for (const wanted of keys) {
      const key = scalars.get(wanted);
      if (key !== undefined) return joinPath(path, key);
    }
  }
  return undefined;
}

function guessPurchase(objects: readonly Place[]): readonly (readonly [string, string])[] {
  const place = objects.find(({ path, scalars }) => purchaseKeys.includes(plain(path.split(".").at(-1) ?? "")) && scalars.has("id"));
  if (place === undefined) return [];
  const wanted = { "purchase.id": ["id"], "purchase.amount": ["amount", "total", "totalprice"], "purchase.currency": ["currency"] };
  return Object.entries(wanted).flatMap(([field, keys]) => {
    const path = findKey([place], keys);
    return path === undefined ? [] : [[field, path] as const];
  });
}

function besideEmail(home: Place | undefined): readonly { readonly path: string; readonly key: string }[] {
  return keysOf(home?.value)
    .filter(([, value]) => !isObject(value))
    .map(([key]) => ({ path: joinPath(home?.path ?? "", key), key }));
}

/** A key as it is compared: `E-Mail Address` and `email_address` are one. */
const plain = remembering((key) =>
  key
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, ""),
);
