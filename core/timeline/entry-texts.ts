import { pageView } from "#core/activity/activity.ts";
import { callOutcomeTexts } from "#core/call/call-texts.ts";
import { type EventTexts, stageNames, lifecycleNames } from "./words.ts";
import { createFormats } from "#core/email/formats.ts";
import type { Message } from "#core/message/message.ts";
import type { Entry } from "./entry.ts";

/** What happened, in a sentence in each language. Names and texts of people stay in the entry's data. */
export function entryTexts(entry: Entry): EventTexts {
  const word = (name: string): string => String(entry.data[name] ?? "");
  switch (entry.type) {
    case "submission.received": {
      const [kind, name = ""] = word("source").split(":");
      return kind === "form"
        ? { en: `Sent the form ${name}`, fr: `A envoyé le formulaire ${name}` }
        : { en: "Arrived by a webhook", fr: "Arrivée par un webhook" };
    }
    case "attributes.changed":
      return { en: "Changed what is known of them", fr: "Informations mises à jour" };
    case "consent.asked":
      return "again" in entry.data
        ? {
            en: "Asked for the e-mails again; the link they have still works",
            fr: "A redemandé nos e-mails ; le lien déjà reçu reste valable",
          }
        : { en: "Ticked the box: asked by mail to confirm it", fr: "A coché la case : on lui demande de confirmer par e-mail" };
    case "consent.confirmed":
      return { en: "Confirmed their agreement by the link", fr: "A confirmé son accord par le lien" };
    case "consent.lapsed":
      return { en: "Did not confirm: nobody waits for it any more", fr: "N’a pas confirmé : la demande n’a plus cours" };
    case "consent.withdrawn":
      return word("purpose") === "measurement"
        ? { en: `Agreement to measurement withdrawn, by ${word("by")}`, fr: `Accord à la mesure retiré par ${word("by")}` }
        : { en: `Agreement withdrawn, by ${word("by")}`, fr: `Accord retiré par ${word("by")}` };
    case "consent.not-given":
      return { en: "No lawful basis was given", fr: "Aucune base légale n’a été accordée" };
    case "consent.merged":
      return word("purpose") === "measurement"
        ? { en: "The merge changed what measuring them rests on", fr: "La fusion a changé la base de la mesure" }
        : { en: "The merge changed what writing to them rests on", fr: "La fusion a changé la base sur laquelle on lui écrit" };
    case "consent.unmerged":
      return word("purpose") === "measurement"
        ? { en: "Undoing the merge changed what measuring them rests on", fr: "L’annulation de la fusion a changé la base de la mesure" }
        : {
            en: "Undoing the merge changed what writing to them rests on",
            fr: "L’annulation de la fusion a changé la base sur laquelle on lui écrit",
          };
    case "message.held":
      return { en: `A mail is held (${word("step")})`, fr: `Un e-mail est en attente (${word("step")})` };
    case "consent.given":
      if (word("purpose") === "measurement") return { en: "Agreed to be measured", fr: "A donné son accord à la mesure" };
      return word("basis") === "consent"
        ? { en: "Agreed to be written to", fr: "A donné son accord pour recevoir nos e-mails" }
        : { en: "May be written to: legitimate interest", fr: "Peut recevoir nos e-mails : intérêt légitime" };
    case "lifecycle.changed": {
      const [from, to] = [lifecycleNames(word("from")), lifecycleNames(word("to"))];
      return { en: `Lifecycle: ${from.en} → ${to.en}`, fr: `Statut : ${from.fr} → ${to.fr}` };
    }
    case "stage.changed": {
      const [from, to] = [stageNames(word("from")), stageNames(word("to"))];
      const moved = { en: `Stage: ${from.en} → ${to.en}`, fr: `Étape du parcours : ${from.fr} → ${to.fr}` };
      if (!("takenBackBy" in entry.data)) return moved;
      return { en: `${moved.en}, taken back by ${word("takenBackBy")}`, fr: `${moved.fr}, annulé par ${word("takenBackBy")}` };
    }
    case "stage.taken-back":
      return { en: `The move was taken back by ${word("by")}`, fr: `Changement d’étape annulé par ${word("by")}` };
    case "sequence.resumed":
      return {
        en: `The sequence ${word("sequence")} goes on where it stood`,
        fr: `La séquence ${word("sequence")} reprend où elle en était`,
      };
    case "sequence.not-resumed":
      return { en: `The sequence ${word("sequence")} does not go on`, fr: `La séquence ${word("sequence")} ne reprend pas` };
    case "sequence.entered":
      return { en: `Entered the sequence ${word("sequence")}`, fr: `Inscription à la séquence ${word("sequence")}` };
    case "sequence.ended":
      return {
        en: `The sequence ${word("sequence")} ended`,
        fr: `Fin de la séquence ${word("sequence")}`,
      };
    case "sequence.not-entered":
      return { en: `Did not enter the sequence ${word("sequence")}`, fr: `N’est pas entré(e) dans la séquence ${word("sequence")}` };
    case "message.skipped":
      return { en: `A mail was not sent (${word("step")})`, fr: `Un e-mail n’a pas été envoyé (${word("step")})` };
    case "link.clicked":
      return word("by") === "machine"
        ? { en: "A security scanner followed a link", fr: "Un robot de sécurité a suivi un lien" }
        : { en: `Clicked a link in “${word("subject")}”`, fr: `A cliqué sur un lien de « ${word("subject")} »` };
    case "message.opened":
      return { en: "Opened a mail", fr: "A ouvert un e-mail" };
    case "message.bounced":
      return entry.data["permanent"] === true
        ? { en: "The address does not exist any more", fr: "L’adresse n’existe plus" }
        : { en: "A mail could not be delivered for now", fr: "Un e-mail n’a pas pu être remis pour l’instant" };
    case "message.complained":
      return { en: "Reported a mail as spam", fr: "A signalé un e-mail comme indésirable" };
    case "person.replied":
      return { en: "Replied", fr: "A répondu" };
    case "reply.automatic":
      return { en: "An automatic answer came in", fr: "Réponse automatique reçue" };
    case "person.unsubscribed":
      return { en: "Unsubscribed", fr: "S’est désabonné(e)" };
    case "purchase":
      return { en: `Bought for ${paid(entry, "en-GB")}`, fr: `Achat de ${paid(entry, "fr-FR")}` };
    case "person.imported":
      return { en: `Came in with a list (${word("by")})`, fr: `Arrivée par un import (${word("by")})` };
    case "activity":
      return word("name") === pageView
        ? { en: `Looked at ${word("url")}`, fr: `A consulté ${word("url")}` }
        : { en: `Did “${word("name")}”`, fr: `Action « ${word("name")} »` };
    case "note.written":
      if ("takenBackBy" in entry.data)
        return { en: `Note, deleted by ${word("takenBackBy")}`, fr: `Note supprimée par ${word("takenBackBy")}` };
      return { en: `Note by ${word("by")}`, fr: `Note de ${word("by")}` };
    case "call.made": {
      if ("takenBackBy" in entry.data)
        return { en: `Call, taken back by ${word("takenBackBy")}`, fr: `Appel annulé par ${word("takenBackBy")}` };
      const outcome = callOutcomeTexts(word("outcome"));
      return { en: `${outcome.en} (${word("by")})`, fr: `${outcome.fr} (${word("by")})` };
    }
    case "call.snoozed":
      if ("takenBackBy" in entry.data)
        return { en: `Put off, then taken back by ${word("takenBackBy")}`, fr: `Report annulé par ${word("takenBackBy")}` };
      return { en: `Put off by ${word("by")}`, fr: `Remis à plus tard par ${word("by")}` };
    case "person.edited": {
      const { en, fr } = editTexts(entry.data);
      return { en: `${en} by ${word("by")}`, fr: `${fr} par ${word("by")}` };
    }
    case "person.paused":
      return { en: `Every mail was stopped by ${word("by")}`, fr: `Tous les e-mails ont été arrêtés par ${word("by")}` };
    case "person.resumed":
      return { en: `Mails may leave again, says ${word("by")}`, fr: `Les e-mails sont de nouveau autorisés par ${word("by")}` };
    case "person.merged":
      return { en: `Merged with ${word("email")} by ${word("by")}`, fr: `Fusion avec ${word("email")} par ${word("by")}` };
    case "person.unmerged":
      return {
        en: `The merge with ${word("email")} was undone by ${word("by")}`,
        fr: `Fusion avec ${word("email")} annulée par ${word("by")}`,
      };
    case "note":
      return { en: `Changed by ${word("by")}`, fr: `Modifié par ${word("by")}` };
  }
}

