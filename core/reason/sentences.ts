import type { Because } from "./because.ts";

/**
 * Every reason Relance can give, in each language it speaks. `{name}` takes `because.data.name`. A code missing here does
 * not type-check where `because()` makes it.
 */
export const sentences = {
  "step-due": { en: "The step came up and nothing stood against it.", fr: "L’étape est arrivée à échéance et rien ne s’y opposait." },
  "asked-for": {
    en: "The person has just asked for it: it leaves at any hour.",
    fr: "La personne vient de le demander : l’e-mail part à toute heure.",
  },
  "just-entered": { en: "Has just entered the sequence.", fr: "Vient d’entrer dans la séquence." },
  waits: { en: "The sequence’s wait is not over yet.", fr: "L’attente prévue par la séquence n’est pas terminée." },
  "waits-for-window": {
    en: "The wait ends outside the send window: the mail leaves at its next opening.",
    fr: "L’attente se termine hors des heures d’envoi : l’e-mail partira à la prochaine ouverture.",
  },
  "outside-window": {
    en: "It is outside the send window where the person lives ({zone}).",
    fr: "Nous sommes hors des heures d’envoi chez la personne ({zone}).",
  },
  throttled: {
    en: "SES asked us to slow down; it is tried again in a moment.",
    fr: "SES demande de ralentir ; nouvel essai dans un instant.",
  },
  "quota-reached": {
    en: "Today’s sending quota is used up, or sending is paused; it is tried again in an hour.",
    fr: "Le quota d’envoi du jour est atteint, ou l’envoi est suspendu ; nouvel essai dans une heure.",
  },
  "waiting-for-event": {
    en: "We were cut off while handing the mail to SES: its own event will tell whether it left.",
    fr: "Coupure pendant la remise de l’e-mail à SES : son propre événement dira s’il est parti.",
  },
  uncertain: {
    en: "Nobody can tell whether SES has this mail. Decide: send again, or count it as sent.",
    fr: "Impossible de savoir si SES a reçu cet e-mail. À vous de décider : renvoyer, ou considérer comme envoyé.",
  },
  "refused-by-ses": { en: "SES refused the mail: {problem}", fr: "SES a refusé l’e-mail : {problem}" },
  retrying: { en: "It failed and will be tried again: {problem}", fr: "Échec, nouvel essai prévu : {problem}" },
  failed: { en: "It failed and no try will mend it: {problem}", fr: "Échec qu’un nouvel essai ne réparera pas : {problem}" },
  "gave-up": { en: "Given up after {tries} tries: {problem}", fr: "Abandon après {tries} essais : {problem}" },
  "retried-by-hand": { en: "Somebody asked to try it again.", fr: "Quelqu’un a demandé un nouvel essai." },
  "score-cools": { en: "Their engagement will have cooled below a threshold.", fr: "L’engagement sera passé sous un seuil." },
  "submission-pending": { en: "The submission waits to be processed.", fr: "La soumission attend d’être traitée." },
  "job-goes-on": { en: "Long work goes on with its next part.", fr: "Un travail long se poursuit." },
  "entered-by-hand": { en: "Somebody here put the person in.", fr: "Quelqu’un ici l’y a inscrit." },
  "person-replied": { en: "The person replied.", fr: "La personne a répondu." },
  "no-lawful-basis": {
    en: "No lawful basis for marketing mail is recorded.",
    fr: "Aucune base légale n’est enregistrée pour la prospection.",
  },
  "awaiting-confirmation": {
    en: "Held: the person has not yet confirmed their agreement by the link they were sent.",
    fr: "En attente : la personne n’a pas encore confirmé son accord par le lien qu’elle a reçu.",
  },
  "consent-confirmed": { en: "The person confirmed their agreement.", fr: "La personne a confirmé son accord." },
  "confirmed-already": {
    en: "The person has confirmed their agreement before: they are not asked again.",
    fr: "La personne a déjà confirmé son accord : on ne le lui redemande pas.",
  },
  "not-confirmed-in-time": {
    en: "The link was not used in time.",
    fr: "Le lien n’a pas été utilisé à temps.",
  },
  "asked-once": {
    en: "The person has unsubscribed, and was asked once since then: no more than once.",
    fr: "La personne s’est désabonnée et a déjà été sollicitée une fois depuis : pas davantage.",
  },
  "asked-anew": { en: "A newer request took its place.", fr: "Une demande plus récente l’a remplacée." },
  "asks-to-confirm": {
    en: "The box was ticked: the person is asked to confirm it.",
    fr: "La case a été cochée : on demande à la personne de le confirmer.",
  },
  "reminds-to-confirm": { en: "The one reminder of the request to confirm.", fr: "L’unique rappel de la demande de confirmation." },
  "asked-again-to-confirm": {
    en: "The person, or somebody here, asked for the link once more.",
    fr: "La personne, ou quelqu’un ici, a redemandé le lien.",
  },
  "enough-confirmations": {
    en: "This address has had as many requests to confirm in a day as it may: the next leaves later.",
    fr: "Cette adresse a reçu autant de demandes de confirmation qu’il se peut en un jour : la prochaine partira plus tard.",
  },
  "before-history": {
    en: "From before each change was kept: only what stood is known.",
    fr: "Antérieur à la conservation de chaque changement : seul l’état d’alors est connu.",
  },
  "box-not-ticked": {
    en: "The box was there and not ticked: our own interest does not override it.",
    fr: "La case était là et n’a pas été cochée : notre intérêt ne passe pas outre.",
  },
  "address-private": {
    en: "A private address (a free mailbox): legitimate interest is for professional addresses.",
    fr: "Adresse personnelle (messagerie gratuite) : l’intérêt légitime ne vaut que pour les adresses professionnelles.",
  },
  "address-disposable": {
    en: "A throwaway address: legitimate interest is for professional addresses.",
    fr: "Adresse jetable : l’intérêt légitime ne vaut que pour les adresses professionnelles.",
  },
  "consent-withdrawn": { en: "The consent was withdrawn.", fr: "Le consentement a été retiré." },
  "suppressed-unsubscribed": { en: "The person unsubscribed.", fr: "La personne s’est désabonnée." },
  "suppressed-bounced": { en: "The address does not exist any more.", fr: "L’adresse n’existe plus." },
  "suppressed-complained": { en: "The person reported a mail as spam.", fr: "La personne a signalé un e-mail comme indésirable." },
  "suppressed-manual": { en: "Somebody here suppressed the address.", fr: "L’adresse a été mise en opposition à la main." },
  paused: {
    en: "Somebody here stopped every mail to this person.",
    fr: "Quelqu’un ici a arrêté tous les e-mails à cette personne.",
  },
  "step-exit": { en: "The sequence ends here: {why}", fr: "La séquence s’arrête ici : {why}" },
  "step-gone": {
    en: "The step {step} is not in this version of the sequence.",
    fr: "L’étape {step} n’existe pas dans cette version de la séquence.",
  },
  "too-many-steps": {
    en: "The sequence has more steps in a row than can be right.",
    fr: "La séquence enchaîne plus d’étapes que de raison.",
  },
  "ended-completed": { en: "The last step was done.", fr: "La dernière étape est faite." },
  "ended-exited": { en: "The sequence’s own exit was reached.", fr: "Sortie prévue par la séquence." },
  "ended-bought": { en: "The person bought.", fr: "La personne a acheté." },
  "ended-replied": { en: "The person replied.", fr: "La personne a répondu." },
  "ended-unsubscribed": { en: "The person unsubscribed.", fr: "La personne s’est désabonnée." },
  "ended-suppressed": { en: "The address must not be written to any more.", fr: "Il ne faut plus écrire à cette adresse." },
  "ended-stage-left": {
    en: "The person left the stage this sequence is for.",
    fr: "La personne a quitté l’étape du parcours visée par la séquence.",
  },
  "ended-audience-left": {
    en: "The person no longer belongs to those this sequence is for.",
    fr: "La personne ne fait plus partie du public visé.",
  },
  "ended-merged": {
    en: "Two people were merged who had both been in this sequence: the run that was further on goes on.",
    fr: "Deux personnes fusionnées suivaient cette séquence : seule l’inscription la plus avancée continue.",
  },
  "run-moved": {
    en: "Two people were merged: the sequence goes on for the one who stays.",
    fr: "Deux personnes ont été fusionnées : la séquence continue pour celle qui reste.",
  },
  "merge-goes-on": {
    en: "Two people are being merged, or parted again.",
    fr: "Une fusion de deux personnes, ou son annulation, est en cours.",
  },
  "merge-none-stood": {
    en: "One of the two had no basis for this: so none stands.",
    fr: "L’une des deux fiches n’avait aucune base pour cet usage : il n’en reste donc aucune.",
  },
  "merge-taken-back": {
    en: "One of the two had taken it back: a no holds for both.",
    fr: "Sur l’une des deux fiches, l’accord avait été retiré : un refus vaut pour les deux.",
  },
  "merge-interest-only": {
    en: "One of the two rested on legitimate interest only, which is less than a consent: that is what stands.",
    fr: "L’une des deux fiches ne reposait que sur l’intérêt légitime, moindre qu’un consentement : c’est lui qui vaut.",
  },
  "merge-alike": {
    en: "Both rested on a basis of the same kind: that of the address that is written to stands.",
    fr: "Les deux fiches reposaient sur une base de même nature : celle de l’adresse à laquelle on écrit est retenue.",
  },
  "merge-request-dropped": {
    en: "The confirmation was asked for at an address that is no longer written to, or before a no.",
    fr: "La confirmation avait été demandée à une adresse à laquelle on n’écrit plus, ou avant un refus.",
  },
  "merge-undone": {
    en: "It rests on what it would have rested on without the merge; a no that was said meanwhile holds for both.",
    fr: "Chaque fiche repose sur ce qu’elle aurait eu sans la fusion ; un refus exprimé entre-temps vaut pour les deux.",
  },
  "merge-undo-ends": { en: "From then on the merge can no longer be undone.", fr: "À partir de là, la fusion ne peut plus être annulée." },
  "ended-unconfirmed": {
    en: "The person never confirmed their agreement.",
    fr: "La personne n’a jamais confirmé son accord.",
  },
  "ended-taken-back": {
    en: "The move to another stage that had begun it was taken back.",
    fr: "Le changement d’étape qui l’avait déclenchée a été annulé.",
  },
  "just-resumed": {
    en: "The move to another stage that had ended it was taken back.",
    fr: "Le changement d’étape qui l’avait arrêtée a été annulé.",
  },
  "version-gone": {
    en: "The version of the sequence that the person followed is no longer there ({version}).",
    fr: "La version de la séquence que suivait la personne n’existe plus ({version}).",
  },
  "ended-stopped": { en: "Somebody stopped it.", fr: "Arrêtée à la main." },
  "not-triggered": { en: "This is not what starts the sequence.", fr: "Ce n’est pas ce qui déclenche la séquence." },
  "not-in-audience": { en: "The person is not among those the sequence is for.", fr: "La personne ne fait pas partie du public visé." },
  "already-in": { en: "The person is in the sequence already.", fr: "La personne suit déjà la séquence." },
  "once-only": { en: "Nobody goes through this sequence twice.", fr: "On ne suit cette séquence qu’une fois." },
  "too-soon-again": { en: "The last run ended too short a time ago.", fr: "Le dernier passage est trop récent." },
} as const satisfies Record<string, { readonly en: string; readonly fr: string }>;

export type ReasonCode = keyof typeof sentences;

export function because(code: ReasonCode, data?: NonNullable<Because["data"]>): Because {
  return data === undefined ? { code } : { code, data };
}

/** The sentence of a reason. A code from another version of Relance is shown as it is. */
export function sentence(reason: Because, language: string): string {
  const known: Readonly<Record<string, { readonly en: string; readonly fr: string } | undefined>> = sentences;
  const texts = known[reason.code];
  if (texts === undefined) return reason.code;
  const text = language.startsWith("fr") ? texts.fr : texts.en;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(reason.data?.[name] ?? whole));
}
