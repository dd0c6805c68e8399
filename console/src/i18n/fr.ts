import type { Catalogue } from "./en.ts";
import { fr as attributes } from "./messages/attributes.fr.ts";
import { fr as calls } from "./messages/calls.fr.ts";
import { fr as design } from "./messages/design.fr.ts";
import { fr as firstRun } from "./messages/first-run.fr.ts";
import { fr as definitions } from "./messages/definitions.fr.ts";
import { fr as forms } from "./messages/forms.fr.ts";
import { fr as frame } from "./messages/frame.fr.ts";
import { fr as flow } from "./messages/flow.fr.ts";
import { fr as imports } from "./messages/imports.fr.ts";
import { fr as insights } from "./messages/insights.fr.ts";
import { fr as log } from "./messages/log.fr.ts";
import { fr as parts } from "./messages/parts.fr.ts";
import { fr as merge } from "./messages/merge.fr.ts";
import { fr as people } from "./messages/people.fr.ts";
import { fr as person } from "./messages/person.fr.ts";
import { fr as sender } from "./messages/sender.fr.ts";
import { fr as settings } from "./messages/settings.fr.ts";
import { fr as preview } from "./messages/preview.fr.ts";
import { fr as personActs } from "./messages/person-acts.fr.ts";
import { fr as pipeline } from "./messages/pipeline.fr.ts";
import { fr as signIn } from "./messages/sign-in.fr.ts";
import { fr as sources } from "./messages/sources.fr.ts";
import { fr as words } from "./messages/words.fr.ts";
import { fr as work } from "./messages/work.fr.ts";

/** Toutes les phrases de la console en français : une ligne par domaine. */
export const fr: Catalogue = {
  ...flow,
  ...attributes,
  ...calls,
  ...design,
  ...firstRun,
  ...definitions,
  ...forms,
  ...frame,
  ...imports,
  ...insights,
  ...log,
  ...parts,
  ...merge,
  ...people,
  ...person,
  ...personActs,
  ...pipeline,
  ...sender,
  ...settings,
  ...preview,
  ...signIn,
  ...sources,
  ...words,
  ...work,
};
