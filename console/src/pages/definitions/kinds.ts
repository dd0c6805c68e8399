import type { DefinitionKind } from "#core/definition/definition.ts";

/** Kinds of which there are many; of the others there is one file, named `default`. */
export const manyKinds = ["sequence", "email", "form"] as const;
export type ManyKind = (typeof manyKinds)[number];
export type SingleKind = Exclude<DefinitionKind, ManyKind>;

/** The rules that have one file each, in the order in which they are shown. */
export const singleKinds = ["scoring", "lifecycle", "person", "settings"] as const satisfies readonly SingleKind[];

/** One definition, by its kind and name. */
export interface DefinitionName {
  readonly kind: DefinitionKind;
  readonly name: string;
}

export function isMany(kind: DefinitionKind): kind is ManyKind {
  return manyKinds.some((one) => one === kind);
}

export function sameDefinition(one: DefinitionName, other: DefinitionName): boolean {
  return one.kind === other.kind && one.name === other.name;
}

/** The name a person gives a definition: that of their language, else the first there is, else its own. */
export function titleIn(title: Readonly<Record<string, string>>, language: string, name: string): string {
  return title[language] ?? Object.values(title)[0] ?? name;
}
