/** A page of a list read by key, and where the next one begins. Cursors are opaque and safe in a URL. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}
