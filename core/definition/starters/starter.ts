import type { DefinitionKind } from "../definition.ts";
import { emailFile, fileOf } from "../file-names.ts";
import type { Files } from "../compiling.ts";
import type { Ground } from "./ground.ts";
import { starterEmail } from "./starter-email.ts";
import { starterForm } from "./starter-form.ts";
import { starterSequence } from "./starter-sequence.ts";

/** A first text for a new sequence, e-mail or form that can be published as it is; nothing for kinds of one file. */
export function starterOf(kind: DefinitionKind, name: string, ground: Ground): Files | undefined {
  const { settings } = ground;
  switch (kind) {
    case "email":
      return Object.fromEntries(settings.languages.map((language) => [emailFile(name, language), starterEmail(name, language, settings)]));
    case "form":
      return { [fileOf(kind, name)]: starterForm(name, settings) };
    case "sequence":
      return { [fileOf(kind, name)]: starterSequence(name, ground) };
    case "settings":
    case "person":
    case "scoring":
    case "lifecycle":
      return undefined;
  }
}
