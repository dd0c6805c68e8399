/** The words of the product: stages, lifecycles, suppressions. */
export const en = {
  "lifecycle.contact": "contact",
  "lifecycle.prospect": "prospect",
  "lifecycle.client": "client",
  "stage.awareness": "Awareness",
  "stage.connection": "Connection",
  "stage.qualification": "Qualification",
  "stage.proposal": "Proposal",
  "stage.negotiation": "Negotiation",
  "stage.won": "Won",
  "stage.lost": "Lost",
  "stage.place": "Stage {place} of 6",
  "suppressed.unsubscribed": "unsubscribed",
  "suppressed.bounced": "address gone",
  "suppressed.complained": "reported us as spam",
  "suppressed.manual": "suppressed by hand",
} as const;
