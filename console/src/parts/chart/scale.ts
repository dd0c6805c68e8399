/** Round marks from nothing up to at least the largest value: about four steps of 1, 2 or 5 times a power of ten. */
export function marks(largest: number): readonly number[] {
  if (!(largest > 0)) return [0, 1];
  const rough = largest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10);
  const count = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, place) => Number((place * step).toPrecision(12)));
}

/** Which of so many places are named along an axis, so that names of this width, in pixels, do not touch. */
export function named(count: number, width: number, wide: number): (place: number) => boolean {
  const every = Math.max(1, Math.ceil((count * wide) / Math.max(width, wide)));
  return (place) => (count - 1 - place) % every === 0;
}
