/** A sentence in each language the console speaks. */
export interface EventTexts {
  readonly en: string;
  readonly fr: string;
}

const stages: Readonly<Record<string, EventTexts | undefined>> = {
  awareness: { en: "awareness", fr: "prise de connaissance" },
  connection: { en: "connection", fr: "mise en relation" },
  qualification: { en: "qualification", fr: "qualification" },
  proposal: { en: "proposal", fr: "proposition personnalisée" },
  negotiation: { en: "negotiation", fr: "négociation" },
  won: { en: "won", fr: "transformation" },
  lost: { en: "lost", fr: "perdu" },
};

const lifecycles: Readonly<Record<string, EventTexts | undefined>> = {
  contact: { en: "contact", fr: "contact" },
  prospect: { en: "prospect", fr: "prospect" },
  client: { en: "client", fr: "client" },
};

export function stageNames(stage: string): EventTexts {
  return stages[stage] ?? { en: stage, fr: stage };
}

export function lifecycleNames(lifecycle: string): EventTexts {
  return lifecycles[lifecycle] ?? { en: lifecycle, fr: lifecycle };
}
