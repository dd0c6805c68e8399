import type { Purpose } from "#core/person/consent.ts";
import type { ConsentAct } from "./consent-acts.ts";

interface Texts {
  readonly en: string;
  readonly fr: string;
}

const marketing: Readonly<Record<ConsentAct, Texts>> = {
  given: { en: "A basis for writing to them was given", fr: "Une base a été donnée pour leur écrire" },
  asked: {
    en: "The box was ticked; the person was asked by mail to confirm it",
    fr: "La case a été cochée ; confirmation demandée par e-mail",
  },
  "asked-again": { en: "The same was asked for again", fr: "La même demande a été faite de nouveau" },
  confirmed: { en: "The person confirmed by the link in the mail", fr: "La personne a confirmé par le lien de l’e-mail" },
  lapsed: { en: "The confirmation did not come", fr: "La confirmation n’est pas venue" },
  withdrawn: { en: "The agreement was withdrawn", fr: "L’accord a été retiré" },
  "not-given": { en: "No basis was given", fr: "Aucune base n’a été accordée" },
  merged: { en: "Two records of this person were merged", fr: "Deux fiches de cette personne ont été fusionnées" },
  unmerged: { en: "The merge of two records was undone", fr: "La fusion de deux fiches a été annulée" },
};

const measurement: Readonly<Partial<Record<ConsentAct, Texts>>> = {
  given: { en: "Agreed that openings and page views are counted", fr: "Accord pour la mesure des ouvertures et des pages vues" },
  withdrawn: { en: "The agreement to be measured was withdrawn", fr: "L’accord à la mesure a été retiré" },
};

/** What happened to a purpose, in a sentence. */
export function consentTexts(purpose: Purpose, act: ConsentAct): Texts {
  return (purpose === "measurement" ? measurement[act] : undefined) ?? marketing[act];
}
