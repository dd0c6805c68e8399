/** A Typeform delivery of the shape its documentation shows, as an Atelier Lumen visitor would have sent it. */
export function typeformPayload(
  change: { answers?: readonly unknown[]; hidden?: Record<string, unknown>; event?: Record<string, unknown> } = {},
) {
  return {
    event_id: "01HLUMENEVENT",
    event_type: "form_response",
    form_response: {
      form_id: "aB3dEf",
      token: "tok-lumen-1",
      submitted_at: "2026-09-14T08:12:33Z",
      ...(change.hidden === undefined ? {} : { hidden: change.hidden }),
      definition: {
        id: "aB3dEf",
        title: "Étude d’éclairage",
        fields: [
          { id: "q1", title: "Quel est votre prénom ?", type: "short_text", ref: "prenom" },
          { id: "q2", title: "À quelle adresse vous répondre ?", type: "email", ref: "adresse" },
          { id: "q3", title: "Votre entreprise", type: "short_text" },
          { id: "q4", title: "Que voulez-vous éclairer ?", type: "multiple_choice", ref: "need" },
          { id: "q5", title: "Quels jours vous conviennent ?", type: "multiple_choice", ref: "days" },
          { id: "q6", title: "J’accepte de recevoir les conseils d’Atelier Lumen.", type: "legal", ref: "accord" },
          { id: "q7", title: "Êtes-vous déjà client ?", type: "yes_no", ref: "known" },
          { id: "q8", title: "Surface en m²", type: "number", ref: "surface" },
          { id: "q9", title: "Votre téléphone", type: "phone_number", ref: "tel" },
          { id: "q10", title: "Votre message", type: "long_text", ref: "mot" },
        ],
      },
      answers: change.answers ?? [
        { type: "text", text: "Claire", field: { id: "q1", type: "short_text" } },
        { type: "email", email: "Claire@Example.com", field: { id: "q2", type: "email", ref: "adresse" } },
        { type: "text", text: "Menuiserie Dupont", field: { id: "q3", type: "short_text" } },
        { type: "choice", choice: { label: "Un atelier" }, field: { id: "q4", type: "multiple_choice" } },
        { type: "choices", choices: { labels: ["Lundi", "Mardi"], other: "Samedi matin" }, field: { id: "q5", type: "multiple_choice" } },
        { type: "boolean", boolean: true, field: { id: "q6", type: "legal" } },
        { type: "boolean", boolean: false, field: { id: "q7", type: "yes_no" } },
        { type: "number", number: 480, field: { id: "q8", type: "number" } },
        { type: "phone_number", phone_number: "+33478000000", field: { id: "q9", type: "phone_number" } },
        { type: "text", text: "Bonjour,\nil fait sombre.", field: { id: "q10", type: "long_text" } },
      ],
    },
    ...change.event,
  };
}
