import { en, type MessageId } from "../../i18n/en.ts";
import type { useText } from "../../i18n/language.ts";

type Say = ReturnType<typeof useText>["t"];

/** The kinds of things that are changed, as one looks for them. */
export const subjectKinds = [
  "person",
  "email",
  "sequence",
  "form",
  "scoring",
  "lifecycle",
  "settings",
  "source",
  "member",
  "key",
  "test-mail",
  "work",
  "job",
  "view",
] as const;

/** What was done, in words; an action that has none yet is told as the API calls it. */
export function actionName(action: string, t: Say): string {
  const id = `log.did.${action}`;
  return isMessage(id) ? t(id) : action;
}

/** What it was done to. */
export function subjectName(kind: string, t: Say): string {
  const id = `log.of.${kind}`;
  return isMessage(id) ? t(id) : kind;
}

function isMessage(id: string): id is MessageId {
  return Object.hasOwn(en, id);
}
