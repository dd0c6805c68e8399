interface Texts {
  readonly send: string;
  readonly optional: string;
  readonly onlyEmail: string;
  readonly choose: string;
  readonly leaveEmpty: string;
  readonly lookAgain: string;
  readonly wrong: string;
  readonly failed: string;
  readonly needsScript: string;
  readonly otherLanguage: string;
  readonly askedTwice: string;
}

const en: Texts = {
  send: "Send",
  optional: "optional",
  onlyEmail: "Only your e-mail address is needed. The rest helps us give you a better answer.",
  choose: "Please choose",
  leaveEmpty: "Leave this field empty",
  lookAgain: "Before it can be sent:",
  wrong: "To be mended",
  failed: "It could not be sent. Check your connection and try again: nothing you typed is lost.",
  needsScript: "The check against robots needs JavaScript.",
  otherLanguage: "In another language:",
  askedTwice: "If you agreed to our e-mails, one more is on its way: confirm by its link that it was you.",
};

const fr: Texts = {
  send: "Envoyer",
  optional: "facultatif",
  onlyEmail: "Seule votre adresse e-mail est indispensable. Le reste nous aide à mieux vous répondre.",
  choose: "Choisissez",
  leaveEmpty: "Laissez ce champ vide",
  lookAgain: "Avant l’envoi, il reste à corriger\u00a0:",
  wrong: "À corriger",
  failed: "L’envoi n’a pas abouti. Vérifiez votre connexion et réessayez\u00a0: rien de votre saisie n’est perdu.",
  needsScript: "La vérification contre les robots a besoin de JavaScript.",
  otherLanguage: "Dans une autre langue\u00a0:",
  askedTwice: "Si vous avez accepté nos e-mails, un message vous demande de confirmer d’un clic que c’était bien vous.",
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
