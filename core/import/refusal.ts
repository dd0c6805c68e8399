import type { AddressProblem } from "#core/address/normalise-address.ts";

interface Told {
  readonly problem: string;
  readonly remedy: string;
}

/** Why a row of a list can be refused, in each language, with what would mend it. `{name}` takes the refusal's `data.name`. */
const refusals = {
  "too-many-cells": {
    en: {
      problem: "The row has {cells} cells, the heading {columns}.",
      remedy: "Put cells that contain the separator in quotes.",
    },
    fr: {
      problem: "La ligne compte {cells} cellules, l’en-tête {columns}.",
      remedy: "Mettez entre guillemets les cellules qui contiennent le séparateur.",
    },
  },
  "cell-too-long": {
    en: { problem: "The cell has {length} characters.", remedy: "Keep it under {most}." },
    fr: { problem: "La cellule compte {length} caractères.", remedy: "Restez sous {most}." },
  },
  "address-missing": {
    en: { problem: "The e-mail address is missing.", remedy: "Enter an address such as claire@example.com." },
    fr: { problem: "L’adresse e-mail manque.", remedy: "Saisissez une adresse comme claire@example.com." },
  },
  "address-without-at": {
    en: { problem: "The e-mail address has no @.", remedy: "Enter it in full, such as claire@example.com." },
    fr: { problem: "L’adresse e-mail n’a pas de @.", remedy: "Saisissez-la en entier, comme claire@example.com." },
  },
  "address-without-name": {
    en: { problem: "Nothing stands before the @.", remedy: "Enter the whole address, such as claire@example.com." },
    fr: { problem: "Rien ne précède le @.", remedy: "Saisissez l’adresse entière, comme claire@example.com." },
  },
  "address-name": {
    en: {
      problem: "What stands before the @ has a space, or a sign or a dot where none may be.",
      remedy: "Check the part before the @ for a slip of the keyboard.",
    },
    fr: {
      problem: "Avant le @ se trouve un espace, un signe ou un point qui ne peut pas y être.",
      remedy: "Vérifiez ce qui précède le @ : sans doute une faute de frappe.",
    },
  },
  "address-domain": {
    en: {
      problem: "What stands after the @ is not the name of a mail domain.",
      remedy: "Check the part after the @: it reads like example.com.",
    },
    fr: {
      problem: "Ce qui suit le @ n’est pas un nom de domaine.",
      remedy: "Vérifiez ce qui suit le @ : cela se lit comme example.com.",
    },
  },
  "address-too-long": {
    en: { problem: "The e-mail address is too long.", remedy: "At most 64 characters may stand before the @, and 254 in all." },
    fr: { problem: "L’adresse e-mail est trop longue.", remedy: "Au plus 64 caractères avant le @, et 254 en tout." },
  },
  "stage-unknown": {
    en: { problem: "“{text}” is no stage.", remedy: "Use one of: {stages}, or their French names." },
    fr: { problem: "« {text} » n’est pas une étape.", remedy: "Choisissez parmi : {stages}, ou leurs noms français." },
  },
  "owner-no-address": {
    en: { problem: "The owner is no e-mail address.", remedy: "Give the salesperson's address, or leave the cell empty." },
    fr: { problem: "Le responsable n’est pas une adresse e-mail.", remedy: "Donnez l’adresse du commercial, ou laissez la cellule vide." },
  },
  "value-no-amount": {
    en: { problem: "The value is no amount.", remedy: "Write it as 12500, 12 500,00 or 12,500.00." },
    fr: { problem: "La valeur n’est pas un montant.", remedy: "Écrivez-la 12500, 12 500,00 ou 12,500.00." },
  },
  "day-unreadable": {
    en: { problem: "This is no day.", remedy: "Write it as 2026-11-24 or 24/11/2026." },
    fr: { problem: "Ce n’est pas une date.", remedy: "Écrivez-la 2026-11-24 ou 24/11/2026." },
  },
  "tag-too-long": {
    en: { problem: "A tag is too long.", remedy: "Keep each under {most} characters, parted by commas." },
    fr: { problem: "Une étiquette est trop longue.", remedy: "Restez sous {most} caractères chacune, séparées par des virgules." },
  },
} as const satisfies Readonly<Record<string, { readonly en: Told; readonly fr: Told }>> & Readonly<Record<AddressProblem, unknown>>;

export type RefusalCode = keyof typeof refusals;

export function isRefusalCode(text: string): text is RefusalCode {
  return Object.hasOwn(refusals, text);
}

/** What is wrong with a row, and what would mend it, in a reader's language. */
export function tellRefusal(
  { code, data }: { readonly code: RefusalCode; readonly data?: Readonly<Record<string, string | number>> | undefined },
  language: string,
): Told {
  const { problem, remedy } = refusals[code][language.startsWith("fr") ? "fr" : "en"];
  const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(data?.[name] ?? whole));
  return { problem: filled(problem), remedy: filled(remedy) };
}
