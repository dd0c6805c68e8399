import { useEffect, useState } from "react";
import * as z from "zod";
import type { Files } from "./definitions-api.ts";
import type { DefinitionName } from "./kinds.ts";

/** Text that is not published yet, and the version it was made from (0: none). Kept in the browser until it is. */
const draftSchema = z.object({ version: z.number().int(), files: z.record(z.string(), z.string()), at: z.string() });
type KeptDraft = z.infer<typeof draftSchema>;

export interface Draft {
  readonly files: Files;
  /** The version the text was made from. */
  readonly base: number;
  /** Whether it says something else than what is in force. */
  readonly isChanged: boolean;
  /** When the text that was found here again was last written; nothing if it was written just now. */
  readonly foundFrom: string | undefined;
  readonly write: (path: string, text: string) => void;
  /** Takes another text altogether, as made from this version. */
  readonly take: (files: Files, base: number) => void;
  /** Goes back to what is in force. */
  readonly discard: () => void;
}

const placeOf = ({ kind, name }: DefinitionName): string => `relance.draft.${kind}.${name}`;

/** The text as it is edited, over what is in force. */
export function useDraft(name: DefinitionName, inForce: { readonly version: number; readonly files: Files }): Draft {
  const place = placeOf(name);
  const [found] = useState(() => findDraft(place));
  const [draft, setDraft] = useState(found);
  const files = draft?.files ?? inForce.files;
  const base = draft?.version ?? inForce.version;
  const isChanged = !sameFiles(files, inForce.files);
  useEffect(() => {
    if (draft === undefined || !isChanged) localStorage.removeItem(place);
    else keep(place, draft);
  }, [place, draft, isChanged]);
  useEffect(() => {
    if (!isChanged) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isChanged]);
  const take = (next: Files, version: number): void => setDraft({ files: { ...next }, version, at: new Date().toISOString() });
  return {
    files,
    base,
    isChanged,
    foundFrom: found !== undefined && draft === found && isChanged ? found.at : undefined,
    write: (path, text) => setDraft((now) => written(now ?? { ...inForce, at: "" }, path, text)),
    take,
    discard: () => setDraft(undefined),
  };
}

function written(draft: { readonly version: number; readonly files: Files }, path: string, text: string): KeptDraft {
  return { version: draft.version, files: { ...draft.files, [path]: text }, at: new Date().toISOString() };
}

export function sameFiles(one: Files, other: Files): boolean {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...paths].every((path) => one[path] === other[path]);
}

function findDraft(place: string): KeptDraft | undefined {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(localStorage.getItem(place) ?? "null"));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** A browser that keeps nothing more still lets one write. */
function keep(place: string, draft: KeptDraft): void {
  try {
    localStorage.setItem(place, JSON.stringify(draft));
  } catch {
    localStorage.removeItem(place);
  }
}
