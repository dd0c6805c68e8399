/** How many of how many, with the range the true share lies in. */
export interface Rate {
  readonly count: number;
  readonly of: number;
  /** From 0 to 1; null where there is nobody to take a share of. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
  /** Whether `of` is so small that the share says little: it is shown with its range, and not compared. */
  readonly tooFew: boolean;
}

/** Below this many one person more or less moves a share by more than three points in a hundred. */
export const fewest = 30;

/** The normal distribution's two-sided 95 % point. */
const z = 1.959964;

/**
 * The share with Wilson's 95 % score interval, which holds for small numbers and for shares near none or all, where the usual
 * plus-or-minus does not (E. B. Wilson, JASA 22 (1927) 209–212; recommended by Brown, Cai and DasGupta, Statistical Science
 * 16 (2001) 101–133). More than all counts as all: a click may be counted before the mail it was in.
 */
export function rateOf(count: number, of: number): Rate {
  if (of <= 0) return { count, of: 0, share: null, low: 0, high: 1, tooFew: true };
  const share = Math.min(1, Math.max(0, count / of));
  const shrink = 1 + z ** 2 / of;
  const middle = (share + z ** 2 / (2 * of)) / shrink;
  const half = (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / shrink;
  return {
    count,
    of,
    share,
    low: share === 0 ? 0 : Math.max(0, middle - half),
    high: share === 1 ? 1 : Math.min(1, middle + half),
    tooFew: of < fewest,
  };
}

/** Which way a share went from one period to the next: only where the two ranges do not meet is it told. */
export function changeOf(now: Rate, before: Rate): "up" | "down" | "too-few" | "no-telling" {
  if (now.tooFew || before.tooFew) return "too-few";
  if (now.low > before.high) return "up";
  return now.high < before.low ? "down" : "no-telling";
}
