import type { en } from "./preview.en.ts";

export const fr: Readonly<Record<keyof typeof en, string>> = {
  "preview.label": "Aperçu",
  "preview.for": "Tel que le reçoit",
  "preview.example": "une personne fictive",
  "preview.useExample": "Revenir à la personne fictive",
  "preview.find": "Une autre personne : nom, adresse, société",
  "preview.nobody": "Personne ne correspond à « {words} ».",
  "preview.inbox": "Dans la boîte de réception",
  "preview.subject": "Objet :",
  "preview.preheader": "Texte d’aperçu :",
  "preview.noPreheader": "Pas de texte d’aperçu : les messageries afficheront le début de l’e-mail.",
  "preview.views": "Mode de lecture",
  "preview.view.desktop": "Ordinateur",
  "preview.view.phone": "Téléphone",
  "preview.view.dark": "Mode sombre",
  "preview.view.text": "Texte brut",
  "preview.frame": "L’e-mail « {subject} »",
  "preview.noDark": "Cet e-mail ne prévoit rien pour le mode sombre : selon la messagerie, il reste clair ou ses couleurs sont inversées.",
  "preview.pictures":
    "{count, plural, one {Une image n’est pas affichée} other {# images ne sont pas affichées}} : ici, rien n’est chargé depuis l’extérieur.",
  "preview.links": "{count, plural, one {Un lien} other {# liens}} et leur destination",
  "preview.linkWithoutText": "un lien sans texte",
  "preview.weight": "Poids de l’e-mail",
  "preview.kilobytes": "{size} Ko",
  "preview.weight.under": "sur les 102 Ko au-delà desquels Gmail tronque un e-mail.",
  "preview.weight.close": "sur les 102 Ko au-delà desquels Gmail tronque un e-mail : un nom plus long suffirait à dépasser.",
  "preview.weight.over":
    "dépassent les 102 Ko qu’affiche Gmail : le reste est tronqué, lien de désabonnement compris. Raccourcissez l’e-mail ou faites-en deux.",
  "preview.problems":
    "{count, plural, one {Ce texte ne donne pas encore d’e-mail} other {Ce texte ne donne pas encore d’e-mail : # problèmes}}",
  "preview.at": "{file}, ligne {line}, colonne {column}",
  "preview.lastGood": "Ci-dessous, la dernière version du texte qui donnait un e-mail.",
};
