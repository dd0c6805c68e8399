import type { DefinitionSummary, DefinitionText, DefinitionVersion } from "#contract/definitions.ts";
import { languageOfEmailFile } from "#core/definition/file-names.ts";
import type { Published } from "#core/definition/definition.ts";
import { titleOf, usesOf } from "#core/definition/uses.ts";
import type { Email } from "#core/email/email.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import { toIso } from "#core/time/instant.ts";

export function summaryView(published: Published, sequences: readonly Published<Sequence>[]): DefinitionSummary {
  const files = Object.keys(published.source);
  return {
    ...headOf(published),
    title: titleOf(published),
    files,
    languages: files.flatMap((path) => languageOfEmailFile(path, published.name) ?? []),
    purpose: published.kind === "email" ? (published as Published<Email>).artefact.purpose : null,
    usedBy: [...usesOf(published, sequences)],
  };
}

export function textView(published: Published): DefinitionText {
  return { ...headOf(published), files: published.source };
}

export function versionView(published: Published, inForce: number | undefined): DefinitionVersion {
  return { ...headOf(published), inForce: published.version === inForce };
}

function headOf({ kind, name, version, publishedAt, note, by }: Published) {
  return { kind, name, version, publishedAt: toIso(publishedAt), note: note ?? null, by: by ?? null };
}
