import type { en } from "./pipeline.en.ts";

export const fr: Readonly<Record<keyof typeof en, string>> = {
  "nav.pipeline": "Pipeline",
  "palette.pipeline": "tableau étapes affaires valeur ventes",
  "pipeline.title": "Pipeline",
  "pipeline.lead": "Où en est chacun, les plus anciens d’abord.",
  "pipeline.count": "{count, plural, =0 {personne} one {# personne} other {# personnes}}",
  "pipeline.oldest": "Le plus ancien : {age}",
  "pipeline.days": "{count, plural, =0 {moins d’un jour} one {# jour} other {# jours}}",
  "pipeline.inStage": "À cette étape depuis {age}",
  "pipeline.empty": "Personne à cette étape.",
  "pipeline.none": "La base est vide",
  "pipeline.noneText":
    "Les personnes arrivent par les formulaires, les webhooks et les imports. Chacune se range ensuite à une étape, par les règles du parcours ou de votre main.",
  "pipeline.move": "Déplacer {name}",
  "pipeline.moveHow": "Espace ou Entrée saisit la carte ; les flèches choisissent l’étape ; Espace ou Entrée la dépose ; Échap annule.",
  "pipeline.pickedUp": "{name} : carte saisie, étape {stage}. Choisissez une étape avec les flèches.",
  "pipeline.over": "Au-dessus de {stage}, {place} sur {of}.",
  "pipeline.letBe": "{name} reste à l’étape {stage}.",
  "pipeline.dropped": "{name} : carte déposée sur {stage}. Dites pourquoi.",
  "pipeline.why": "{name} : de {from} à {to}",
  "pipeline.points": "{points} pts",
  "pipeline.toCall": "À appeler",
  "pipeline.stages": "Étapes",
  "pipeline.worth": "Valeur totale",
  "pipeline.noValue": "sans valeur",
};
