import type { DefinitionKind } from "./definition.ts";

/** Kinds that have one file each; nobody can do without them. */
export const singleFiles: Readonly<Partial<Record<DefinitionKind, string>>> = {
  settings: "settings.yaml",
  person: "person.yaml",
  scoring: "scoring.yaml",
  lifecycle: "lifecycle.yaml",
};

const folders: Readonly<Partial<Record<DefinitionKind, string>>> = { form: "forms/", sequence: "sequences/" };

/** Whether a file can be part of a definition: one it already has, or one named as its kind's files are. */
export function fileBelongs(path: string, kind: DefinitionKind, name: string, has: readonly string[]): boolean {
  if (has.includes(path)) return true;
  if (kind === "email") return languageOfEmailFile(path, name) !== undefined;
  const folder = folders[kind];
  return folder === undefined ? path === singleFiles[kind] : has.length === 0 && path === `${folder}${name}.yaml`;
}

/** The language of one of an e-mail's files: `fr` of `emails/welcome.fr.mjml`. */
export function languageOfEmailFile(path: string, name: string): string | undefined {
  const [, found, language] = /^emails\/([a-z0-9][a-z0-9-]*)\.([a-z]{2}(?:-[A-Z]{2})?)\.mjml$/.exec(path) ?? [];
  return found === name ? language : undefined;
}

export function emailFile(name: string, language: string): string {
  return `emails/${name}.${language}.mjml`;
}

/** The file of a new definition of a kind that is written in one file; e-mails have one a language. */
export function fileOf(kind: Exclude<DefinitionKind, "email">, name: string): string {
  return singleFiles[kind] ?? `${folders[kind] ?? ""}${name}.yaml`;
}
