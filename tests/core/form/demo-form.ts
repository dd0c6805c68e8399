import { type Form, formSchema } from "#core/form/form.ts";

/** A form with a field of every kind, in the shape marketers write. */
export function demoForm(change: Partial<Form> = {}): Form {
  return {
    ...formSchema.parse({
      form: "demo",
      title: { fr: "Demander une étude d’éclairage", en: "Ask for a lighting study" },
      fields: [
        { name: "email", label: { fr: "Adresse e-mail", en: "E-mail address" }, type: "email", required: true },
        { name: "firstName", label: { fr: "Prénom", en: "First name" }, type: "text", required: true },
        { name: "company", label: { fr: "Entreprise", en: "Company" }, type: "text" },
        {
          name: "need",
          label: { fr: "Que voulez-vous éclairer ?", en: "What would you like to light?" },
          type: "select",
          choices: [
            { value: "workshop", label: { fr: "Un atelier", en: "A workshop" } },
            { value: "shop", label: { fr: "Une boutique", en: "A shop" } },
          ],
        },
        { name: "tel", label: { fr: "Téléphone", en: "Phone" }, type: "tel", attribute: "phone" },
        { name: "project", label: { fr: "Votre projet", en: "Your project" }, type: "textarea", attribute: "message" },
        {
          name: "rooms",
          label: { fr: "Pièces", en: "Rooms" },
          type: "checkbox",
          choices: [{ value: "hall", label: { fr: "Hall", en: "Hall" } }],
        },
        { name: "callMe", label: { fr: "Rappelez-moi", en: "Call me back" }, type: "checkbox" },
      ],
      honeypot: "website",
      consent: {
        basis: "consent",
        version: "2026-09",
        text: { fr: "J’accepte de recevoir vos conseils.", en: "I agree to get your advice." },
      },
      thankYou: { title: { fr: "Merci !", en: "Thank you!" }, text: { fr: "Nous revenons vers vous.", en: "We will come back to you." } },
    }),
    ...change,
  };
}
