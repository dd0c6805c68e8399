import type { ArrivalProblem } from "#core/submission/read-arrival.ts";

interface Texts {
  readonly send: string;
  readonly optional: string;
  readonly onlyEmail: string;
  readonly choose: string;
  readonly leaveEmpty: string;
  readonly lookAgain: string;
  readonly otherLanguage: string;
  readonly problems: Readonly<Record<ArrivalProblem["code"], string>>;
}

const en: Texts = {
  send: "Send",
  optional: "optional",
  onlyEmail: "Only your e-mail address is needed. The rest helps us give you a better answer.",
  choose: "Please choose",
  leaveEmpty: "Leave this field empty",
  lookAgain: "One thing needs another look:",
  otherLanguage: "In another language:",
  problems: {
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
  },
};

const fr: Texts = {
  send: "Envoyer",
  optional: "facultatif",
  onlyEmail: "Seule votre adresse e-mail est indispensable. Le reste nous aide à mieux vous répondre.",
  choose: "Choisissez",
  leaveEmpty: "Laissez ce champ vide",
  lookAgain: "Un point reste à corriger\u00a0:",
  otherLanguage: "Dans une autre langue\u00a0:",
  problems: {
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
  },
};

/** What our own pages say around a form's own texts: French to French readers, English to all others. */
export function pageTexts(language: string): Texts {
  return language.startsWith("fr") ? fr : en;
}

/** A language by its own name, for whoever looks for it. */
export function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
