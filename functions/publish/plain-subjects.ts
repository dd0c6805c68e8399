import type { Published } from "#core/definition/definition.ts";
import type { Email } from "#core/email/email.ts";
import { createEngine } from "#core/email/liquid.ts";
import { scopeOf } from "#core/email/scope.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import { deterministicId } from "#core/id/id.ts";
import type { Settings } from "#core/settings/settings.ts";

/** What subjects are filled in with where nobody is meant. */
export interface SubjectScope {
  readonly declarations: Readonly<Record<string, AttributeDeclaration>>;
  readonly settings: Settings;
}

/** An e-mail's subject in each of its languages, as somebody gets it of whom nothing is known: to be read, not to be edited. */
export function plainSubjects({ artefact }: Published<Email>, { declarations, settings }: SubjectScope): Readonly<Record<string, string>> {
  const scope = scopeOf({
    person: blankPerson(deterministicId("person", 0, "nobody"), "", "", 0),
    declared: Object.keys(declarations),
    settings,
    unsubscribeUrl: "",
    formToken: "",
    values: { task: "…", personUrl: "", replySubject: "…", replyText: "…" },
  });
  return Object.fromEntries(
    Object.entries(artefact.variants).map(([language, { subject }]) => {
      const engine = createEngine(language, "text");
      const parsed = engine.parse(subject);
      return [language, parsed.kind === "problem" ? subject : engine.render(parsed.template, { ...scope }).trim()];
    }),
  );
}
