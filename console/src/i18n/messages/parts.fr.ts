import type { en } from "./parts.en.ts";

export const fr: Readonly<Record<keyof typeof en, string>> = {
  "common.more": "Afficher la suite",
  "common.close": "Fermer",
  "common.never": "jamais",
  "common.unknown": "inconnu",
  "common.retry": "Réessayer",
  "common.failed": "Cela n’a pas abouti",
  "common.remedy": "Pour y remédier : {remedy}",
  "common.field": "Concerne : {field}",
  "common.loading": "Chargement",
  "common.technical": "Cause de l’échec",
};
