/** Bounds of a share, both between 0 and 1. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Two-sided 95 %: the 97.5 % point of the standard normal distribution. */
const z = 1.959963984540054;

/**
 * Wilson's score interval at 95 % for `count` of `base`, without continuity correction.
 *
 * Unlike the textbook interval it never leaves 0 to 1 and says something at 0 of n, too.
 * Throws where `count` is no part of `base`: the reader of results relates no such figures.
 *
 * Source: rules.md § 12.14; E. B. Wilson, JASA 22 (1927), 209–212.
 */
export function wilsonInterval(count: number, base: number): Interval {
  if (!(base > 0 && count >= 0 && count <= base)) {
    throw new RangeError(`Not a part and its whole: ${String(count)} of ${String(base)}`);
  }
  const share = count / base;
  const squared = z ** 2;
  const centre = share + squared / (2 * base);
  const half = z * Math.sqrt((share * (1 - share)) / base + squared / (4 * base ** 2));
  const scale = 1 + squared / base;
  return {
    // At the ends the exact bound is 0 or 1; floating point misses it by a hair.
    lower: count === 0 ? 0 : Math.max(0, (centre - half) / scale),
    upper: count === base ? 1 : Math.min(1, (centre + half) / scale),
  };
}

/**
 * `count` of `base` in per cent, rounded half up to `decimals` places.
 * Whole numbers decide the rounding, so that 1 of 8 is 12.5 and never 12.499….
 */
export function percentOf(count: number, base: number, decimals = 1): number {
  const steps = 10 ** decimals;
  return Math.floor((2 * 100 * steps * count + base) / (2 * base)) / steps;
}

/** Decimal places of a number as it is printed: 19 → 0, 18.5 → 1. */
export function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}
