import type { SourceKind } from "../kind.ts";
import { json } from "./json.ts";
import { typeform } from "./typeform.ts";

/** Every kind of source there is. A new one is a file beside this one and its line here (docs/adding-a-source.md). */
export const sourceKinds = [typeform, json] as const;

export type SourceKindName = (typeof sourceKinds)[number]["kind"];

export const sourceKindNames: readonly SourceKindName[] = sourceKinds.map(({ kind }) => kind);

const byName: ReadonlyMap<string, SourceKind> = new Map(sourceKinds.map((kind) => [kind.kind, kind]));

/** What a kind is. */
export function kindOf(name: SourceKindName): SourceKind {
  const kind = byName.get(name);
  if (kind === undefined) throw new Error(`no kind of source is called ${name}`);
  return kind;
}
