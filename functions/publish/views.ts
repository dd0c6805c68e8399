import type { DefinitionSummary, DefinitionText, DefinitionVersion } from "#contract/definitions.ts";
import { languageOfEmailFile } from "#core/definition/file-names.ts";
import type { Published } from "#core/definition/definition.ts";
import { titleOf, usesOf } from "#core/definition/uses.ts";
import type { Email } from "#core/email/email.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import { plainSubjects, type SubjectScope } from "./plain-subjects.ts";
import { toIso } from "#core/time/instant.ts";

/** `subjects`: what the subjects of e-mails are filled in with, so that a list shows no Liquid. */
export function summaryView(
  published: Published,
  sequences: readonly Published<Sequence>[],
  subjects: SubjectScope | undefined,
): DefinitionSummary {
  const files = Object.keys(published.source);
  return {
    ...headOf(published),
    title:
      subjects !== undefined && published.kind === "email" ? plainSubjects(published as Published<Email>, subjects) : titleOf(published),
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
