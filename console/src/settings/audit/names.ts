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
  "submission",
  "import",
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

/** What a changed value is called: each part of its path that has a word, the names of the company's own as they are. */
export function fieldName(path: string, t: Say): string {
  return path
    .split(".")
    .map((part) => {
      const id = `log.field.${part}`;
      return isMessage(id) ? t(id) : part;
    })
    .join(" · ");
}

/** The words of values that are codes, by the field they stand in: a stage set by hand stands in none. */
const words: Readonly<Record<string, string>> = {
  "": "stage",
  stage: "stage",
  role: "role",
  basis: "people.basis",
  status: "sources.status",
  purpose: "person.purpose",
  outcome: "call.outcome",
};

/** A value as people read it. */
export function valueName(path: string, value: string, t: Say, locale: string): string {
  if (/(^|\.)(amount|rows|people)$/.test(path) && /^\d+(\.\d+)?$/.test(value)) return new Intl.NumberFormat(locale).format(Number(value));
  if (value === "true" || value === "false") return t(value === "true" ? "person.yes" : "person.no");
  const id = `${words[path.split(".").at(-1) ?? ""] ?? "log.value"}.${value}`;
  return isMessage(id) ? t(id) : value;
}

function isMessage(id: string): id is MessageId {
  return Object.hasOwn(en, id);
}
