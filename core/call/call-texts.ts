import { type CallOutcome, callOutcomes, type CallReason } from "./call.ts";

interface Texts {
  readonly en: string;
  readonly fr: string;
}

/** Why to call, in a sentence. */
export const callReasonTexts: Readonly<Record<CallReason, Texts>> = {
  replied: { en: "Replied to a mail and has no answer yet.", fr: "A répondu à un e-mail et attend votre réponse." },
  promised: { en: "You said you would call.", fr: "Vous aviez promis de rappeler." },
  asked: { en: "Is qualified and has just sent a form.", fr: "Est qualifié(e) et vient d’envoyer un formulaire." },
  interested: { en: "Has just clicked in a mail.", fr: "Vient de cliquer dans un e-mail." },
  "gone-quiet": {
    en: "Nothing has happened for days although an offer is open.",
    fr: "Silence depuis plusieurs jours alors qu’une offre est en cours.",
  },
};

/** What to do about it, in a sentence. */
export const callAdvice: Readonly<Record<CallReason, Texts>> = {
  replied: { en: "Read their reply, then answer by phone.", fr: "Lisez sa réponse, puis rappelez." },
  promised: { en: "Call as you promised.", fr: "Rappelez comme convenu." },
  asked: {
    en: "Call while the request is fresh, and ask what is missing of the qualification.",
    fr: "Appelez tant que la demande est fraîche et complétez la qualification.",
  },
  interested: { en: "Ask what caught their interest.", fr: "Demandez ce qui a retenu son attention." },
  "gone-quiet": { en: "Ask after the offer, or move them to another stage.", fr: "Prenez des nouvelles de l’offre, ou changez l’étape." },
};

const outcomes: Readonly<Record<CallOutcome, Texts>> = {
  reached: { en: "Call: reached", fr: "Appel : joint(e)" },
  meeting: { en: "Call: a meeting was made", fr: "Appel : rendez-vous pris" },
  "no-answer": { en: "Call: no answer", fr: "Appel : sans réponse" },
  "message-left": { en: "Call: left a message", fr: "Appel : message laissé" },
  done: { en: "Settled", fr: "Affaire réglée" },
};

/** What came of a call, in a word or two. */
export function callOutcomeTexts(outcome: string): Texts {
  const known = callOutcomes.find((candidate) => candidate === outcome);
  return known === undefined ? { en: "Call", fr: "Appel" } : outcomes[known];
}
