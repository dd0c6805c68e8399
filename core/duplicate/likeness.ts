import * as z from "zod";
import type { Person } from "#core/person/person.ts";
import { fold } from "#core/search/fold.ts";
import { internationalPhone } from "./international-phone.ts";
import { companyDomain, mailboxOf } from "./mailbox.ts";

/** What two records can have in common that makes them likely to be one human being. */
export const likenessKinds = ["mailbox", "slip", "phone", "name-domain", "name-company"] as const;
export type LikenessKind = (typeof likenessKinds)[number];
export const likenessKindSchema = z.enum(likenessKinds);

/** How sure each is by itself, 0 to 1. A telephone alone may be a company's switchboard. */
const confidences: Readonly<Record<LikenessKind, number>> = {
  mailbox: 0.9,
  slip: 0.85,
  phone: 0.6,
  "name-domain": 0.85,
  "name-company": 0.75,
};

export const likenessTexts: Readonly<Record<LikenessKind, { readonly en: string; readonly fr: string }>> = {
  mailbox: { en: "Both addresses lead to one mailbox.", fr: "Les deux adresses mènent à la même boîte." },
  slip: {
    en: "One address looks like a slip of the keyboard for the other.",
    fr: "L’une des adresses ressemble à une faute de frappe de l’autre.",
  },
  phone: { en: "The same telephone number.", fr: "Le même numéro de téléphone." },
  "name-domain": { en: "The same name, at the same company’s domain.", fr: "Le même nom, sur le même domaine d’entreprise." },
  "name-company": { en: "The same name and the same company.", fr: "Le même nom et la même entreprise." },
};

/** Changed when the keys are made otherwise: whoever was stored with others gets theirs at their next write. */
export const keysVersion = 1;

type Known = Pick<Person, "email" | "attributes" | "locale">;

/** The keys somebody is found by who may be the same: at most four, and few of them change in a life. */
export function duplicateKeys(person: Known): readonly string[] {
  const { mailbox, phone, name, company, domain } = told(person);
  return [
    ...(mailbox === undefined ? [] : [`mailbox ${mailbox.name}`]),
    ...(phone === undefined ? [] : [`phone ${phone}`]),
    ...(name === undefined || domain === undefined ? [] : [`name ${name} @${domain}`]),
    ...(name === undefined || company === undefined ? [] : [`name ${name} of ${company}`]),
  ];
}

export interface Likeness {
  readonly kinds: readonly LikenessKind[];
  /** 0 to 1: what each kind leaves open is left open less by the next. */
  readonly confidence: number;
}

/** What two people have in common, as they are now; undefined for nothing that counts. */
export function likenessOf(one: Known, other: Known): Likeness | undefined {
  const [a, b] = [told(one), told(other)];
  const same = <Value>(left: Value | undefined, right: Value | undefined): boolean => left !== undefined && left === right;
  const isMailbox = same(a.mailbox?.name, b.mailbox?.name);
  const isSlip = a.mailbox?.isSlip === true || b.mailbox?.isSlip === true;
  const isName = same(a.name, b.name);
  const kinds: LikenessKind[] = [
    ...(isMailbox ? [isSlip ? ("slip" as const) : ("mailbox" as const)] : []),
    ...(same(a.phone, b.phone) ? ["phone" as const] : []),
    ...(isName && same(a.domain, b.domain) ? ["name-domain" as const] : []),
    ...(isName && same(a.company, b.company) ? ["name-company" as const] : []),
  ];
  if (kinds.length === 0) return undefined;
  // A telephone that two names share is a switchboard more often than not; with one name it is a person.
  const isPerson = isName || a.name === undefined || b.name === undefined;
  const doubt = kinds.reduce((left, kind) => left * (1 - confidences[kind] * (kind === "phone" && !isPerson ? 0.5 : 1)), 1);
  return { kinds, confidence: Math.round((1 - doubt) * 100) / 100 };
}

function told(person: Known) {
  const text = (name: string): string => {
    const value = person.attributes[name]?.value;
    return typeof value === "string" ? value : "";
  };
  const phone = text("phone") === "" ? undefined : internationalPhone(text("phone"), countryOf(person.locale));
  return {
    mailbox: mailboxOf(person.email),
    phone,
    name: nameOf([text("firstName"), text("lastName")].join(" ").trim() || text("fullName")),
    company: companyName(text("company")),
    domain: companyDomain(person.email),
  };
}

/** `fr-BE` is of Belgium; a language alone is taken to be spoken where it is at home. */
function countryOf(locale = "fr"): string {
  const [language = "fr", region] = locale.split("-");
  return region?.toUpperCase() ?? (language === "en" ? "GB" : language.toUpperCase());
}

/** A name whose parts may stand in any order; undefined for a single word, which many people bear. */
function nameOf(text: string): string | undefined {
  const words = [...new Set(fold(text).split(" ").filter(Boolean))];
  return words.length < 2 ? undefined : words.toSorted().join(" ");
}

const legalForms = new Set([
  "sarl",
  "sas",
  "sasu",
  "sa",
  "eurl",
  "sci",
  "snc",
  "scop",
  "ltd",
  "limited",
  "gmbh",
  "ag",
  "inc",
  "llc",
  "bv",
  "nv",
  "srl",
  "spa",
  "company",
  "et",
  "and",
  "fils",
]);

function companyName(text: string): string | undefined {
  const words = fold(text)
    .split(" ")
    .filter((word) => word !== "" && !legalForms.has(word));
  return words.length === 0 ? undefined : words.join(" ");
}
