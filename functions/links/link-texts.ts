interface Texts {
  readonly ask: { readonly title: string; readonly text: string; readonly button: string; readonly stay: string };
  readonly done: { readonly title: string; readonly text: string; readonly again: string };
  readonly broken: { readonly title: string; readonly text: string; readonly remedy: string };
}

const en: Texts = {
  ask: {
    title: "Stop these e-mails?",
    text: "One click and we write no more to this address:",
    button: "Unsubscribe",
    stay: "If you would rather go on reading us, close this page: nothing changes.",
  },
  done: {
    title: "You are unsubscribed.",
    text: "We will not write to this address again:",
    again: "Nothing else is needed. Should one more e-mail have been on its way at this very moment, please forgive it: it is the last.",
  },
  broken: {
    title: "This link is not whole.",
    text: "Some mail programs cut long links in two. Nothing has been changed.",
    remedy: "Open the unsubscribe link from the e-mail itself, or simply answer the e-mail with the word “stop”.",
  },
};

const fr: Texts = {
  ask: {
    title: "Ne plus recevoir nos e-mails\u00a0?",
    text: "Un clic suffit, et nous n’écrirons plus à cette adresse\u00a0:",
    button: "Me désinscrire",
    stay: "Si vous préférez continuer à nous lire, fermez simplement cette page\u00a0: rien ne change.",
  },
  done: {
    title: "Votre désinscription est faite.",
    text: "Nous n’écrirons plus à cette adresse\u00a0:",
    again: "Vous n’avez rien d’autre à faire. Si un dernier e-mail était déjà en route à cet instant, veuillez nous en excuser.",
  },
  broken: {
    title: "Ce lien est incomplet.",
    text: "Certaines messageries coupent les liens trop longs. Rien n’a été modifié.",
    remedy: "Ouvrez le lien de désinscription depuis l’e-mail lui-même, ou répondez-lui simplement par le mot «\u00a0stop\u00a0».",
  },
};

export function linkTexts(language: string): Texts {
  return language.startsWith("fr") ? fr : en;
}
