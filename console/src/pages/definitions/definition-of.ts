import { singleFiles } from "#core/definition/file-names.ts";
import { type DefinitionName, singleKinds } from "./kinds.ts";

/** The definition a file belongs to, by where it stands; nothing of a file that belongs to none. */
export function definitionOf(file: string): DefinitionName | undefined {
  const single = singleKinds.find((kind) => singleFiles[kind] === file);
  if (single !== undefined) return { kind: single, name: "default" };
  const [, folder, name] = /^(sequences|forms|emails)\/([a-z0-9-]+)\./.exec(file) ?? [];
  if (folder === undefined || name === undefined) return undefined;
  return { kind: folder === "emails" ? "email" : folder === "forms" ? "form" : "sequence", name };
}
