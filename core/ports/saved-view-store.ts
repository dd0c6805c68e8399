import type { SavedView } from "#core/search/saved-view.ts";

/** Lists of people under a name of somebody's own, or of everybody's. */
export interface SavedViewStore {
  /** Those of one member, or of `everybody`. */
  list(owner: string): Promise<readonly SavedView[]>;
  put(view: SavedView): Promise<void>;
  remove(owner: string, id: string): Promise<void>;
}
