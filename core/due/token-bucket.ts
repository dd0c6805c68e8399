/** A bucket of leave to act: it fills at a rate and holds a second's worth at most. Times are milliseconds of any one clock. */
export interface Bucket {
  readonly tokens: number;
  readonly capacity: number;
  readonly filledAt: number;
}

/** A bucket for so many acts a second, full. It always holds at least one, so that the slowest rate still acts. */
export function fullBucket(perSecond: number, now: number): Bucket {
  const capacity = Math.max(1, perSecond);
  return { tokens: capacity, capacity, filledAt: now };
}

/** Takes one token, or says how long until there is one to take. */
export function take(bucket: Bucket, now: number, perSecond: number): { readonly bucket: Bucket; readonly waitMs: number } {
  const elapsed = Math.max(0, now - bucket.filledAt);
  const tokens = Math.min(bucket.capacity, bucket.tokens + (elapsed * perSecond) / 1000);
  const filled = { ...bucket, tokens, filledAt: Math.max(now, bucket.filledAt) };
  if (tokens >= 1) return { bucket: { ...filled, tokens: tokens - 1 }, waitMs: 0 };
  return { bucket: filled, waitMs: Math.ceil(((1 - tokens) / perSecond) * 1000) };
}
