import type { en } from "./work.en.ts";

export const fr: Readonly<Record<keyof typeof en, string>> = {
  "due.title": "Ce qui vient",
  "due.lead": "Tout ce qui attend, et pourquoi. Rien ici ne coûte tant que l’heure n’est pas venue.",
  "due.none": "Rien n’attend",
  "due.noneText": "Quand une personne entre dans une séquence, sa prochaine étape s’affiche ici.",
  "due.kind.submission": "Une soumission à traiter",
  "due.kind.enrollment": "Séquence {sequence}, étape {step}",
  "due.kind.review": "Un score à revoir",
  "due.kind.job": "Un travail long en cours",
  "parked.title": "En panne",
  "parked.lead": "Ce que Relance a abandonné après plusieurs essais. Rien n’est perdu : corrigez la cause, puis réessayez.",
  "parked.none": "Rien n’est en panne",
  "parked.noneText": "Tout ce qui a été tenté a réussi.",
  "parked.tries": "{count, plural, one {# essai} other {# essais}}",
  "parked.retryAll": "Tout réessayer",
  "parked.retryingAll": "Nouveaux essais",
  "parked.retriedAll": "{count, plural, =0 {Rien n’a été relancé} one {# élément de nouveau prévu} other {# éléments de nouveau prévus}}",
  "parked.undecided": "{count, plural, one {# e-mail attend votre décision} other {# e-mails attendent votre décision}}",
  "parked.doubt":
    "Relance a remis cet e-mail à SES, puis la liaison a été coupée avant la réponse. Aucun événement n’est venu depuis. Regardez dans SES ou demandez à la personne, puis décidez.",
  "parked.retry": "Réessayer",
  "parked.resend": "Renvoyer",
  "parked.sent": "Considérer comme envoyé",
  "parked.resendMeans": "L’e-mail repart. Si SES avait déjà pris le premier, la personne le reçoit deux fois.",
  "parked.sentMeans": "La séquence continue. Si SES ne l’a jamais eu, la personne ne le recevra pas.",
  "parked.done": "C’est de nouveau prévu.",
};