/** What a member of the team changed, in a word or two. */
function editTexts(data: Entry["data"]): EventTexts {
  if (typeof data["entered"] === "string") return { en: `Put into ${data["entered"]}`, fr: `Mise dans la séquence ${data["entered"]}` };
  if (typeof data["left"] === "string") return { en: `Taken out of ${data["left"]}`, fr: `Retirée de la séquence ${data["left"]}` };
  if ("value" in data) return { en: "Value changed", fr: "Valeur modifiée" };
  if ("owner" in data) return { en: "Given to somebody else", fr: "Attribution modifiée" };
  if ("added" in data) return { en: "Tags changed", fr: "Étiquettes modifiées" };
  return { en: "Changed", fr: "Fiche modifiée" };
}

/** What became of a mail, in a sentence. */
export function messageTexts(message: Message): EventTexts {
  if (message.purpose === "notice")
    return {
      en: `Told ${message.to ?? "the owner"}: ${message.subject}`,
      fr: `${message.to ?? "Le responsable"} averti : ${message.subject}`,
    };
  switch (message.state) {
    case "claimed":
      return { en: `Sending “${message.subject}”`, fr: `Envoi en cours : « ${message.subject} »` };
    case "sent":
      return { en: `Was sent “${message.subject}”`, fr: `A reçu « ${message.subject} »` };
    case "uncertain":
      return { en: `“${message.subject}” may or may not have left`, fr: `« ${message.subject} » est peut-être parti, peut-être pas` };
    case "refused":
      return { en: `“${message.subject}” was refused by SES`, fr: `« ${message.subject} » a été refusé par SES` };
    case "unsent":
      return { en: `“${message.subject}” waits to leave`, fr: `« ${message.subject} » attend de partir` };
  }
}

/** What was paid, as the language writes it. */
function paid({ data }: Entry, locale: string): string {
  return createFormats(locale).money({ amount: data["amount"], currency: data["currency"] });
}
