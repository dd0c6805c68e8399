interface Texts {
  readonly open: { readonly title: string; readonly text: string; readonly button: string; readonly stay: string };
  readonly confirmed: { readonly title: string; readonly text: string; readonly leave: string };
  readonly closed: { readonly title: string; readonly text: string; readonly button: string; readonly stay: string };
  readonly again: { readonly title: string; readonly text: string; readonly remedy: string };
  readonly broken: { readonly title: string; readonly text: string; readonly remedy: string };
}

const en: Texts = {
  open: {
    title: "May we write to you?",
    text: "With one click you confirm what was ticked for this address:",
    button: "Yes, I agree",
    stay: "Was it not you, or have you changed your mind? Close this page: without your click we do not write to you.",
  },
  confirmed: {
    title: "Thank you, it is confirmed.",
    text: "Our e-mails will come to this address:",
    leave: "You can leave at one click at any time: the link is in every e-mail.",
  },
  closed: {
    title: "This link can no longer be used.",
    text: "Its time has passed, or a newer e-mail has taken its place. Nothing has been changed for this address:",
    button: "Send me a new link",
    stay: "If you would rather not hear from us, close this page: nothing is sent.",
  },
  again: {
    title: "Look into your mailbox.",
    text: "If one more link may be sent to this address today, it is on its way:",
    remedy: "It can take a few minutes. Look among unwanted e-mails too; an earlier link may still work.",
  },
  broken: {
    title: "This link is not whole.",
    text: "Some mail programs cut long links in two. Nothing has been changed.",
    remedy: "Open the link from the e-mail itself, or fill in the form once more.",
  },
};

const fr: Texts = {
  open: {
    title: "Pouvons-nous vous écrire\u00a0?",
    text: "D’un clic, vous confirmez ce qui a été coché pour cette adresse\u00a0:",
    button: "Oui, je suis d’accord",
    stay: "Ce n’était pas vous, ou vous avez changé d’avis\u00a0? Fermez cette page\u00a0: sans votre clic, nous ne vous écrirons pas.",
  },
  confirmed: {
    title: "Merci, c’est confirmé.",
    text: "Nos e-mails arriveront à cette adresse\u00a0:",
    leave: "Vous pouvez vous désinscrire d’un clic à tout moment\u00a0: le lien figure dans chaque e-mail.",
  },
  closed: {
    title: "Ce lien ne peut plus être utilisé.",
    text: "Son délai est passé, ou un e-mail plus récent l’a remplacé. Rien n’a changé pour cette adresse\u00a0:",
    button: "M’envoyer un nouveau lien",
    stay: "Si vous préférez ne pas recevoir nos e-mails, fermez cette page\u00a0: rien n’est envoyé.",
  },
  again: {
    title: "Consultez votre messagerie.",
    text: "Si un lien de plus peut être envoyé aujourd’hui à cette adresse, il est en route\u00a0:",
    remedy:
      "Cela peut prendre quelques minutes. Regardez aussi parmi les indésirables\u00a0; un lien plus ancien est peut-être encore valable.",
  },
  broken: {
    title: "Ce lien est incomplet.",
    text: "Certaines messageries coupent les liens trop longs. Rien n’a été modifié.",
    remedy: "Ouvrez le lien depuis l’e-mail lui-même, ou remplissez de nouveau le formulaire.",
  },
};

export function confirmTexts(language: string): Texts {
  return language.startsWith("fr") ? fr : en;
}
