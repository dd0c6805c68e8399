import { type Form, formSchema } from "#core/form/form.ts";
import { demoForm } from "#tests/core/form/demo-form.ts";

const both = (fr: string, en: string) => ({ fr, en });

/** A form with every kind of field and every rule there is. */
export function richForm(change: Partial<Form> = {}): Form {
  return formSchema.parse({
    ...demoForm(),
    fields: [
      { name: "email", type: "email", required: true, label: both("Adresse e-mail", "E-mail address") },
      { name: "firstName", type: "text", required: true, label: both("Prénom", "First name") },
      {
        name: "postcode",
        type: "text",
        label: both("Code postal", "Postcode"),
        help: both("Cinq chiffres.", "Five digits."),
        placeholder: both("69001", "69001"),
        pattern: { match: "\\d{5}", message: both("Un code postal a cinq chiffres.", "A postcode has five digits.") },
      },
      { name: "phone", type: "tel", label: both("Téléphone", "Phone") },
      { name: "site", type: "url", label: both("Votre site", "Your site") },
      { name: "rooms", type: "number", min: 1, max: 5_000, label: both("Nombre de pièces", "Number of rooms") },
      { name: "visit", type: "date", min: "2026-12-01", label: both("Jour de la visite", "Day of the visit") },
      {
        name: "need",
        type: "radio",
        required: true,
        label: both("Que voulez-vous éclairer ?", "What would you like to light?"),
        choices: [
          { value: "workshop", label: both("Un atelier", "A workshop") },
          { value: "shop", label: both("Une boutique", "A shop") },
        ],
      },
      {
        name: "wishes",
        type: "checkbox",
        label: both("Vos souhaits", "Your wishes"),
        choices: [
          { value: "sober", label: both("Consommer moins", "Use less") },
          { value: "warm", label: both("Une lumière chaude", "A warm light") },
        ],
      },
      {
        name: "budget",
        type: "select",
        label: both("Budget", "Budget"),
        choices: [
          { value: "small", label: both("Petit", "Small") },
          { value: "large", label: both("Grand", "Large") },
        ],
      },
      { name: "project", type: "textarea", attribute: "message", maxLength: 500, label: both("Votre projet", "Your project") },
      { name: "terms", type: "checkbox", required: true, label: both("J’ai lu les conditions", "I have read the terms") },
      { name: "campaign", type: "hidden", fromQuery: "ref", value: "site" },
    ],
    ...change,
  });
}
