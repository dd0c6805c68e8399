/** The pages' words. French typography: no-break spaces before high punctuation, typographic apostrophes. */
const texts = {
  fr: {
    title: "Boîte aux lettres locale · Relance",
    mailbox: "Boîte aux lettres",
    console: "Console",
    form: "Formulaire",
    language: "Langue",
    search: "Chercher une adresse ou un objet",
    noMails: "Aucun e-mail pour l’instant. Remplissez le formulaire d’exemple : le premier arrive dans la minute.",
    noMatch: "Aucun e-mail ne correspond.",
    openForm: "Ouvrir le formulaire",
    choose: "Choisissez un e-mail pour le lire comme son destinataire.",
    back: "Tous les e-mails",
    from: "De",
    to: "À",
    replyTo: "Réponse à",
    sent: "Envoyé",
    html: "HTML",
    text: "Texte",
    source: "Source",
    views: "Façons de voir cet e-mail",
    act: "Faire comme son destinataire",
    open: "Ouvrir",
    noPixel: "Cette personne n’a pas accepté la mesure des ouvertures : son e-mail n’a pas de pixel.",
    bounce: "Adresse refusée",
    complaint: "Signaler comme indésirable",
    reply: "Répondre",
    replyText: "Votre réponse",
    replySample: "Bonjour, oui, cela m’intéresse. Appelez-moi demain matin.",
    send: "Envoyer la réponse",
    outOfOffice: "Absence du bureau",
    outOfOfficeText: "Je suis absent du bureau jusqu’à lundi et vous répondrai à mon retour.",
    links: "Liens à cliquer",
    oneLink: "Lien à cliquer",
    now: "Il est ici",
    moved: "heure avancée",
    advanceNext: "Avancer à la prochaine échéance",
    plusDay: "+ 1 jour",
    next: "Prochaine échéance",
    nothingDue: "Aucune échéance prévue",
    enrollment: "une séquence",
    submission: "une soumission",
    review: "un score à revoir",
    working: "Un instant…",
    advanced: (n) =>
      n === 0
        ? "L’heure a avancé ; rien n’était dû."
        : n === 1
          ? "L’heure a avancé ; une échéance traitée."
          : `L’heure a avancé ; ${n} échéances traitées.`,
    stuck: (n) => `${n} échéance(s) n’ont pas pu être traitées et ont été passées.`,
    clicked: "Clic transmis.",
    clickedExample: "Clic transmis. Ce site d’exemple n’existe pas : rien à ouvrir.",
    opened: "Ouverture transmise.",
    bounced: "Rejet transmis : on n’écrira plus à cette adresse.",
    complained: "Plainte transmise : on n’écrira plus à cette adresse.",
    replied: "Réponse transmise.",
    "ignored-not-measured": "Cette personne n’a pas accepté la mesure des ouvertures : rien n’est transmis.",
    "ignored-answered-elsewhere": "La réponse à cet e-mail va à quelqu’un d’autre que Relance.",
    failed: (why) => `Échec : ${why}`,
    lost: "Relance ne répond plus. Est-il arrêté ?",
    "fate-bounced": "Refusé par le destinataire",
    "fate-complained": "Signalé comme indésirable",
    "fate-suppressed-by-ses": "Non remis : opposition de SES",
    "fate-suppressed-by-account": "Non remis : liste d’opposition du compte",
    gateTitle: "Il faut le jeton de ce Relance",
    gateText:
      "Il se trouve derrière le # de l’adresse que Relance a affichée à son démarrage, et dans le fichier « token » de son dossier de données.",
    token: "Jeton",
    enter: "Entrer",
    wrongToken: "Ce n’est pas le jeton de ce Relance.",
    startTitle: "Relance tourne sur votre machine.",
    startLead: "Tout y est, comme sur AWS : rien ne sort d’ici, et les e-mails arrivent dans la boîte locale.",
    formDoor: "Le formulaire d’exemple",
    formDoorText: "Une demande d’étude d’éclairage chez Atelier Lumen. Laissez une adresse : elle peut être inventée.",
    mailboxDoor: "La boîte aux lettres",
    mailboxDoorText: "Chaque e-mail envoyé. Lisez, cliquez, répondez, refusez ; et avancez l’heure.",
    consoleDoor: "La console",
    consoleDoorText: "Les personnes, leur score et ses raisons, ce qui est dû.",
    storyTitle: "Une histoire en deux minutes",
    story1: "Remplissez le formulaire : le premier e-mail arrive aussitôt.",
    story2: "Dans la boîte aux lettres, avancez à la prochaine échéance : la relance part.",
    story3: "Cliquez un lien, puis regardez le score monter dans la console.",
    story4: "Répondez : la séquence s’arrête, et l’équipe est prévenue.",
  },
  en: {
    title: "Local mailbox · Relance",
    mailbox: "Mailbox",
    console: "Console",
    form: "Form",
    language: "Language",
    search: "Find an address or a subject",
    noMails: "No mail yet. Fill in the example’s form: the first one arrives within a minute.",
    noMatch: "No mail matches.",
    openForm: "Open the form",
    choose: "Choose a mail to read it as its recipient does.",
    back: "All mails",
    from: "From",
    to: "To",
    replyTo: "Reply to",
    sent: "Sent",
    html: "HTML",
    text: "Text",
    source: "Source",
    views: "Ways to see this mail",
    act: "Act as its recipient",
    open: "Open",
    noPixel: "This person did not agree to have opens measured: their mail has no pixel.",
    bounce: "Bounce",
    complaint: "Report as spam",
    reply: "Reply",
    replyText: "Your reply",
    replySample: "Hello, yes, I am interested. Please call me tomorrow morning.",
    send: "Send the reply",
    outOfOffice: "Out of office",
    outOfOfficeText: "I am out of the office until Monday and will answer when I am back.",
    links: "Links to click",
    oneLink: "Link to click",
    now: "It is now",
    moved: "moved ahead",
    advanceNext: "Advance to the next thing due",
    plusDay: "+ 1 day",
    next: "Next due",
    nothingDue: "Nothing is due",
    enrollment: "a sequence",
    submission: "a submission",
    review: "a score to review",
    working: "One moment…",
    advanced: (n) =>
      n === 0
        ? "Time has moved; nothing was due."
        : n === 1
          ? "Time has moved; one thing was due and is done."
          : `Time has moved; ${n} things were due and are done.`,
    stuck: (n) => `${n} due item(s) could not be done and were passed over.`,
    clicked: "The click has been told.",
    clickedExample: "The click has been told. This example’s site does not exist: nothing to open.",
    opened: "The open has been told.",
    bounced: "The bounce has been told: nobody will write to this address again.",
    complained: "The complaint has been told: nobody will write to this address again.",
    replied: "The reply has been delivered.",
    "ignored-not-measured": "This person did not agree to have opens measured: nothing is told.",
    "ignored-answered-elsewhere": "Answers to this mail go to somebody else than Relance.",
    failed: (why) => `That failed: ${why}`,
    lost: "Relance does not answer. Has it been stopped?",
    "fate-bounced": "Bounced",
    "fate-complained": "Reported as spam",
    "fate-suppressed-by-ses": "Not delivered: suppressed by SES",
    "fate-suppressed-by-account": "Not delivered: on the account’s suppression list",
    gateTitle: "This needs the token of this Relance",
    gateText: "It stands behind the # of the address Relance printed when it started, and in the file “token” of its data folder.",
    token: "Token",
    enter: "Enter",
    wrongToken: "This is not the token of this Relance.",
    startTitle: "Relance is running on your machine.",
    startLead: "All of it, as on AWS: nothing leaves this place, and mail goes to the local mailbox.",
    formDoor: "The example’s form",
    formDoorText: "Ask Atelier Lumen for a lighting study. Leave an address: an invented one will do.",
    mailboxDoor: "The mailbox",
    mailboxDoorText: "Every mail that was sent. Read, click, reply, bounce; and move the time.",
    consoleDoor: "The console",
    consoleDoorText: "People, their score and its reasons, and what is due.",
    storyTitle: "A story in two minutes",
    story1: "Fill in the form: the first mail arrives at once.",
    story2: "In the mailbox, advance to the next thing due: the follow-up leaves.",
    story3: "Click a link, then watch the score rise in the console.",
    story4: "Reply: the sequence stops, and the team is told.",
  },
};

const languages = ["fr", "en"];
const kept = localStorage.getItem("relance-language");
const wished = [kept, ...navigator.languages.map((tag) => tag.slice(0, 2))];
export const language = wished.find((tag) => languages.includes(tag)) ?? "en";

/** How dates and times are written. */
export const locale = language === "fr" ? "fr-FR" : "en-GB";

/** The text under a key; some take a value. */
export function say(key, value) {
  const text = texts[language][key];
  return typeof text === "function" ? text(value) : text;
}

/** Puts the texts where the page names them, and makes the language switch work. */
export function translate(root = document) {
  document.documentElement.lang = language;
  for (const element of root.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
  for (const element of root.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
  for (const element of root.querySelectorAll("[data-hint]")) element.setAttribute("placeholder", say(element.dataset.hint));
  for (const button of root.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
    button.addEventListener("click", () => {
      localStorage.setItem("relance-language", button.dataset.language);
      location.reload();
    });
  }
}
