/** What a fault of ours says of itself: why work was put off, stopped, or given up. */
export const faultSentences = {
  "The person {person} was changed by others {times} times in a row.":
    "La personne {person} a été modifiée par d’autres {times} fois de suite pendant ce travail.",
  "The person {person} was changed meanwhile.": "La personne {person} a été modifiée entre-temps.",
  "The person {person} is being merged.": "La personne {person} est en cours de fusion.",
  "The person {person} is merged into another.": "La personne {person} a été fusionnée avec une autre.",
  "The person {person} is not there.": "La personne {person} n’est plus dans la base.",
  "The person of line {line} was changed by others {times} times in a row.":
    "La personne de la ligne {line} a été modifiée par d’autres {times} fois de suite pendant l’import.",
  "The merge {merge} is performed twice at once.": "La fusion {merge} est exécutée deux fois en même temps.",
  "The run {run} was changed by others {times} times in a row.": "Le parcours {run} a été modifié par d’autres {times} fois de suite.",
  "The submission {submission} was changed by others meanwhile.": "L’envoi {submission} a été modifié par d’autres entre-temps.",
  "The request to {person} was changed by others {times} times in a row.":
    "La demande d’accord à {person} a été modifiée par d’autres {times} fois de suite.",
  "The request to {person} was changed by others meanwhile.": "La demande d’accord à {person} a été modifiée par d’autres entre-temps.",
  "The owner will be told of the reply {reply} later.": "Le responsable sera prévenu plus tard de la réponse {reply}.",
  "Version {version} of the sequence {sequence} is not in the table.":
    "La version {version} de la séquence {sequence} n’est plus dans la base.",
  "The e-mail {email} is not published.": "L’e-mail {email} n’est pas publié.",
  "No {kind} is published. Publish templates/ first: npm run push.":
    "Il manque une publication ({kind}). Publiez d’abord templates/ : npm run push.",
  "A purchase names an impossible e-mail address: {heard}": "Un achat porte une adresse e-mail impossible : {heard}",
  "This function asks no vendor: another will.": "Cette fonction n’interroge aucun outil : une autre le fera.",
  "The received mail cannot be parsed.": "L’e-mail reçu est illisible.",
  "The received mail {key} has no body.": "L’e-mail reçu {key} n’a pas de contenu.",
  "EventBridge refused {count} events: {heard}": "EventBridge a refusé {count} événements : {heard}",
  "Others published {kind} {name} {times} times meanwhile. Publish again.":
    "D’autres ont publié {kind} {name} {times} fois entre-temps. Publiez de nouveau.",
  "The MJML compiler broke down on an earlier file. Start this process anew.":
    "Le compilateur MJML s’est arrêté sur un fichier précédent. Relancez ce programme.",
  "{kind} {name} has {bytes} bytes packed, more than {most}. Shorten it.":
    "{kind} {name} pèse {bytes} octets compressé, plus que {most}. Raccourcissez-le.",
  "a rendered template has {length} characters, more than {most}": "un texte rempli compte {length} caractères, plus que {most}",
  "the e-mail {email} has no language at all": "l’e-mail {email} n’est écrit dans aucune langue",
  "a published e-mail does not parse: {heard}": "un e-mail publié ne se lit pas : {heard}",
  "SES refused it": "SES l’a refusé",
  "SES answered without a message id": "SES a répondu sans identifiant de message",
  "SES could not render it": "SES n’a pas pu remplir l’e-mail",
  "rejected by SES": "rejeté par SES",
} as const;
