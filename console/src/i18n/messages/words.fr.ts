import type { en } from "./words.en.ts";

export const fr: Readonly<Record<keyof typeof en, string>> = {
  "lifecycle.contact": "contact",
  "lifecycle.prospect": "prospect",
  "lifecycle.client": "client",
  "stage.awareness": "Prise de connaissance",
  "stage.connection": "Mise en relation",
  "stage.qualification": "Qualification",
  "stage.proposal": "Proposition personnalisée",
  "stage.negotiation": "Négociation",
  "stage.won": "Transformation",
  "stage.lost": "Perdu",
  "stage.place": "Étape {place} sur 6",
  "suppressed.unsubscribed": "désabonnement",
  "suppressed.bounced": "adresse disparue",
  "suppressed.complained": "signalement comme indésirable",
  "suppressed.manual": "mise en opposition",
};
