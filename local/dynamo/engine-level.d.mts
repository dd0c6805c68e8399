/** A write as LevelDB takes it. */
export type LevelWrite =
  | { readonly type: "put"; readonly key: string; readonly value: unknown }
  | { readonly type: "del"; readonly key: string };

export interface LevelValues {
  next(): Promise<unknown>;
  return(): Promise<void>;
}

/** The LevelDB that the embedded engine stands on: reads at once, and writes together all that is asked for while a write is under way. */
export class EngineLevel {
  constructor(folder: string, options: { readonly valueEncoding: "json" });
  /** What stands at a key; undefined for nothing. Fails with `LEVEL_DATABASE_NOT_OPEN` after `close`, as the writes do. */
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
  /** In the order in which they were asked for, and each whole or not at all. */
  batch(writes: readonly LevelWrite[]): Promise<void>;
  /** What stands at keys in a range, in their order; undefined at the end. It must be read to its end, or returned. */
  values(range: { readonly gte?: string; readonly lt?: string; readonly limit?: number }): LevelValues;
  /** How many of them are open. */
  readonly reading: number;
  close(): Promise<void>;
}
