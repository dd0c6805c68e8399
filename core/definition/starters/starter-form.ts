import type { Settings } from "#core/settings/settings.ts";
import { inLanguages, textIn, titled } from "./starter-texts.ts";

/** A form that asks for an address and a message, with a consent and a word of thanks. */
export function starterForm(name: string, settings: Settings): string {
  const { languages, company } = settings;
  const texts = (fr: string, en: string, indent: string): string => inLanguages(languages, { fr, en }, indent);
  const note = textIn(languages[0] ?? "en", {
    fr: "Chaque champ qui porte le nom d’un attribut de person.yaml le remplit ; les autres sont gardés comme réponses.",
    en: "A field that has the name of an attribute of person.yaml fills it in; the others are kept as answers.",
  });
  const guard = textIn(languages[0] ?? "en", {
    fr: "Ce qui semble venir d’une machine est mis de côté ; on peut le reprendre depuis la page du formulaire.",
    en: "What looks like a machine's is kept apart; it can be taken in from the form's page.",
  });
  return `form: ${name}
title:
${texts(titled(name), titled(name), "  ")}

# ${note}
fields:
  - name: email
    type: email
    required: true
    label:
${texts("Adresse e-mail", "E-mail address", "      ")}
  - name: question
    type: textarea
    label:
${texts("Que pouvons-nous faire pour vous ?", "What can we do for you?", "      ")}

honeypot: website
# ${guard}
protection:
  minimumSeconds: 2
  perAddress: { most: 5, minutes: 60 }
  perNetwork: { most: 50, minutes: 60 }

consent:
  basis: consent
  version: "1"
  text:
${texts(
  `J’accepte de recevoir des e-mails de ${company}. Je peux me désabonner d’un clic à tout moment.`,
  `I agree to receive e-mails from ${company}. I can unsubscribe with one click at any time.`,
  "    ",
)}

thankYou:
  title:
${texts("Merci, c’est bien reçu", "Thank you, we have it", "    ")}
  text:
${texts("Nous vous répondons bientôt.", "We will answer soon.", "    ")}
`;
}
