import { en as attributes } from "./messages/attributes.en.ts";
import { en as calls } from "./messages/calls.en.ts";
import { en as design } from "./messages/design.en.ts";
import { en as firstRun } from "./messages/first-run.en.ts";
import { en as definitions } from "./messages/definitions.en.ts";
import { en as forms } from "./messages/forms.en.ts";
import { en as frame } from "./messages/frame.en.ts";
import { en as flow } from "./messages/flow.en.ts";
import { en as imports } from "./messages/imports.en.ts";
import { en as insights } from "./messages/insights.en.ts";
import { en as log } from "./messages/log.en.ts";
import { en as parts } from "./messages/parts.en.ts";
import { en as merge } from "./messages/merge.en.ts";
import { en as people } from "./messages/people.en.ts";
import { en as person } from "./messages/person.en.ts";
import { en as sender } from "./messages/sender.en.ts";
import { en as settings } from "./messages/settings.en.ts";
import { en as preview } from "./messages/preview.en.ts";
import { en as personActs } from "./messages/person-acts.en.ts";
import { en as pipeline } from "./messages/pipeline.en.ts";
import { en as signIn } from "./messages/sign-in.en.ts";
import { en as sources } from "./messages/sources.en.ts";
import { en as words } from "./messages/words.en.ts";
import { en as work } from "./messages/work.en.ts";

/** Every sentence of the console in English: one line an area. French must have the same keys, or `fr.ts` does not compile. */
export const en = {
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
} as const;

export type MessageId = keyof typeof en;
export type Catalogue = Readonly<Record<MessageId, string>>;
