import { firstOfMonth } from "#core/time/first-of-month.ts";
import type { FieldProblem } from "#core/form/field-problem.ts";
import { textIn } from "#core/form/text-in.ts";

type Sentences = Readonly<Record<FieldProblem["code"], string>>;

const en: Sentences = {
  "address-missing": "Enter your e-mail address, such as claire@example.com.",
  "address-without-at": "The @ is missing: enter the address in full, such as claire@example.com.",
  "address-without-name": "Something is missing before the @: enter the address in full, such as claire@example.com.",
  "address-name": "There is a space or a stray sign before the @.",
  "address-domain": "What comes after the @ does not look right: it reads like example.com.",
  "address-too-long": "This address is too long for a mail server: check it for a slip.",
  "field-empty": "Please fill in this field.",
  "purchase-currency": "This currency is not known.",
  "purchase-amount": "This amount is not a number.",
  "not-this-kind": "This form could not be read.",
  "choice-missing": "Please choose one.",
  "box-unticked": "Please tick this box to go on.",
  "not-a-number": "Enter a number, such as 12 or 1,250.50.",
  "number-too-small": "Enter {limit} or more.",
  "number-too-large": "Enter {limit} or less.",
  "not-a-date": "Enter a date, such as 2026-11-27.",
  "date-too-early": "Choose {limit} or later.",
  "date-too-late": "Choose {limit} or earlier.",
  "not-a-phone": "Enter a telephone number, such as +33 4 78 00 00 00.",
  "not-a-page": "Enter the address of a page, such as https://example.com.",
  "text-too-short": "Write at least {limit} characters.",
  "text-too-long": "Write at most {limit} characters.",
  "text-pattern": "This is not written as expected.",
  "address-shared": "This is a shared mailbox: enter an address of your own.",
  "address-thrown-away": "This address will not last: enter one that you will keep.",
};

const fr: Sentences = {
  "address-missing": "Indiquez votre adresse e-mail, par exemple claire@exemple.fr.",
  "address-without-at": "Il manque le @\u00a0: saisissez l’adresse entière, par exemple claire@exemple.fr.",
  "address-without-name": "Il manque quelque chose avant le @\u00a0: saisissez l’adresse entière, par exemple claire@exemple.fr.",
  "address-name": "Il y a une espace ou un signe en trop avant le @.",
  "address-domain": "Ce qui suit le @ ne semble pas juste\u00a0: on attend un domaine comme exemple.fr.",
  "address-too-long": "Cette adresse est trop longue pour un serveur de messagerie\u00a0: vérifiez la saisie.",
  "field-empty": "Ce champ est à remplir.",
  "purchase-currency": "Cette devise n’est pas connue.",
  "purchase-amount": "Ce montant n’est pas un nombre.",
  "not-this-kind": "Ce formulaire n’a pas pu être lu.",
  "choice-missing": "Choisissez une réponse.",
  "box-unticked": "Cochez cette case pour continuer.",
  "not-a-number": "Indiquez un nombre, par exemple 12 ou 1\u202f250,50.",
  "number-too-small": "Indiquez {limit} ou plus.",
  "number-too-large": "Indiquez {limit} ou moins.",
  "not-a-date": "Indiquez une date, par exemple 27/11/2026.",
  "date-too-early": "Choisissez le {limit} ou une date plus tardive.",
  "date-too-late": "Choisissez le {limit} ou une date antérieure.",
  "not-a-phone": "Indiquez un numéro de téléphone, par exemple 04 78 00 00 00.",
  "not-a-page": "Indiquez l’adresse d’une page, par exemple https://exemple.fr.",
  "text-too-short": "Écrivez au moins {limit} caractères.",
  "text-too-long": "Écrivez au plus {limit} caractères.",
  "text-pattern": "Ce n’est pas écrit comme attendu.",
  "address-shared": "C’est une boîte partagée\u00a0: indiquez une adresse qui vous est propre.",
  "address-thrown-away": "Cette adresse est jetable\u00a0: indiquez celle que vous garderez.",
};

/** What is said beside a field: the form's own words for it where it has some, else ours, with the bound as its reader writes it. */
export function problemText(problem: FieldProblem, language: string): string {
  if (problem.message !== undefined) return textIn(problem.message, language);
  const sentence = (language.startsWith("fr") ? fr : en)[problem.code];
  return problem.limit === undefined ? sentence : sentence.replace("{limit}", () => shownLimit(problem.limit ?? "", language));
}

function shownLimit(limit: string | number, language: string): string {
  if (typeof limit === "number") return new Intl.NumberFormat(language).format(limit);
  return firstOfMonth(new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(limit)), language);
}
