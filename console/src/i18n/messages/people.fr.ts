import type { en } from "./people.en.ts";

export const fr: Readonly<Record<keyof typeof en, string>> = {
  "people.title": "Personnes",
  "people.lead": "Qui appeler d’abord : les scores les plus élevés en tête.",
  "people.search": "Adresse e-mail",
  "people.searchButton": "Chercher",
  "people.all": "Voir tout le monde",
  "people.none": "Personne pour l’instant",
  "people.noneText": "Les personnes arrivent par les formulaires et les webhooks. Remplissez le formulaire d’exemple, puis revenez.",
  "people.openForm": "Ouvrir le formulaire",
  "people.notFound": "Personne n’a l’adresse {email}.",
  "people.name": "Personne",
  "people.stage": "Étape du parcours",
  "people.lifecycle": "Statut",
  "people.score": "Score",
  "people.lastAction": "Dernière action",
  "people.narrow": "Affiner la liste",
};
