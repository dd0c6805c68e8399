import type { Email } from "#core/email/email.ts";
import type { Form } from "#core/form/form.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import type { DefinitionKind, Published } from "./definition.ts";

/** One definition by its kind and name. */
export interface DefinitionRef {
  readonly kind: DefinitionKind;
  readonly name: string;
}

/** The definitions that name this one: the sequences that send an e-mail, or that a form starts. */
export function usesOf({ kind, name }: DefinitionRef, sequences: readonly Published<Sequence>[]): readonly DefinitionRef[] {
  return sequences
    .filter(({ artefact }) => {
      if (kind === "email") return Object.values(artefact.steps).some((step) => step.kind === "send" && step.email === name);
      return kind === "form" && artefact.trigger.on === "submission.received" && artefact.trigger.source === `form:${name}`;
    })
    .map((sequence) => ({ kind: sequence.kind, name: sequence.name }));
}

/** What people call a definition, by language: a sequence's name, a form's title, an e-mail's subject; nothing of the others. */
export function titleOf(published: Published): Readonly<Record<string, string>> {
  switch (published.kind) {
    case "sequence":
      return (published as Published<Sequence>).artefact.name;
    case "form":
      return (published as Published<Form>).artefact.title;
    case "email": {
      const { variants } = (published as Published<Email>).artefact;
      return Object.fromEntries(Object.entries(variants).map(([language, { subject }]) => [language, subject]));
    }
    case "settings":
    case "person":
    case "scoring":
    case "lifecycle":
      return {};
  }
}
