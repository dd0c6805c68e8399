/** What the compiler says of files, sequences, scores, lifecycles and the person's schema. */
export const definitionSentences = {
  "there are two of the name {name}": "deux fichiers portent le nom {name}",
  "the file is missing": "le fichier manque",
  "copy the one that came with Relance": "copiez celui qui est fourni avec Relance",
  "this is not written in {language}": "ce texte n’est pas écrit en {language}",
  "add {language}: …, or take the language out of settings.yaml": "ajoutez {language}: …, ou retirez cette langue de settings.yaml",
  "nothing reads this file": "rien ne lit ce fichier",
  "put it under forms/, emails/ or sequences/, with the ending .yaml or .<language>.mjml":
    "placez-le dans forms/, emails/ ou sequences/, avec la terminaison .yaml ou .<langue>.mjml",
  "{name} is a name with a meaning of its own": "{name} est un nom qui a déjà un sens",
  "{name} is in use and cannot be taken away": "{name} est utilisé et ne peut pas être supprimé",
  "{name} is in use and cannot become {type}": "{name} est utilisé et ne peut pas devenir {type}",
  "change first where it is used: {uses}": "modifiez d’abord là où il est utilisé : {uses}",
  "Relance tells the company's people with this e-mail, and it is not there as a notice":
    "Relance prévient l’équipe par cet e-mail, et il n’existe pas comme notice",
  "copy the one that came with Relance, with purpose: notice in its front matter":
    "copiez celui qui est fourni avec Relance, avec purpose: notice dans son en-tête",
  "{email} is a notice, for the company's own people": "{email} est une notice, destinée à l’équipe",
  "{email} asks people to confirm that they agree: a form's or a source's doubleOptIn sends it":
    "{email} demande de confirmer un accord : c’est le doubleOptIn d’un formulaire ou d’une source qui l’envoie",
  "send a marketing e-mail, or use a notify step": "envoyez un e-mail marketing, ou utilisez une étape notify",
  "this file is no part of {kind} {name}": "ce fichier ne fait pas partie de {kind} {name}",
  "publish each definition with its own files; POST /api/publish takes all of them together":
    "publiez chaque définition avec ses propres fichiers",
  "this is not called {name} any more": "cela ne s’appelle plus {name}",
  "write {kind}: {name} again; for another name, make a new one and retire this":
    "écrivez de nouveau {kind}: {name} ; pour un autre nom, créez-en un nouveau et retirez celui-ci",

  "the window ends at {to}, before it begins at {from}": "la plage finit à {to}, avant de commencer à {from}",
  "let it end later on the same day": "faites-la finir plus tard le même jour",
  "there is no form {form}": "il n’y a pas de formulaire {form}",
  "name one of: {names}": "nommez l’un de ceux-ci : {names}",
  "{text} is no duration": "{text} n’est pas une durée",
  "write never, always, or a duration such as P90D": "écrivez never (une seule fois), always (toujours), ou une durée comme P90D",
  "nothing comes after an exit": "rien ne suit une sortie (exit)",
  "move this step before the exit, or take it out": "déplacez cette étape avant la sortie, ou supprimez-la",
  "the step {id} stands twice": "l’étape {id} s’y trouve deux fois",
  "give each step an id of its own": "donnez à chaque étape son propre id",
  "there is no e-mail {email}": "il n’y a pas d’e-mail {email}",
  "write it as P2D (two days), P1W (a week) or PT4H (four hours)":
    "écrivez-la comme P2D (deux jours), P1W (une semaine) ou PT4H (quatre heures)",
  "both arms of this branch are empty": "les deux côtés de cette bifurcation sont vides",
  "write steps under then or else": "écrivez des étapes sous then ou else",
  "this mail would leave together with the one before it": "cet e-mail partirait en même temps que le précédent",
  "put a wait between them": "mettez une attente (wait) entre les deux",
  "this step names no act: one of {acts}": "cette étape ne dit pas quoi faire : l’un de {acts}",
  "this step names {acts}: one act a step": "cette étape nomme {acts} : une seule action par étape",

  "fit is part of the score, so it cannot depend on it": "l’adéquation fait partie du score, elle ne peut donc pas en dépendre",
  "judge by what the person told us; give points for what they do under engagement":
    "jugez d’après ce que la personne a dit ; donnez des points à ce qu’elle fait sous engagement",
  "the rule {id} stands twice": "la règle {id} s’y trouve deux fois",
  "give each rule an id of its own": "donnez à chaque règle son propre id",
  "zero points score nothing": "zéro point ne compte pas",
  "nobody can foresee when a condition on engagement ceases to hold":
    "personne ne peut prévoir quand une condition sur l’engagement cesse d’être vraie",
  "state it beside the condition, as engagementAtLeast: 25 or engagementBelow: 5":
    "écrivez-la à côté de la condition, comme engagementAtLeast: 25 ou engagementBelow: 5",
  "high interest ({high} points) is not more than real interest ({real})":
    "l’intérêt fort ({high} points) ne dépasse pas l’intérêt réel ({real})",
  "give high more points than real": "donnez plus de points à high qu’à real",
  "only a purchase wins somebody": "seul un achat fait gagner quelqu’un",
  "leave it out: a purchase does it by itself": "supprimez-la : un achat le fait de lui-même",
  "only people call somebody lost": "seule une personne peut dire que quelqu’un est perdu",
  "lead back to awareness instead": "ramenez plutôt à awareness (découverte)",
  "no engagement is {least} or more and below {below}": "aucun engagement n’est à la fois d’au moins {least} et de moins de {below}",
  "let the range not be empty": "donnez un intervalle qui ne soit pas vide",

  "lower-case letters, digits and hyphens": "des minuscules, des chiffres et des traits d’union",
  "letters and digits, as firstName": "des lettres et des chiffres, comme firstName",
  "a time of day as 09:00": "une heure comme 09:00",
  "write something here": "écrivez quelque chose ici",
  "an address as https://company.example": "une adresse comme https://entreprise.example",
  "a domain as replies.company.example": "un domaine comme reponses.entreprise.example",
  "a language as fr or fr-CA": "une langue comme fr ou fr-CA",
  "a time zone as Europe/Paris": "un fuseau horaire comme Europe/Paris",
  "the window ends before it begins: let it end later on the same day":
    "la plage finit avant de commencer : faites-la finir plus tard le même jour",
} as const;
