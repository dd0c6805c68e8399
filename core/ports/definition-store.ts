import type { DefinitionKind, Published } from "#core/definition/definition.ts";
import type { Page } from "./page.ts";
import type { Saved } from "./saved.ts";

export interface DefinitionStore {
  /** The current version of every definition of a kind. Small: read whole. */
  current(kind: DefinitionKind): Promise<readonly Published[]>;
  version(kind: DefinitionKind, name: string, version: number): Promise<Published | undefined>;
  /** All versions there ever were, newest first, also of what is retired. */
  versions(kind: DefinitionKind, name: string, page: { readonly limit: number; readonly cursor?: string }): Promise<Page<Published>>;
  /** Stores a version and points `current` at it; `conflict` if that version exists. */
  publish(published: Published): Promise<Saved>;
  /** Takes a definition out of force if this version is the current one; its versions stay. */
  retire(kind: DefinitionKind, name: string, version: number): Promise<Saved>;
}
